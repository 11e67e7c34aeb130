import {playerScript} from '../browser/player-script.ts'
import {searchScript} from '../browser/search-script.ts'
import {transcriptScript} from '../browser/transcript-script.ts'
import {stylesheet} from './stylesheet.ts'

export type PageAsset = {readonly path: string; readonly mimeType: string; readonly text: string}

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
  drawMarks: '$d',
  isFilm: '$f',
  controls: '$k',
  share: '$q',
  spoken: '$o',
  button: '$b',
  clock: '$t',
  sleepAt: '$z',
  sleepEnd: '$y',
}

const quotedOrSign = new RegExp(
  String.raw`'(?:[^'\\\n]|\\.)*'| *([=+\-*<>?:,;{}()&|%]+) *|\b(${Object.keys(shortNames).join('|')})\b`,
  'g',
)

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
