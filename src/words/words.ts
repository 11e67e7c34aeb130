import {arabic} from './arabic.ts'
import {chinese} from './chinese.ts'
import {traditionalChinese} from './chinese-traditional.ts'
import {dutch} from './dutch.ts'
import {english} from './english.ts'
import {french} from './french.ts'
import {german} from './german.ts'
import {hebrew} from './hebrew.ts'
import {italian} from './italian.ts'
import {japanese} from './japanese.ts'
import {portuguese} from './portuguese.ts'
import {spanish} from './spanish.ts'
import type {Words} from './words-type.ts'

export type {PlayerWords, Words} from './words-type.ts'

/** By the first part of the language tag. A language joins with its file and its row. */
const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['pt', portuguese],
  ['it', italian],
  ['nl', dutch],
  ['ja', japanese],
  ['zh', chinese],
  ['zh-hant', traditionalChinese],
  ['ar', arabic],
  ['he', hebrew],
  // The code that ISO 639 had for Hebrew until 1989, which programs still write.
  ['iw', hebrew],
])

/** Where Chinese is written in traditional characters, unless the tag names a script. */
const traditional = /^zh-(?:hant|(?:tw|hk|mo)\b)/i

/**
 * The words in the show's language, or in English if we have none in that language. `lang` says which language they are in, for
 * screen readers.
 */
export function wordsFor(language: string): {readonly lang: string; readonly words: Words} {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? ''
  const words = languages.get(traditional.test(language) ? 'zh-hant' : primary)
  return words === undefined ? {lang: 'en', words: english} : {lang: language, words}
}

/** A word with its number: `Season 2`. */
export function numbered(word: string, number: number | string): string {
  return word.replace('#', String(number))
}
