import {longestTerm, termRuns} from '../browser/search/search-terms.ts'
import {remembered} from '../model/remembered.ts'
import {type FoundTerm, hashOfTerm, hashWith} from './term-table.ts'

/** The signs between words, by their code: all of ASCII except small letters and digits, and typographic marks. */
const gaps = gapsOf([
  ['\0', '/'],
  [':', '`'],
  ['{', '\xa0'],
  ['–', '—'],
  ['‘', '’'],
  ['“', '”'],
  ['…', '…'],
])
const lastOfAscii = 0x7f

function gapsOf(ranges: readonly (readonly [string, string])[]): Uint8Array {
  const last = Math.max(...ranges.map(([, to]) => to.charCodeAt(0)))
  const isGap = new Uint8Array(last + 1)
  for (const [from, to] of ranges) isGap.fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1)
  return isGap
}

/**
 * Calls `visit` with each word of a text in the form of the index, as often as the word is there. In scripts without blanks, the
 * words are all pairs of neighbouring signs, and the last sign. The text is looked at once, sign by sign: it is all that an episode says.
 */
export function eachTerm(text: string, visit: FoundTerm): void {
  const lower = text.toLowerCase()
  let from = 0
  let hash = 0
  let isPlain = true
  for (let at = 0; at <= lower.length; at += 1) {
    // Behind the end there is a gap.
    const code = at < lower.length ? lower.charCodeAt(at) : 0
    if (code >= gaps.length || gaps[code] === 0) {
      hash = hashWith(hash, code)
      if (code > lastOfAscii) isPlain = false
      continue
    }
    if (!isPlain || at - from > longestTerm) visitRare(lower.slice(from, at), isPlain, visit)
    else if (at > from) visit(lower, from, at, hash)
    from = at + 1
    hash = 0
    isPlain = true
  }
}

/** A word that is not a term as it stands. */
function visitRare(word: string, isPlain: boolean, visit: FoundTerm): void {
  const terms = isPlain ? [word.slice(0, longestTerm)] : foldedTerms(word)
  for (const term of terms) visit(term, 0, term.length, hashOfTerm(term, 0, term.length))
}

/** To take the letters of a word apart costs fifty times as much as to look up a word that was taken apart before. */
const foldedTerms = remembered((word: string): readonly string[] => {
  const terms: string[] = []
  for (const run of termRuns(word)) {
    if ('word' in run) terms.push(run.word)
    else addPairs(run.signs, terms)
  }
  return terms
})

function addPairs(signs: readonly string[], terms: string[]): void {
  // The last sign has no neighbour, and somebody may look for this sign alone.
  for (const [index, sign] of signs.entries()) terms.push(sign + (signs[index + 1] ?? ''))
}
