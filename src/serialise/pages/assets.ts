import {playerScript} from './player-script.ts'
import {stylesheet} from './stylesheet.ts'

export type PageAsset = {readonly path: string; readonly mimeType: string; readonly text: string}

/** What all pages share. */
export const pageAssets: readonly PageAsset[] = [
  {path: 'assets/castwright.css', mimeType: 'text/css', text: stylesheet},
  {path: 'assets/player.js', mimeType: 'text/javascript', text: playerScript},
]
