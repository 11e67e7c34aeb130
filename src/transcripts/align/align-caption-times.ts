import type {Cue, TimedWord, Transcript} from '../../model/transcript.ts'
import {cuesOf, writtenWords} from './align-words.ts'

type TimedCue = Cue & {readonly startInSeconds: number; readonly endInSeconds: number}

/** Besides its letters, every word costs about as much time as four letters. This was measured on speech with forced word times. */
const lettersOfAWordBreak = 4
const lettersOfAComma = 4
const lettersOfAFullStop = 10

/**
 * The words of captions, each with a time, in the order in which they are heard. Where a machine gave its own times to words, these
 * are kept. Where only the cue has times, they are shared out among its words by length.
 */
export function timedWordsOfCaptions(captions: Transcript): TimedWord[] {
  return timedCues(captions).flatMap((cue) => (cue.words === undefined ? wordsOfCue(cue) : usableWords(cue.words)))
}

/**
 * Sorts the cues by start, because people who correct captions let starts go back. Each cue ends at the latest where the next one
 * begins.
 */
function timedCues(captions: Transcript): TimedCue[] {
  const started = cuesOf(captions)
    .flatMap((cue) => (isTime(cue.startInSeconds) ? [{...cue, startInSeconds: cue.startInSeconds}] : []))
    .sort((one, other) => one.startInSeconds - other.startInSeconds)
  return started.map((cue, index) => {
    const next = started[index + 1]?.startInSeconds ?? Number.POSITIVE_INFINITY
    const end = Math.max(cue.startInSeconds, isTime(cue.endInSeconds) ? cue.endInSeconds : cue.startInSeconds)
    // Diarisers give one speaker a segment of minutes while others speak in it. What follows must not be pushed behind that segment.
    const overlaps = next > cue.startInSeconds && next < end
    const open = cue.endInSeconds === undefined && Number.isFinite(next)
    return {...cue, endInSeconds: overlaps || open ? next : end}
  })
}

function isTime(seconds: number | undefined): seconds is number {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0
}

function usableWords(words: readonly TimedWord[]): readonly TimedWord[] {
  return words.filter((word) => isTime(word.startInSeconds) && isTime(word.endInSeconds))
}

function wordsOfCue(cue: TimedCue): TimedWord[] {
  return spreadWords(writtenWords([cue]), cue.startInSeconds, cue.endInSeconds)
}

/** Shares out a time among words by their length, with a breath after commas and full stops. */
export function spreadWords(
  words: readonly {readonly text: string}[],
  startInSeconds: number,
  endInSeconds: number,
): TimedWord[] {
  const costs = words.map(({text}, index) => ({
    speech: speechCost(text),
    pause: index + 1 < words.length ? pauseCost(text) : 0,
  }))
  const total = costs.reduce((sum, {speech, pause}) => sum + speech + pause, 0)
  const secondsOf = (cost: number) => (total === 0 ? 0 : ((endInSeconds - startInSeconds) * cost) / total)
  let spent = 0
  return words.map(({text}, index) => {
    const {speech, pause} = costs[index] ?? {speech: 0, pause: 0}
    const start = startInSeconds + secondsOf(spent)
    const end = index + 1 < words.length ? startInSeconds + secondsOf(spent + speech) : endInSeconds
    spent += speech + pause
    return {text, startInSeconds: start, endInSeconds: end}
  })
}

/** How long it takes to say a word, counted in letters. A lone dash takes no time. */
export function speechCost(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters === 0 ? 0 : letters + lettersOfAWordBreak
}

function pauseCost(text: string): number {
  if (/[.?!。？！…]["'”’»)]*$/u.test(text)) return lettersOfAFullStop
  return /[,;:、，；：—–]["'”’»)]*$/u.test(text) ? lettersOfAComma : 0
}
