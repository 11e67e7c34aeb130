/**
 * How text becomes the words of the search. The index is made with it (`src/search/`), and the page looks up with it: this is the one
 * module that runs on both sides.
 */

/** Marks that people leave out when they type: accents, Hebrew points, Arabic vowels and the stroke that makes a word longer. */
const marks = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g

/** Letters that Unicode does not split into a letter and a mark. */
const lettersInFull: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ς: 'σ',
}
const letterInFull = new RegExp(`[${Object.keys(lettersInFull).join('')}]`, 'g')

/** Scripts without blanks between words: every two neighbours are a word. */
export const unspacedSign =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u
const runs = new RegExp(`${unspacedSign.source}+|(?:(?!${unspacedSign.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** The Arabic article, and the short words that are written in one with it. */
const article = /^[وبكف]?ال(?=\p{L}{2})/u

/** A longer run of letters is no word. */
export const longestTerm = 32

/** The words of an episode are sorted into so many buckets. A shard holds one or more buckets, of all episodes of a season. */
export const bucketCount = 128

/** The number of letters by which a word is found in its shard: a word that is still being typed has at least so many. */
const prefixLength = 3

/** Thai is the first of those scripts in Unicode. Nearly all words are told by this look alone. */
const firstUnspaced = 0x0e00

/** Whether a word is of signs that are words by themselves: in no word they stand beside letters. */
export function isOfSigns(word: string): boolean {
  return word.charCodeAt(0) >= firstUnspaced && unspacedSign.test(word)
}

/** A text in the form in which it is compared: without case, accents, umlauts, points and different forms of letters. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(letterInFull, (found) => lettersInFull[found] ?? found)
}

/** A piece of text without blanks and signs, in the form of the index: a word, or some that are written in one. */
export type TermRun = {readonly signs: readonly string[]} | {readonly word: string}

export function* termRuns(text: string): Iterable<TermRun> {
  for (const [run] of folded(text).matchAll(runs)) {
    if (isOfSigns(run)) yield {signs: [...run]}
    else yield {word: run.replace(article, '').slice(0, longestTerm)}
  }
}

/** The bucket of a word. Words that begin alike are in one bucket, because the search begins before a word is typed to its end. */
export function bucketOf(term: string): number {
  const key = isOfSigns(term) ? String.fromCodePoint(term.codePointAt(0) ?? 0) : term.slice(0, prefixLength)
  let hash = 0
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) % 65_521
  return hash % bucketCount
}
