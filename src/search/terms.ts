import {searchTerms} from '../browser/search-terms.ts'

const {marks, letters, unspaced, article, longest, buckets, prefix} = searchTerms
const allMarks = new RegExp(marks, 'g')
const letterNames: Readonly<Record<string, string>> = letters
const anyLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const isUnspaced = new RegExp(unspaced, 'u')
/** All of ASCII is quick to take apart, and so are the marks of good typesetting. */
const beyondAscii = /[^\0-\x7f‘’“”–—…]/
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

/** Each word of a text once, as the index has it. Of scripts without blanks, every two signs that follow each other, and the last one. */
export function termsOf(text: string): ReadonlySet<string> {
  // Nearly all of what is spoken in most shows, at a quarter of the cost.
  if (!beyondAscii.test(text)) return new Set(text.toLowerCase().split(/[^a-z\d]+/))
  const terms = new Set<string>()
  for (const [run] of folded(text).matchAll(runs)) {
    if (!isUnspaced.test(run)) terms.add(run.replace(articleOf, '').slice(0, longest))
    else addPairs([...run], terms)
  }
  return terms
}

function addPairs(signs: readonly string[], terms: Set<string>): void {
  // The last sign has no neighbour, and may be all that is asked for.
  for (const [index, sign] of signs.entries()) terms.add(sign + (signs[index + 1] ?? ''))
}

/** Where the index has a word: words that begin alike are together, since one is looked for before it is typed to its end. */
export function bucketOf(term: string): number {
  const key = isUnspaced.test(term) ? [...term].slice(0, 1).join('') : term.slice(0, prefix)
  let hash = 0
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) % 65_521
  return hash % buckets
}
