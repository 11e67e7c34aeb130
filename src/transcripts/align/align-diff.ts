import {anchorsIn, type Match, phraseLengths, phrasesOfLengths, type Stretch} from './align-anchors.ts'

const equalScore = 2
const differentScore = -1
/** A gap costs more than one equal word earns. A lone "the" in the midst of a cut is no reason to believe that it is the same "the". */
const gapScore = -3
const impossible = -1e9

const stepMask = 3
const bothSides = 0
const skipText = 1
const skipCaption = 2
const textGapGoesOn = 4
const captionGapGoesOn = 8

/** Up to this size a stretch is compared cell by cell. A larger stretch is first divided at its anchors. */
const comfortableCells = 500_000
/** A stretch that is larger than this and has no anchor has nothing in common. To prove that would cost seconds and megabytes. */
const mostCells = 4_000_000

/**
 * Says which token of the text is which token of the captions. Anchors divide the whole, and what lies between them is compared in
 * full. Time and memory grow with the number of tokens, not with its square.
 */
export function matchTokens(text: readonly number[], caption: readonly number[]): Match[] {
  const phrases = phrasesOfLengths(text, caption)
  const matches: Match[] = []
  const pending = [{textFrom: 0, textTo: text.length, captionFrom: 0, captionTo: caption.length, level: 0}]
  for (let stretch = pending.pop(); stretch !== undefined; stretch = pending.pop()) {
    const length = phraseLengths[stretch.level]
    const cells = (stretch.textTo - stretch.textFrom) * (stretch.captionTo - stretch.captionFrom)
    if (cells <= comfortableCells || (length === undefined && cells <= mostCells)) {
      matches.push(...compareStretch(stretch, text, caption))
      continue
    }
    const ofLength = length === undefined ? undefined : phrases.get(length)
    if (length === undefined || ofLength === undefined) continue
    const anchors = anchorsIn(stretch, ofLength, length)
    for (const anchor of anchors) matches.push(anchor)
    for (const between of stretchesBetween(stretch, anchors)) pending.push({...between, level: stretch.level + 1})
  }
  return matches.sort((one, other) => one.text - other.text)
}

function* stretchesBetween(whole: Stretch, anchors: readonly Match[]): Generator<Stretch> {
  let {textFrom, captionFrom} = whole
  for (const {text, caption} of [...anchors, {text: whole.textTo, caption: whole.captionTo}]) {
    if (text > textFrom && caption > captionFrom) yield {textFrom, textTo: text, captionFrom, captionTo: caption}
    textFrom = text + 1
    captionFrom = caption + 1
  }
}

/**
 * The best alignment of one stretch (Gotoh's dynamic programming). A gap costs once, however long it is, because recordings are cut
 * by the minute. Each pair of tokens takes one byte of memory, and time grows in the same way.
 */
export function compareStretch(stretch: Stretch, text: readonly number[], caption: readonly number[]): Match[] {
  const height = stretch.textTo - stretch.textFrom
  const width = stretch.captionTo - stretch.captionFrom
  const steps = new Uint8Array((height + 1) * (width + 1))
  const scores = new Int32Array(width + 1).fill(gapScore)
  scores[0] = 0
  steps.fill(skipCaption | captionGapGoesOn, 1, width + 1)
  const textGaps = new Int32Array(width + 1).fill(impossible)
  for (let y = 1; y <= height; y++) {
    const id = text[stretch.textFrom + y - 1]
    let diagonal = scores[0] as number
    scores[0] = gapScore
    steps[y * (width + 1)] = skipText | textGapGoesOn
    let captionGap = impossible
    for (let x = 1; x <= width; x++) {
      const above = scores[x] as number
      const left = scores[x - 1] as number
      let step = bothSides
      let score = diagonal + (id === caption[stretch.captionFrom + x - 1] ? equalScore : differentScore)
      let textGap = textGaps[x] as number
      if (textGap >= above + gapScore) step |= textGapGoesOn
      else textGap = above + gapScore
      if (captionGap >= left + gapScore) step |= captionGapGoesOn
      else captionGap = left + gapScore
      if (textGap > score) {
        score = textGap
        step |= skipText
      }
      if (captionGap > score) {
        score = captionGap
        step = (step & ~stepMask) | skipCaption
      }
      textGaps[x] = textGap
      scores[x] = score
      diagonal = above
      steps[y * (width + 1) + x] = step
    }
  }
  return readBack(steps, stretch, text, caption)
}

/** Walks the table from its end to its start and keeps the equal pairs. */
function readBack(steps: Uint8Array, stretch: Stretch, text: readonly number[], caption: readonly number[]): Match[] {
  const matches: Match[] = []
  const width = stretch.captionTo - stretch.captionFrom
  let y = stretch.textTo - stretch.textFrom
  let x = width
  let gap = bothSides
  while (y > 0 && x > 0) {
    const step = steps[y * (width + 1) + x] as number
    const direction = gap === bothSides ? step & stepMask : gap
    if (direction === bothSides) {
      const match = {text: stretch.textFrom + --y, caption: stretch.captionFrom + --x}
      if (text[match.text] === caption[match.caption]) matches.push(match)
    } else if (direction === skipText) {
      gap = step & textGapGoesOn ? skipText : bothSides
      y--
    } else {
      gap = step & captionGapGoesOn ? skipCaption : bothSides
      x--
    }
  }
  return matches.reverse()
}

/** Matches are believed if there are so many of them (`agreeing`) within so many tokens (`neighbourhood`). */
const neighbourhood = 10
const agreeing = 5

/**
 * Drops matches that are coincidences. Common words occur everywhere: a cut of ten minutes has a "so" for every "so". A match stays
 * if it is one of five within ten tokens of both sides.
 */
export function withoutCoincidences(matches: readonly Match[], textLength: number, captionLength: number): Match[] {
  const needed = Math.min(agreeing, Math.ceil(0.6 * Math.min(textLength, captionLength)))
  const kept = new Set<Match>()
  for (const [index, first] of matches.entries()) {
    const last = matches[index + needed - 1]
    if (last === undefined) break
    const areNear = last.text - first.text < neighbourhood && last.caption - first.caption < neighbourhood
    if (areNear) for (const match of matches.slice(index, index + needed)) kept.add(match)
  }
  return matches.filter((match) => kept.has(match))
}

/** Unrelated texts of one language share under a twentieth of their words in runs of three. Even the worst captions share a third. */
const leastPartInRuns = 0.1
/** In a few sentences runs are a matter of luck. There half of the words must be the same. */
const fewTokens = 50
const leastPartOfFew = 0.5

/**
 * Whether two sides are of one recording at all. Two unrelated texts of one language share many words in the same order, but
 * hardly ever three in a row.
 */
export function areSameSpeech(matches: readonly Match[], textLength: number, captionLength: number): boolean {
  const shorter = Math.min(textLength, captionLength)
  if (shorter < fewTokens) return shorter > 0 && matches.length >= leastPartOfFew * shorter
  let inRuns = 0
  let run = 0
  for (const [index, match] of matches.entries()) {
    const before = matches[index - 1]
    const follows = before !== undefined && match.text === before.text + 1 && match.caption === before.caption + 1
    run = follows ? run + 1 : 1
    if (run >= 3) inRuns += run === 3 ? 3 : 1
  }
  return inRuns >= leastPartInRuns * shorter
}
