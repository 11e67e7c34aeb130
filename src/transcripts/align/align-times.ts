import {longestIncreasing, type Match} from './align-anchors.ts'
import {speechCost} from './align-caption-times.ts'
import type {Gap, Seconds, Sides} from './align-gaps.ts'

/** When a word is said, and how that is known. `aligned` words are in the captions; `interpolated` words stand between words that are. */
export type WordTime = Seconds & {readonly timing: 'aligned' | 'interpolated' | 'estimated'}

/**
 * A hesitation starts this long before the next word. It has no counterpart that could be found, and must not reach back over a
 * pause.
 */
const hesitationInSeconds = 0.4

/** A time for each word of the text; `undefined` where no time can be had. Starts never go back. */
export function timesOfWords(matches: readonly Match[], gaps: readonly Gap[], sides: Sides): (WordTime | undefined)[] {
  const found = inOrder(timesOfTokens(matches, gaps, sides))
  const times = new Array<WordTime | undefined>(sides.words.length).fill(undefined)
  for (const [at, wordIndex] of sides.tokens.wordIndexes.entries()) {
    const time = found[at]
    if (time === undefined) continue
    const {from, to, timing} = times[wordIndex] ?? time
    times[wordIndex] = {from, to: Math.max(to, time.to), timing: timing === 'aligned' ? timing : time.timing}
  }
  return withoutOverlap(withHesitations(times, sides))
}

/**
 * Where speakers overlap, all words of one turn may be later than the first word of the next turn. The order that most words agree
 * on stands, and the other words move to the nearest time that fits it. (A running maximum would let one wrong time push all words
 * that follow.)
 */
function inOrder(found: readonly (WordTime | undefined)[]): (WordTime | undefined)[] {
  const known = found.flatMap((time, at) => (time === undefined ? [] : [{from: time.from, at}]))
  // Equal starts are in order too, but the search is for a strict order, so each start gets a tiny addition.
  const agreeing = new Set(
    longestIncreasing(known.map(({from}, index) => from + index * 1e-9)).map((index) => known[index]?.at),
  )
  const latestFor = new Array<number>(found.length).fill(Number.POSITIVE_INFINITY)
  let next = Number.POSITIVE_INFINITY
  for (let at = found.length - 1; at >= 0; at--) {
    latestFor[at] = next
    if (agreeing.has(at)) next = found[at]?.from ?? next
  }
  let earliest = 0
  return found.map((time, at) => {
    if (time === undefined) return undefined
    const from = Math.min(Math.max(earliest, time.from), latestFor[at] ?? time.from)
    earliest = from
    return {...time, from, to: Math.max(from, time.to)}
  })
}

function timesOfTokens(matches: readonly Match[], gaps: readonly Gap[], sides: Sides): (WordTime | undefined)[] {
  const found = new Array<WordTime | undefined>(sides.tokens.ids.length).fill(undefined)
  for (const {text, caption} of matches) found[text] = {...(sides.heard[caption] as Seconds), timing: 'aligned'}
  for (const {textFrom, textTo, seconds} of gaps) {
    if (seconds === undefined) continue
    const costs = sides.tokens.weights.slice(textFrom, textTo)
    const perLetter =
      (seconds.to - seconds.from) /
      Math.max(
        1,
        costs.reduce((sum, cost) => sum + cost, 0),
      )
    let from = seconds.from
    for (const [offset, cost] of costs.entries()) {
      const to = from + cost * perLetter
      found[textFrom + offset] = {from, to, timing: 'interpolated'}
      from = to
    }
  }
  return found
}

/** "Um" is in neither list of tokens. It gets the time right before the word that follows. */
function withHesitations(times: readonly (WordTime | undefined)[], sides: Sides): (WordTime | undefined)[] {
  const compared = new Set(sides.tokens.wordIndexes)
  const filled = [...times]
  for (let at = sides.words.length - 2; at > 0; at--) {
    const before = times[at - 1]
    const after = filled[at + 1]
    if (compared.has(at) || before === undefined || after === undefined) continue
    if (speechCost(sides.words[at]?.text ?? '') === 0) continue
    filled[at] = {from: Math.max(before.to, after.from - hesitationInSeconds), to: after.from, timing: 'interpolated'}
  }
  return filled
}

function withoutOverlap(times: readonly (WordTime | undefined)[]): (WordTime | undefined)[] {
  let next = Number.POSITIVE_INFINITY
  return times
    .toReversed()
    .map((time) => {
      if (time === undefined) return undefined
      const from = Math.min(time.from, next)
      const to = Math.max(from, Math.min(time.to, next))
      next = from
      return {...time, from, to}
    })
    .toReversed()
}

/** Every caption format stops at milliseconds. More digits would be digits of a guess. */
export function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
