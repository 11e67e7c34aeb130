import {searchTerms} from '../browser/search-terms.ts'
import {remembered} from '../model/remembered.ts'

const {marks, letters, unspaced, article, longest, buckets, prefix} = searchTerms
const allMarks = new RegExp(marks, 'g')
const letterNames: Readonly<Record<string, string>> = letters
const anyLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const isUnspaced = new RegExp(unspaced, 'u')
/** The signs between words: all of ASCII except letters and digits, and typographic marks. */
const gaps = /[\0-/:-`{-\xa0‘’“”–—…]+/
const beyondAscii = /[^\0-\x7f]/
const runs = new RegExp(`${unspaced}+|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const articleOf = new RegExp(article, 'u')

/** A text in the form in which it is compared: without case, accents, umlauts, points and different forms of letters. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(allMarks, '')
    .normalize('NFC')
    .replace(anyLetter, (found) => letterNames[found] ?? found)
}

/**
 * Calls `visit` with each word of a text in the form of the index, as often as the word is there. In scripts without blanks, the
 * words are all pairs of neighbouring signs, and the last sign.
 */
export function eachTerm(text: string, visit: (term: string) => void): void {
  const lower = text.toLowerCase()
  // One look at the whole text, which is nearly always plain, instead of one at each word.
  const isPlain = !beyondAscii.test(lower)
  for (const word of lower.split(gaps)) {
    if (word === '') continue
    if (isPlain || !beyondAscii.test(word)) visit(word.length > longest ? word.slice(0, longest) : word)
    else for (const term of foldedTerms(word)) visit(term)
  }
}

/** To take the letters of a word apart costs fifty times as much as to look up a word that was taken apart before. */
const foldedTerms = remembered((word: string): readonly string[] => {
  const terms: string[] = []
  for (const [run] of folded(word).matchAll(runs)) {
    if (!isUnspaced.test(run)) terms.push(run.replace(articleOf, '').slice(0, longest))
    else addPairs([...run], terms)
  }
  return terms
})

function addPairs(signs: readonly string[], terms: string[]): void {
  // The last sign has no neighbour, and somebody may look for this sign alone.
  for (const [index, sign] of signs.entries()) terms.push(sign + (signs[index + 1] ?? ''))
}

/** The bucket of a word. Words that begin alike are in one bucket, because the search begins before a word is typed to its end. */
export function bucketOf(term: string): number {
  const key = mayBeUnspaced(term) && isUnspaced.test(term) ? [...term].slice(0, 1).join('') : term.slice(0, prefix)
  let hash = 0
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) % 65_521
  return hash % buckets
}

/** Thai is the first of those scripts in Unicode. */
function mayBeUnspaced(term: string): boolean {
  return term.charCodeAt(0) >= 0x0e00
}
