import type {Cue, Span} from '../../model/transcript.ts'
import type {WordTime} from './align-times.ts'
import type {WrittenWord} from './align-words.ts'

/**
 * For SRT the podcast namespace advises two lines of 32 characters. That is also one line of the 65 advised for WebVTT, so cues that
 * fit the first fit both. https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
 */
const columnsPerLine = 32
const linesPerCaption = 2
const longestCaptionInSeconds = 7
/** A caption must not stand through a silence of this length, whether nothing or something else is heard in it. */
const longestPauseInSeconds = 3
const fewWords = 3

/** What it costs to end a caption behind a word. A caption that ends with its sentence reads best. */
const breakCosts = {sentence: 0, pause: 0.1, clause: 0.25, word: 0.8, withinWord: 100}
const captionCost = 0.2

/**
 * Says where the words of a cue are best divided into captions: the index of the first word of each caption. Every caption fits. Of
 * all divisions that fit, this one has the fullest captions and the most natural ends.
 */
export function captionStarts(words: readonly WrittenWord[], times: readonly (WordTime | undefined)[]): number[] {
  const mustBreak = forcedBreaks(times)
  const least = new Array<number>(words.length + 1).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Array<number>(words.length + 1).fill(0)
  least[0] = 0
  for (let from = 0; from < words.length; from++) {
    const layout = {lines: 1, column: 0, columns: 0}
    for (let to = from + 1; to <= words.length; to++) {
      append(layout, words, from, to - 1)
      const isOnlyWord = to === from + 1
      if (!isOnlyWord && (layout.lines > linesPerCaption || tooLong(times, from, to) || mustBreak.has(to - 1))) break
      const slack = 1 - Math.min(1, layout.columns / (columnsPerLine * linesPerCaption))
      const cost = (least[from] as number) + captionCost + slack * slack + breakCost(words, times, to)
      if (cost >= (least[to] as number)) continue
      least[to] = cost
      cameFrom[to] = from
    }
  }
  const starts: number[] = []
  for (let at = words.length; at > 0; at = cameFrom[at] as number) starts.push(cameFrom[at] as number)
  return starts.reverse()
}

type Layout = {lines: number; column: number; columns: number}

/** Adds a word to a caption the way players wrap it: whole words, line by line. */
function append(layout: Layout, words: readonly WrittenWord[], from: number, at: number): void {
  const word = words[at] as WrittenWord
  const width = widthInColumns(word.text)
  const space = at > from && !isJoined(words, at) ? 1 : 0
  layout.columns += space + width
  if (layout.column > 0 && layout.column + space + width > columnsPerLine) {
    layout.lines++
    layout.column = width
  } else layout.column += space + width
}

/** Whether no white space stands before the word, as in CJK, or where markup changes within a word. */
function isJoined(words: readonly WrittenWord[], at: number): boolean {
  const before = words[at - 1]
  const word = words[at]
  if (before === undefined || word === undefined) return false
  return before.spanIndex === word.spanIndex ? before.to === word.from : word.from === 0
}

/** Ideographs and syllables of East Asia are as wide as two letters. */
function widthInColumns(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー、。！？「」（）]/gu)
  return text.length + (wide?.length ?? 0)
}

function tooLong(times: readonly (WordTime | undefined)[], from: number, to: number): boolean {
  const first = times[from]
  const last = times[to - 1]
  return first !== undefined && last !== undefined && last.to - first.from > longestCaptionInSeconds
}

/** The words before which a new caption begins at any cost: after a cut or a long silence, and around words that have no time. */
function forcedBreaks(times: readonly (WordTime | undefined)[]): Set<number> {
  const breaks = new Set<number>()
  let runStart = 0
  for (let at = 1; at <= times.length; at++) {
    const before = times[at - 1]
    const time = times[at]
    if (at < times.length && (before === undefined) === (time === undefined)) {
      if (before !== undefined && time !== undefined && time.from - before.to > longestPauseInSeconds) breaks.add(at)
      continue
    }
    if (before === undefined && at - runStart > fewWords) breaks.add(runStart).add(at)
    runStart = at
  }
  return breaks
}

function breakCost(words: readonly WrittenWord[], times: readonly (WordTime | undefined)[], at: number): number {
  const text = words[at - 1]?.text ?? ''
  // Markup that changes within a word (`**un**fair`) makes two words of it. CJK text may break anywhere.
  if (isJoined(words, at) && widthInColumns(text) === text.length) return breakCosts.withinWord
  if (at === words.length || /[.?!。？！…]["'”’»)\]]*$/u.test(text)) return breakCosts.sentence
  const pause = (times[at]?.from ?? 0) - (times[at - 1]?.to ?? Number.POSITIVE_INFINITY)
  if (pause > 0.5) return breakCosts.pause
  return /[,;:、，；：—–]["'”’»)\]]*$/u.test(text) ? breakCosts.clause : breakCosts.word
}

/** The spans of a cue from one word up to another. Every character between them is kept; white space at the ends is not. */
export function spansBetween(cue: Cue, from: WrittenWord | undefined, to: WrittenWord | undefined): Span[] {
  const spans = cue.spans.flatMap((span, index) => {
    if (from !== undefined && index < from.spanIndex) return []
    if (to !== undefined && index > to.spanIndex) return []
    const start = from?.spanIndex === index ? from.from : 0
    const end = to?.spanIndex === index ? to.from : span.text.length
    return start < end ? [{...span, text: span.text.slice(start, end)}] : []
  })
  return spans.flatMap((span, index) => {
    const text = index === 0 ? span.text.trimStart() : span.text
    const trimmed = index === spans.length - 1 ? text.trimEnd() : text
    return trimmed === '' ? [] : [{...span, text: trimmed}]
  })
}
