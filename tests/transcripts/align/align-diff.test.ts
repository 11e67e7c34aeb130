import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {anchorsIn, longestIncreasing, phrasesOfLengths} from '../../../src/transcripts/align/align-anchors.ts'
import {
  areSameSpeech,
  compareStretch,
  matchTokens,
  withoutCoincidences,
} from '../../../src/transcripts/align/align-diff.ts'
import {runs} from '../../series.ts'

const sequence = fc.array(fc.integer({min: 0, max: 6}), {maxLength: 40})
const whole = (text: readonly number[], caption: readonly number[]) => ({
  textFrom: 0,
  textTo: text.length,
  captionFrom: 0,
  captionTo: caption.length,
})

/** The score by definition, one recursion a cell: equal +2, different -1, a gap -3 whatever its length. */
function bestScore(text: readonly number[], caption: readonly number[]): number {
  const known = new Map<string, number>()
  const score = (y: number, x: number, gap: 'text' | 'caption' | undefined): number => {
    if (y === 0 && x === 0) return 0
    const key = `${y} ${x} ${gap}`
    const found = known.get(key)
    if (found !== undefined) return found
    const both = y > 0 && x > 0 ? score(y - 1, x - 1, undefined) + (text[y - 1] === caption[x - 1] ? 2 : -1) : -Infinity
    const skipText = y > 0 ? score(y - 1, x, 'text') - (gap === 'text' ? 0 : 3) : -Infinity
    const skipCaption = x > 0 ? score(y, x - 1, 'caption') - (gap === 'caption' ? 0 : 3) : -Infinity
    const best = Math.max(both, skipText, skipCaption)
    known.set(key, best)
    return best
  }
  return score(text.length, caption.length, undefined)
}

/** The least a set of matches can cost, filling what lies between in the best way. */
function scoreOf(
  matches: readonly {text: number; caption: number}[],
  text: readonly number[],
  caption: readonly number[],
): number {
  let score = 0
  let last = {text: -1, caption: -1}
  for (const match of [...matches, {text: text.length, caption: caption.length}]) {
    const [height, width] = [match.text - last.text - 1, match.caption - last.caption - 1]
    const pairs = -Math.min(height, width) + (height === width ? 0 : -3)
    const gaps = (height > 0 ? -3 : 0) + (width > 0 ? -3 : 0)
    score += Math.max(pairs, gaps) + (match.text < text.length ? 2 : 0)
    last = match
  }
  return score
}

describe('one stretch', () => {
  test('is aligned as well as can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (text, caption) => {
        const matches = compareStretch(whole(text, caption), text, caption)
        for (const match of matches) expect(text[match.text]).toBe(caption[match.caption])
        expect(scoreOf(matches, text, caption)).toBe(bestScore(text, caption))
      }),
      runs(150),
    )
  })
})

test('a phrase that occurs twice on a side is no anchor', () => {
  const [text, caption] = [
    [1, 2, 9, 1, 2, 7, 8],
    [7, 8, 1, 2],
  ]
  const stretch = whole(text, caption)
  const phrases = phrasesOfLengths(text, caption).get(2) ?? {text: [], caption: []}
  expect(anchorsIn(stretch, phrases, 2)).toEqual([
    {text: 5, caption: 0},
    {text: 6, caption: 1},
  ])
})

describe('the whole', () => {
  test('gives equal tokens in order, however large', () => {
    const next = (at: number) => (at * 7919) % 5003
    const text = Array.from({length: 6000}, (_, at) => next(at))
    const caption = [...text.slice(3000), ...text.slice(0, 3000)]
    const matches = matchTokens(text, caption)
    expect(matches).toHaveLength(3000)
    for (const [index, match] of matches.entries()) {
      expect(text[match.text]).toBe(caption[match.caption])
      expect(match.text).toBeGreaterThan(matches[index - 1]?.text ?? -1)
      expect(match.caption).toBeGreaterThan(matches[index - 1]?.caption ?? -1)
    }
  })

  test('stays small where nothing is alike', () => {
    const text = Array.from({length: 20_000}, (_, at) => at % 3)
    const caption = Array.from({length: 20_000}, (_, at) => 3 + (at % 3))
    expect(matchTokens(text, caption)).toEqual([])
  })
})

test('a lone match far from others is a coincidence, runs are not', () => {
  const run = Array.from({length: 12}, (_, at) => ({text: at, caption: at}))
  expect(withoutCoincidences([...run, {text: 60, caption: 300}], 100, 400)).toEqual(run)
})

test('two short texts that are equal are no coincidence', () => {
  const matches = [
    {text: 0, caption: 0},
    {text: 1, caption: 1},
  ]
  expect(withoutCoincidences(matches, 2, 2)).toEqual(matches)
  expect(areSameSpeech(matches, 2, 2)).toBe(true)
})

test('the longest increasing subsequence increases and is as long as any', () => {
  expect(longestIncreasing([5, 1, 4, 2, 3, 3, 9]).map((index) => [5, 1, 4, 2, 3, 3, 9][index])).toEqual([1, 2, 3, 9])
  expect(longestIncreasing([])).toEqual([])
})
