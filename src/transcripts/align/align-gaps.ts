import type {TimedWord} from '../../model/transcript.ts'
import type {Match, Stretch} from './align-anchors.ts'
import type {Tokens, WrittenWord} from './align-words.ts'

export type Seconds = {readonly from: number; readonly to: number}

/** Both sides of the comparison, with all that the steps below ask of them. */
export type Sides = {
  readonly words: readonly WrittenWord[]
  readonly tokens: Tokens
  readonly captionTokens: Tokens
  readonly captionWords: readonly TimedWord[]
  /** Times of the caption tokens. */
  readonly heard: readonly Seconds[]
  /** Line of a cue of the text in the author's file. */
  readonly lineOfCue: (cueIndex: number) => number | undefined
}

/**
 * What lies between two matches. `caption...` is what the text leaves out. `seconds` is where the words of the gap are, if that can
 * be told.
 */
export type Gap = Stretch & {readonly seconds?: Seconds}

/** So few words can be a slip of the pen or of the machine. More words than this are believed only if they show in the audio. */
const fewTokens = 3
const secondsPerLetter = 0.035
const lettersPerBreak = 4
/** Speech has 2 to 5 words a second. CJK is compared by character, and has up to 10 characters a second. */
const fastestSecondsPerToken = 0.08
const slowestSecondsPerToken = 0.8
/** If the silence between the neighbours of a word is this long, the word gets no time. */
const nearInSeconds = 5
/** Words that the machine left out of a pause need this much time in it. Words that have less room were not said there. */
const spokenSecondsPerToken = 0.17
/** Other words that last longer than this are other speech, and no rewording. */
const longestRewordingInSeconds = 8

/** Times of tokens. A word of several tokens shares its own time out among them. */
export function tokenTimes(words: readonly TimedWord[], tokens: Tokens): Seconds[] {
  const lengths = new Array<number>(words.length).fill(0)
  for (const [at, word] of tokens.wordIndexes.entries())
    lengths[word] = (lengths[word] ?? 0) + (tokens.weights[at] ?? 0)
  let current = -1
  let spent = 0
  return tokens.wordIndexes.map((wordIndex, at) => {
    if (wordIndex !== current) spent = 0
    current = wordIndex
    const word = words[wordIndex] as TimedWord
    const perLetter = (word.endInSeconds - word.startInSeconds) / Math.max(1, lengths[wordIndex] ?? 1)
    const from = word.startInSeconds + spent * perLetter
    spent += tokens.weights[at] ?? 0
    return {from, to: word.startInSeconds + spent * perLetter}
  })
}

/** Everything that is not matched, stretch by stretch. Each stretch has the times of its words where they can be told. */
export function gapsBetween(matches: readonly Match[], sides: Sides): Gap[] {
  const ends = {text: sides.tokens.ids.length, caption: sides.captionTokens.ids.length}
  const gaps: Gap[] = []
  let last: Match = {text: -1, caption: -1}
  for (const match of [...matches, ends]) {
    const stretch = {
      textFrom: last.text + 1,
      textTo: match.text,
      captionFrom: last.caption + 1,
      captionTo: match.caption,
    }
    if (stretch.textTo > stretch.textFrom || stretch.captionTo > stretch.captionFrom) gaps.push(timed(stretch, sides))
    last = match
  }
  return gaps
}

function timed(gap: Stretch, sides: Sides): Gap {
  const count = gap.textTo - gap.textFrom
  if (count === 0) return gap
  const first = sides.heard[gap.captionFrom]
  const last = sides.heard[gap.captionTo - 1]
  if (gap.captionTo > gap.captionFrom && first !== undefined && last !== undefined) {
    const seconds = {from: first.from, to: Math.max(first.from, last.to)}
    const duration = seconds.to - seconds.from
    if (isRewording(gap, duration, sides)) return {...gap, captionFrom: gap.captionTo, seconds}
    if (duration >= fastestSecondsPerToken * count) return besideNeighbour(gap, sides)
  }
  return withoutCounterpart(gap, sides)
}

/** Whether a gap holds other words for the same thing: the machine misheard, or the editor rephrased. */
function isRewording(gap: Stretch, duration: number, sides: Sides): boolean {
  const count = gap.textTo - gap.textFrom
  if (duration > slowestSecondsPerToken * count + fewTokens) return false
  if (count <= fewTokens) return true
  // Before the first match and after the last one, only one side limits when the words were said.
  const isHeld = gap.captionFrom > 0 && gap.captionTo < sides.heard.length
  return isHeld && duration <= longestRewordingInSeconds && duration >= fastestSecondsPerToken * count
}

/** Says on which side of a cut a few unmatched words stand. The cue that the text around the gap belongs to tells it. */
function neighbourOf(gap: Stretch, sides: Sides): 'before' | 'after' | undefined {
  const cueOf = (token: number) => sides.words[sides.tokens.wordIndexes[token] ?? -1]?.cueIndex
  const first = cueOf(gap.textFrom)
  const last = cueOf(gap.textTo - 1)
  const hasBefore = gap.textFrom > 0 && first === last && cueOf(gap.textFrom - 1) === first
  const hasAfter = first === last && cueOf(gap.textTo) === first
  if (hasBefore === hasAfter) return undefined
  return hasBefore ? 'before' : 'after'
}

/** A few words at the edge of a cut belong to the caption words beside their own cue. The rest of the gap is the cut. */
function besideNeighbour(gap: Stretch, sides: Sides): Gap {
  const count = gap.textTo - gap.textFrom
  const neighbour = count <= fewTokens ? neighbourOf(gap, sides) : undefined
  if (neighbour === undefined) return gap
  const from = neighbour === 'before' ? gap.captionFrom : gap.captionTo - count
  const first = sides.heard[from]
  const last = sides.heard[from + count - 1]
  if (first === undefined || last === undefined || last.to - first.from > nearInSeconds) return gap
  const seconds = {from: first.from, to: Math.max(first.from, last.to)}
  return neighbour === 'before'
    ? {...gap, captionFrom: gap.captionFrom + count, seconds}
    : {...gap, captionTo: gap.captionTo - count, seconds}
}

/**
 * Words that the captions do not have at all. They are a slip between two near neighbours, speech in a pause that the machine
 * missed, or an addition.
 */
function withoutCounterpart(gap: Stretch, sides: Sides): Gap {
  const before = sides.heard[gap.captionFrom - 1]
  const after = sides.heard[gap.captionTo]
  if (before === undefined || after === undefined) return gap
  const count = gap.textTo - gap.textFrom
  const room = Math.max(0, after.from - before.to)
  if (room > count + nearInSeconds) return gap
  if (count > fewTokens && room < spokenSecondsPerToken * count) return gap
  const letters = sides.tokens.weights
    .slice(gap.textFrom, gap.textTo)
    .reduce((sum, length) => sum + length + lettersPerBreak, 0)
  const needed = Math.min(room, letters * secondsPerLetter)
  const seconds =
    neighbourOf(gap, sides) === 'after'
      ? {from: after.from - needed, to: after.from}
      : {from: before.to, to: before.to + needed}
  return {...gap, captionFrom: gap.captionTo, seconds}
}
