import type {Cue, TimedWord, Transcript} from '../../model/transcript.ts'
import {speechCost} from './align-caption-times.ts'
import {captionStarts, spansBetween} from './align-split.ts'
import {inMilliseconds, type WordTime} from './align-times.ts'
import type {WrittenWord} from './align-words.ts'

export type CueOptions = {readonly split: boolean; readonly words: boolean}

/** This part of a cue's words must be in the captions before its times are called aligned. The other words then stand between those. */
const alignedPart = 0.25
/** A paragraph that begins with an addition is shown when the rest of it is heard. One "so" that is heard is not enough for that. */
const believedWords = 5
const believedPart = 0.5
/** No caption format allows an end that is not after the start. A short caption stays for a moment if nothing follows at once. */
const shortestInSeconds = 0.25
const readableInSeconds = 1
/** A cue without words (`[laughs]`) is heard between two cues if they are this near to each other. */
const nearInSeconds = 10

type Said = {readonly words: readonly WrittenWord[]; readonly times: readonly (WordTime | undefined)[]}

/** For each cue of the text: the cue with the times of its words, or with `split` the captions made of it. The texts stay as they are. */
export function timedCues(
  cues: readonly Cue[],
  words: readonly WrittenWord[],
  times: readonly (WordTime | undefined)[],
  options: CueOptions,
): Cue[][] {
  let at = 0
  let latest = 0
  const timed = cues.map((cue, cueIndex) => {
    const from = at
    while (words[at]?.cueIndex === cueIndex) at++
    const pieces = timedPieces(cue, {words: words.slice(from, at), times: times.slice(from, at)}, latest, options)
    latest = Math.max(latest, pieces.at(-1)?.startInSeconds ?? 0)
    return pieces
  })
  return settled(timed, options.split ? readableInSeconds : shortestInSeconds)
}

function timedPieces(cue: Cue, said: Said, latestInSeconds: number, options: CueOptions): Cue[] {
  const isTimed = said.times.some((time) => time !== undefined)
  const isComplete = cue.startInSeconds !== undefined && cue.endInSeconds !== undefined
  const isHeard = said.times.some((time) => time?.timing === 'aligned')
  if (!isTimed || (isComplete && !isHeard && !options.split)) return [cue]
  const starts = options.split && cue.form !== 'code' ? captionStarts(said.words, said.times) : [0]
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? said.words.length
    const piece = {words: said.words.slice(from, to), times: said.times.slice(from, to)}
    const wordOf = (at: number) => (at > 0 && at < said.words.length ? said.words[at] : undefined)
    const spans = starts.length === 1 ? cue.spans : spansBetween(cue, wordOf(from), wordOf(to))
    const written = from === 0 && (cue.startInSeconds ?? -1) >= latestInSeconds ? cue.startInSeconds : undefined
    return withTimes({...withoutTimes(cue), spans}, piece, written, options)
  })
}

function withoutTimes(cue: Cue): Cue {
  const {startInSeconds: _start, endInSeconds: _end, timing: _timing, words: _words, ...rest} = cue
  return rest
}

function withTimes(cue: Cue, said: Said, writtenStart: number | undefined, options: CueOptions): Cue {
  const known = said.times.filter((time) => time !== undefined)
  const first = known[0]
  const last = known.at(-1)
  const timing = timingOf(known, said.words.filter(({text}) => speechCost(text) > 0).length)
  if (first === undefined || last === undefined || timing === undefined) {
    return writtenStart === undefined ? cue : {...cue, startInSeconds: writtenStart}
  }
  // Where the first word was not found, the author's own time is the best there is.
  const start = said.times[0] === undefined ? Math.min(first.from, writtenStart ?? first.from) : first.from
  return {
    ...cue,
    startInSeconds: inMilliseconds(start),
    endInSeconds: inMilliseconds(last.to),
    timing,
    ...(options.words && timing !== 'estimated' ? {words: timedWords(said)} : {}),
  }
}

/** `undefined` means: too little of the cue is heard to show all of it at that time. */
function timingOf(known: readonly WordTime[], wordCount: number): WordTime['timing'] | undefined {
  if (known.some(({timing}) => timing === 'estimated')) return 'estimated'
  const aligned = known.filter(({timing}) => timing === 'aligned').length
  if (aligned < believedWords && known.length < believedPart * wordCount) return undefined
  return aligned > 0 && aligned >= alignedPart * wordCount ? 'aligned' : 'interpolated'
}

function timedWords({words, times}: Said): TimedWord[] {
  return words.flatMap(({text}, at) => {
    const time = times[at]
    return time === undefined
      ? []
      : [{text, startInSeconds: inMilliseconds(time.from), endInSeconds: inMilliseconds(time.to)}]
  })
}

/** Gives short captions a moment to be read, and cues without words the time between their neighbours. */
function settled(cues: readonly (readonly Cue[])[], leastInSeconds: number): Cue[][] {
  const nextStarts = startsAfter(cues.flat())
  let at = 0
  let previousEnd: number | undefined
  return cues.map((pieces) =>
    pieces.map((piece) => {
      const cue = settledCue(piece, previousEnd, nextStarts[at++], leastInSeconds)
      if (cue.spans.some(({kind}) => kind === 'speech') || cue.startInSeconds !== undefined)
        previousEnd = cue.endInSeconds
      return cue
    }),
  )
}

function settledCue(
  cue: Cue,
  previousEnd: number | undefined,
  nextStart: number | undefined,
  leastInSeconds: number,
): Cue {
  const {startInSeconds, endInSeconds} = cue
  if (startInSeconds === undefined) {
    const isSound = cue.spans.every((span) => span.kind !== 'speech' || span.text.trim() === '')
    if (!isSound || previousEnd === undefined || nextStart === undefined) return cue
    const room = nextStart - previousEnd
    if (room < shortestInSeconds || room > nearInSeconds) return cue
    return {...cue, startInSeconds: previousEnd, endInSeconds: nextStart, timing: 'interpolated'}
  }
  if (endInSeconds === undefined || cue.timing === undefined) return cue
  const readable = Math.max(endInSeconds, Math.min(startInSeconds + leastInSeconds, nextStart ?? endInSeconds))
  // Only a caption that would otherwise not be seen at all may overlap the caption after it.
  const isSeen = readable - startInSeconds > 0.05
  return {...cue, endInSeconds: inMilliseconds(isSeen ? readable : startInSeconds + shortestInSeconds)}
}

/** For each cue the start of the next cue that has one. */
function startsAfter(cues: readonly Cue[]): (number | undefined)[] {
  let next: number | undefined
  return cues
    .toReversed()
    .map((cue) => {
      const after = next
      next = cue.startInSeconds ?? next
      return after
    })
    .toReversed()
}

/** The transcript with each cue replaced by a list of cues. Everything else is kept, and sections start with what follows them. */
export function withCues(transcript: Transcript, cues: readonly (readonly Cue[])[]): Transcript {
  let at = 0
  const parts = transcript.parts.map((part) => {
    if (part.kind !== 'turn') return part
    const from = at
    at += part.cues.length
    return {...part, cues: cues.slice(from, at).flat()}
  })
  let next: number | undefined
  const timed = parts.toReversed().map((part) => {
    if (part.kind === 'turn') next = part.cues.find((cue) => cue.timing !== 'estimated')?.startInSeconds
    const isOpen = part.kind === 'section' && part.startInSeconds === undefined && next !== undefined
    return isOpen ? {...part, startInSeconds: next as number} : part
  })
  return {...transcript, parts: timed.toReversed()}
}
