import {playerScript} from '../browser/player-script.ts'
import {searchScript} from '../browser/search-script.ts'
import {transcriptScript} from '../browser/transcript-script.ts'
import {stylesheet} from './stylesheet.ts'

export type PageAsset = {readonly path: string; readonly mimeType: string; readonly text: string}

const quotedOrSign =
  /'(?:[^'\\\n]|\\.)*'| *([=+\-*<>?:,;{}()&|%]+) *|\b(seconds|element|selection|chapters|speeds|secondsIn|remembered|remember|drawTicks|isFilm|controls)\b/g
/** Short names for variables that stand often. Browsers must know nothing under such a name. */
const shortNames: Readonly<Record<string, string>> = {
  seconds: '$s',
  element: '$e',
  selection: '$n',
  chapters: '$c',
  speeds: '$v',
  secondsIn: '$i',
  remembered: '$g',
  remember: '$r',
  drawTicks: '$d',
  isFilm: '$f',
  controls: '$k',
}

/** Blanks and remarks are for readers of the source. Our scripts quote with `'`, and have no blanks inside expressions. */
function compact(script: string): string {
  return script
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\n\s*/g, '\n')
    .replace(quotedOrSign, (all, sign, name) => sign ?? shortNames[name] ?? all)
    .replace(/([{(,[])\n/g, '$1')
    .replace(/\n(?=[})\]])/g, '')
    .replace(/(?<![\w$])\((\$?\w+)\)=>/g, (_, name) => `${name}=>`)
}

/** What all pages share. */
export const pageAssets: readonly PageAsset[] = [
  {path: 'assets/castwright.css', mimeType: 'text/css', text: stylesheet},
  {path: 'assets/player.js', mimeType: 'text/javascript', text: compact(playerScript)},
  {path: 'assets/transcript.js', mimeType: 'text/javascript', text: compact(transcriptScript)},
  {path: 'assets/search.js', mimeType: 'text/javascript', text: compact(searchScript)},
]
