import type {Place, Problem} from '../model/problem.ts'
import type {Cue, Transcript, Turn} from '../model/transcript.ts'
import {formatDuration} from '../text/time/durations.ts'
import {problem} from './transcript-problems.ts'

export type OrderedTranscript = {readonly transcript: Transcript; readonly problems: readonly Problem[]}

type Spoken = {
  readonly turn: Turn
  readonly cue: Cue & {readonly startInSeconds: number; readonly endInSeconds: number}
}

/** So much may people talk at once, and so many captions may overlap, if the captions are those of one recording. */
const overlapInSeconds = 1
const mostOverlapping = 0.1

/**
 * A transcript with its captions in the order of their times, if they fit together so: a program that knows each speaker apart writes
 * one speaker after the other. The parts of two recordings lie above each other when they are sorted, and are not touched.
 */
export function inOrderOfTimes(transcript: Transcript, place: Place): OrderedTranscript | undefined {
  const spoken = spokenOf(transcript)
  if (spoken === undefined) return undefined
  const sorted = [...spoken].sort((one, other) => one.cue.startInSeconds - other.cue.startInSeconds)
  const overlapping = sorted.filter(({cue}, at) => {
    const next = sorted[at + 1]?.cue.startInSeconds ?? Number.POSITIVE_INFINITY
    return cue.endInSeconds <= cue.startInSeconds || next < cue.endInSeconds - overlapInSeconds
  })
  if (overlapping.length > sorted.length * mostOverlapping) return undefined
  const at = spoken.findIndex(({cue}, index) => cue.startInSeconds < (spoken[index - 1]?.cue.startInSeconds ?? 0))
  const [before, first] = [spoken[at - 1]?.cue, spoken[at]?.cue]
  const example = `${formatDuration(first?.startInSeconds ?? 0)} stands below ${formatDuration(before?.startInSeconds ?? 0)}`
  const message = `The captions do not stand in the order of their times (${example}), so they were sorted by them`
  const line = first?.line === undefined ? {} : {line: first.line}
  return {
    transcript: {...transcript, parts: turnsOf(sorted)},
    problems: [problem('cues-sorted', {...place, ...line}, message)],
  }
}

/** All captions with their turns; `undefined` where there are headings, or captions without both times. */
function spokenOf({parts}: Transcript): readonly Spoken[] | undefined {
  const spoken: Spoken[] = []
  for (const turn of parts) {
    if (turn.kind !== 'turn') return undefined
    for (const cue of turn.cues) {
      const {startInSeconds, endInSeconds} = cue
      if (startInSeconds === undefined || endInSeconds === undefined) return undefined
      spoken.push({turn, cue: {...cue, startInSeconds, endInSeconds}})
    }
  }
  return spoken
}

function turnsOf(sorted: readonly Spoken[]): readonly Turn[] {
  const turns: {turn: Turn; cues: Cue[]}[] = []
  for (const {turn, cue} of sorted) {
    const last = turns.at(-1)
    const goesOn =
      last?.turn === turn || (turn.speaker !== undefined && last?.turn.speaker?.label === turn.speaker.label)
    if (goesOn) last?.cues.push(cue)
    else turns.push({turn, cues: [cue]})
  }
  return turns.map(({turn, cues}) => ({...turn, cues}))
}

/** Two captions may begin at once. If more do, and none begins later, their times say nothing. */
const fewestEqual = 3

/** A transcript without its times, if they are all the same one, as a program writes that knows none. */
export function withoutEqualTimes(transcript: Transcript, place: Place): OrderedTranscript | undefined {
  const cues = transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
  const [first] = cues
  const start = first?.startInSeconds
  if (start === undefined || cues.length < fewestEqual) return undefined
  if (cues.some(({startInSeconds}) => startInSeconds !== start)) return undefined
  const parts = transcript.parts.map((part) =>
    part.kind === 'turn' ? {...part, cues: part.cues.map(withoutTimes)} : part,
  )
  const message = `All ${cues.length} captions begin at ${formatDuration(start)}, so they are published as text without times`
  const line = first?.line === undefined ? {} : {line: first.line}
  const hint = 'Export the captions again, or write the time at which each one is said'
  return {
    transcript: {...transcript, parts},
    problems: [problem('cue-times-equal', {...place, ...line}, message, hint)],
  }
}

function withoutTimes({startInSeconds: _start, endInSeconds: _end, words: _words, ...cue}: Cue): Cue {
  return cue
}
