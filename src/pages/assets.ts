import {playerScript, searchScript, transcriptScript} from '../browser/scripts.ts'
import {stylesheet} from './stylesheet.ts'

export type PageAsset = {readonly path: string; readonly mimeType: string; readonly text: string}

/** What all pages share. */
export const pageAssets: readonly PageAsset[] = [
  {path: 'assets/castwright.css', mimeType: 'text/css', text: stylesheet},
  {path: 'assets/player.js', mimeType: 'text/javascript', text: playerScript},
  {path: 'assets/transcript.js', mimeType: 'text/javascript', text: transcriptScript},
  {path: 'assets/search.js', mimeType: 'text/javascript', text: searchScript},
]
