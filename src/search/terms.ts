import {searchTerms} from '../browser/search-terms.ts'
import {remembered} from '../model/remembered.ts'

const {marks, letters, unspaced, article, longest, buckets, prefix} = searchTerms
const allMarks = new RegExp(marks, 'g')
const letterNames: Readonly<Record<string, string>> = letters
const anyLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const isUnspaced = new RegExp(unspaced, 'u')
/** What words are between: all of ASCII but letters and digits, and the marks of good typesetting. */
const gaps = /[\0-/:-`{-\xa0‘’“”–—…]+/
const beyondAscii = /[^\0-\x7f]/
const runs = new RegExp(`${unspaced}+|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const articleOf = new RegExp(article, 'u')

/** A text as it is compared: without case, accents, umlauts, points and the forms of letters. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(allMarks, '')
    .normalize('NFC')
    .replace(anyLetter, (found) => letterNames[found] ?? found)
}

/**
 * Calls `visit` with each word of a text as the index has it, as often as it is there. Of scripts without blanks, these are every two
 * signs that follow each other, and the last one.
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

/** Taking the letters of a word apart costs fifty times as much as a look at one that was taken apart before. */
const foldedTerms = remembered((word: string): readonly string[] => {
  const terms: string[] = []
  for (const [run] of folded(word).matchAll(runs)) {
    if (!isUnspaced.test(run)) terms.push(run.replace(articleOf, '').slice(0, longest))
    else addPairs([...run], terms)
  }
  return terms
})

function addPairs(signs: readonly string[], terms: string[]): void {
  // The last sign has no neighbour, and may be all that is asked for.
  for (const [index, sign] of signs.entries()) terms.push(sign + (signs[index + 1] ?? ''))
}

/** Where the index has a word: words that begin alike are together, since one is looked for before it is typed to its end. */
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
