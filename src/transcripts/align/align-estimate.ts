import type {Cue} from '../../model/transcript.ts'
import {longestIncreasing} from './align-anchors.ts'
import {speechCost, spreadWords} from './align-caption-times.ts'
import type {WordTime} from './align-times.ts'
import type {WrittenWord} from './align-words.ts'

/** People set a time every minute or two. If two times are further apart than this, what lies between them is a guess. */
const nearInSeconds = 150

type Anchor = {readonly wordIndex: number; readonly seconds: number; readonly written: boolean}

/**
 * Times for a text that no machine transcribed. Between two times that its author wrote, words are spread by their length. With
 * `durationInSeconds`, words also get estimated times before the first written time, after the last one, and between two that are
 * far apart. Without it, these words have no times.
 */
export function timesFromText(
  cues: readonly Cue[],
  words: readonly WrittenWord[],
  durationInSeconds: number | undefined,
): (WordTime | undefined)[] {
  const times = new Array<WordTime | undefined>(words.length).fill(undefined)
  const anchors = anchorsOf(cues, words, durationInSeconds)
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1]
    if (next === undefined) break
    const isNear = anchor.written && next.written && next.seconds - anchor.seconds <= nearInSeconds
    if (!isNear && durationInSeconds === undefined) continue
    const timing = isNear ? 'interpolated' : 'estimated'
    const between = words.slice(anchor.wordIndex, next.wordIndex)
    for (const [offset, word] of spreadWords(between, anchor.seconds, next.seconds).entries()) {
      if (speechCost(word.text) === 0) continue
      times[anchor.wordIndex + offset] = {from: word.startInSeconds, to: word.endInSeconds, timing}
    }
  }
  return times
}

/**
 * The times that the author wrote, without those that contradict the order of the rest, and the ends of the audio where they are
 * known.
 */
function anchorsOf(
  cues: readonly Cue[],
  words: readonly WrittenWord[],
  durationInSeconds: number | undefined,
): Anchor[] {
  const written: Anchor[] = []
  let at = 0
  for (const [cueIndex, cue] of cues.entries()) {
    const wordIndex = at
    while (words[at]?.cueIndex === cueIndex) at++
    if (at === wordIndex) continue
    if (cue.startInSeconds !== undefined) written.push({wordIndex, seconds: cue.startInSeconds, written: true})
    if (cue.endInSeconds !== undefined) written.push({wordIndex: at, seconds: cue.endInSeconds, written: true})
  }
  const inOrder = longestIncreasing(written.map(({seconds}) => seconds)).map((index) => written[index] as Anchor)
  if (durationInSeconds === undefined) return inOrder
  const inAudio = inOrder.filter(({seconds}) => seconds < durationInSeconds)
  const start = {wordIndex: 0, seconds: 0, written: false}
  const end = {wordIndex: words.length, seconds: durationInSeconds, written: false}
  return [start, ...inAudio, end]
}
