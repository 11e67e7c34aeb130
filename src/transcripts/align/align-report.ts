import {longestIncreasing, phrasesOfLengths} from './align-anchors.ts'
import type {Gap, Sides} from './align-gaps.ts'
import {inMilliseconds} from './align-times.ts'
import {isUnspaced} from './align-words.ts'

/** A passage of the audio that is not in the text. It stands before the text begins, was cut out of it, or stands after its end. */
export type AudioPassage = {
  readonly startInSeconds: number
  readonly endInSeconds: number
  readonly wordCount: number
  readonly firstWords: string
  readonly lastWords: string
  readonly place: 'before' | 'within' | 'after'
}

/** A passage of the text that is not heard, with the times of what is heard around it. */
export type TextPassage = {
  readonly line?: number
  readonly wordCount: number
  readonly firstWords: string
  readonly lastWords: string
  readonly afterInSeconds?: number
  readonly beforeInSeconds?: number
}

/** A passage that is heard earlier or later than it stands in the text. */
export type MovedPassage = TextPassage & {readonly startInSeconds: number; readonly endInSeconds: number}

export type Passages = {
  readonly cuts: readonly AudioPassage[]
  readonly added: readonly TextPassage[]
  readonly moved: readonly MovedPassage[]
}

/** A shorter passage is a false start that an editor tidied, and no cut. */
const shortestCut = {tokens: 8, seconds: 4}
/** Fewer words are a slip, unless they are all the words of a cue: then the cue is not shown. */
const shortestAddition = 8
/**
 * Phrases of three words tell a moved passage from a coincidence. So many of them must be found (`count`), and this part of them
 * (`part`).
 */
const movedPhrases = {count: 4, part: 0.4}
const quotedWords = 5

type Range = {readonly from: number; readonly to: number}

/** What each side has and the other side does not have, from the gaps between the matches. */
export function passagesOf(gaps: readonly Gap[], sides: Sides): Passages {
  const silent = gaps.filter((gap) => gap.seconds === undefined && isAddition(gap, sides))
  const unwritten = gaps.filter((gap) => isCut(gap, sides))
  const ranges = movedRanges(silent, unwritten, sides)
  const added: TextPassage[] = []
  const moved: MovedPassage[] = []
  for (const gap of silent) {
    const heardAt = ranges.get(gap)
    const passage = textPassage(gap, sides)
    if (heardAt === undefined) added.push(passage)
    else moved.push({...passage, ...secondsOf(heardAt, sides)})
  }
  const elsewhere = [...ranges.values()]
  const cuts = unwritten
    .filter((gap) => !elsewhere.some((range) => coversHalf(range, gap)))
    .map((gap) => audioPassage(gap, sides))
  return {cuts, added, moved}
}

function isAddition({textFrom, textTo}: Gap, sides: Sides): boolean {
  if (textTo - textFrom >= shortestAddition) return true
  const cueOf = (token: number) => sides.words[sides.tokens.wordIndexes[token] ?? -1]?.cueIndex
  for (let from = textFrom; from < textTo; from++) {
    let to = from
    while (to + 1 < textTo && cueOf(to + 1) === cueOf(from)) to++
    if (cueOf(from - 1) !== cueOf(from) && cueOf(to + 1) !== cueOf(from)) return true
    from = to
  }
  return false
}

function isCut(gap: Gap, sides: Sides): boolean {
  const tokens = gap.captionTo - gap.captionFrom
  if (tokens < shortestCut.tokens) return false
  const {startInSeconds, endInSeconds} = secondsOf({from: gap.captionFrom, to: gap.captionTo}, sides)
  return endInSeconds - startInSeconds >= shortestCut.seconds
}

function secondsOf(range: Range, sides: Sides): {startInSeconds: number; endInSeconds: number} {
  const startInSeconds = sides.heard[range.from]?.from ?? 0
  const next = sides.heard[range.to]?.from ?? Number.POSITIVE_INFINITY
  const end = Math.min(sides.heard[range.to - 1]?.to ?? startInSeconds, next)
  return {startInSeconds: inMilliseconds(startInSeconds), endInSeconds: inMilliseconds(Math.max(startInSeconds, end))}
}

function audioPassage(gap: Gap, sides: Sides): AudioPassage {
  const tokens = sides.captionTokens.wordIndexes
  const words = sides.captionWords.slice(tokens[gap.captionFrom], (tokens[gap.captionTo - 1] ?? 0) + 1)
  const isFirst = gap.textFrom === 0
  const isLast = gap.textTo === sides.tokens.ids.length
  return {
    ...secondsOf({from: gap.captionFrom, to: gap.captionTo}, sides),
    ...quoted(words),
    place: isFirst ? 'before' : isLast ? 'after' : 'within',
  }
}

function textPassage(gap: Gap, sides: Sides): TextPassage {
  const tokens = sides.tokens.wordIndexes
  const words = sides.words.slice(tokens[gap.textFrom], (tokens[gap.textTo - 1] ?? 0) + 1)
  const line = sides.lineOfCue(words[0]?.cueIndex ?? -1)
  const before = gap.textFrom === 0 ? undefined : sides.heard[gap.captionFrom - 1]
  const after = sides.heard[gap.captionTo]
  return {
    ...quoted(words),
    ...(line === undefined ? {} : {line}),
    ...(before === undefined ? {} : {afterInSeconds: inMilliseconds(before.to)}),
    ...(after === undefined ? {} : {beforeInSeconds: inMilliseconds(after.from)}),
  }
}

function quoted(words: readonly {readonly text: string}[]): {wordCount: number; firstWords: string; lastWords: string} {
  const texts = words.map(({text}) => text)
  return {
    wordCount: texts.length,
    firstWords: joined(texts.slice(0, quotedWords)),
    lastWords: joined(texts.slice(-quotedWords)),
  }
}

/** Joins texts with spaces, but without a space between the characters of a script that has none. */
function joined(texts: readonly string[]): string {
  return texts
    .reduce((line, text) => (isUnspaced(line) && isUnspaced(text) ? line + text : `${line} ${text}`), '')
    .trim()
}

function coversHalf(range: Range, gap: Gap): boolean {
  const overlap = Math.min(range.to, gap.captionTo) - Math.max(range.from, gap.captionFrom)
  return overlap * 2 >= gap.captionTo - gap.captionFrom
}

/** Finds where passages of the text are heard after all, though they have no counterpart where they stand. */
function movedRanges(silent: readonly Gap[], unwritten: readonly Gap[], sides: Sides): Map<Gap, Range> {
  const found = new Map<Gap, Range>()
  if (silent.length === 0 || unwritten.length === 0) return found
  const phrases = phrasesOfLengths(sides.tokens.ids, sides.captionTokens.ids).get(3)
  const positions = new Map<number, number>()
  for (const gap of unwritten) {
    for (let at = gap.captionFrom; at < gap.captionTo - 2; at++) positions.set(phrases?.caption[at] as number, at)
  }
  for (const gap of silent) {
    const hits: number[] = []
    for (let at = gap.textFrom; at < gap.textTo - 2; at++) {
      const position = positions.get(phrases?.text[at] as number)
      if (position !== undefined) hits.push(position)
    }
    const range = denseRange(hits, gap.textTo - gap.textFrom)
    if (range !== undefined) found.set(gap, range)
  }
  return found
}

/** The hits that follow one another within about the passage's own length. */
function denseRange(hits: readonly number[], length: number): Range | undefined {
  const chain = longestIncreasing(hits).map((index) => hits[index] as number)
  const middle = chain[chain.length >> 1]
  if (middle === undefined) return undefined
  const close = chain.filter((hit) => Math.abs(hit - middle) <= length)
  const enough = close.length >= movedPhrases.count && close.length >= movedPhrases.part * (length - 2)
  return enough ? {from: close[0] as number, to: (close.at(-1) as number) + 3} : undefined
}
