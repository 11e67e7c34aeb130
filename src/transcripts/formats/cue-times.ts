import type {Problem} from '../../model/problem.ts'
import type {Cue, Transcript} from '../../model/transcript.ts'
import type {CueDraft} from '../cue-drafts.ts'
import {plainTextOf} from '../spans.ts'
import {joinCaptionLines} from './caption-text.ts'
import {problem} from './format-problems.ts'

/** A cue as captions need it: one line of text, and times that every player accepts, in whole milliseconds. */
export type CaptionCue = {
  readonly speaker: string | undefined
  /** Whether this is the first cue of its turn. */
  readonly startsTurn: boolean
  readonly text: string
  readonly startInMilliseconds: number
  /** Greater than the start. */
  readonly endInMilliseconds: number
}

/** A cue before it is known that its end is legal. */
type RoughCue = Omit<CaptionCue, 'endInMilliseconds'> & {endInMilliseconds: number | undefined}
type FinishedCue = RoughCue & {endInMilliseconds: number}

/** A pace at which most people can read. It is used only for cues whose end nobody gave. */
const readingMillisecondsPerCharacter = 60
const leastMilliseconds = 1000

/**
 * Every timed cue of a transcript, in the order of the text. Starts never go back and ends come after starts, as WebVTT demands
 * (https://www.w3.org/TR/webvtt1/#cues). Order and text win over times: where two speakers talk at once, machines write starts that
 * go back a little, and sorting by these would tear sentences apart.
 */
export function captionCues(transcript: Transcript): readonly CaptionCue[] {
  if (latest?.transcript !== transcript) latest = {transcript, cues: finishedCues(transcript)}
  return latest.cues
}

/** A transcript is written in one format of captions after the other. Its cues are made only once, and kept here. */
let latest: {readonly transcript: Transcript; readonly cues: readonly CaptionCue[]} | undefined

function finishedCues(transcript: Transcript): readonly CaptionCue[] {
  const cues = roughCues(transcript)
  let laterStart: number | undefined
  let nextStart: number | undefined
  for (const cue of cues.toReversed()) {
    if (nextStart !== undefined && nextStart > cue.startInMilliseconds) laterStart = nextStart
    nextStart = cue.startInMilliseconds
    cue.endInMilliseconds = endOf(cue, laterStart)
  }
  return cues.filter((cue): cue is FinishedCue => cue.endInMilliseconds !== undefined)
}

function roughCues(transcript: Transcript): RoughCue[] {
  const cues: RoughCue[] = []
  let latestStart = 0
  for (const part of transcript.parts) {
    if (part.kind !== 'turn') continue
    const speaker = captionLine(part.speaker?.name ?? part.speaker?.label ?? '')
    let startsTurn = true
    for (const cue of part.cues) {
      const text = captionLine(plainTextOf(cue.spans, {events: true}))
      if (text === undefined || cue.startInSeconds === undefined) continue
      latestStart = Math.max(latestStart, Math.round(cue.startInSeconds * 1000))
      const endInMilliseconds = cue.endInSeconds === undefined ? undefined : Math.round(cue.endInSeconds * 1000)
      cues.push({speaker, startsTurn, text, startInMilliseconds: latestStart, endInMilliseconds})
      startsTurn = false
    }
  }
  return cues
}

/** One line without NULs, which WebVTT forbids; `undefined` if nothing is left. */
function captionLine(text: string): string | undefined {
  const line = joinCaptionLines(text.includes('\0') ? text.replaceAll('\0', '') : text)
  return line.trim() === '' ? undefined : line
}

function endOf(cue: RoughCue, laterStart: number | undefined): number {
  const start = cue.startInMilliseconds
  if (cue.endInMilliseconds !== undefined && cue.endInMilliseconds > start) return cue.endInMilliseconds
  // A paragraph without an end lasts until the next one. A caption of no length must not stay up through a pause.
  if (cue.endInMilliseconds === undefined && laterStart !== undefined) return laterStart
  const readable = start + Math.max(leastMilliseconds, cue.text.length * readingMillisecondsPerCharacter)
  return Math.min(readable, laterStart ?? readable)
}

function spokenCues(transcript: Transcript): readonly Cue[] {
  return transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
}

export function countEstimatedCues(transcript: Transcript): number {
  return spokenCues(transcript).filter((cue) => cue.startInSeconds !== undefined && cue.timing === 'estimated').length
}

export function countUntimedCues(transcript: Transcript): number {
  return spokenCues(transcript).filter((cue) => cue.startInSeconds === undefined).length
}

/**
 * There is one remark for a whole file: every third caption file of a machine has hundreds of these, and players read them without
 * trouble.
 */
export function irregularTimes(drafts: readonly CueDraft[], file?: string): Problem[] {
  let withoutLength = 0
  let goingBack = 0
  let overlapping = 0
  let first: CueDraft | undefined
  let previous: CueDraft | undefined
  for (const draft of drafts) {
    const {startInSeconds: start = 0, endInSeconds: end = Number.POSITIVE_INFINITY} = draft
    // Two people in one caption are two cues with the same times. That is no slip.
    const isSameCaption = previous?.startInSeconds === start && previous.endInSeconds === end
    const before = withoutLength + goingBack + overlapping
    if (end <= start) withoutLength += 1
    if (previous && start < (previous.startInSeconds ?? 0)) goingBack += 1
    else if (previous && !isSameCaption && start < (previous.endInSeconds ?? 0)) overlapping += 1
    if (withoutLength + goingBack + overlapping > before) first ??= draft
    previous = draft
  }
  if (!first) return []
  const place = {...(file === undefined ? {} : {file}), ...(first.line === undefined ? {} : {line: first.line})}
  const counts = [
    [withoutLength, 'last no time'],
    [goingBack, 'begin before the one above'],
    [overlapping, 'overlap the one above'],
  ] as const
  const found = counts.flatMap(([count, what]) => (count > 0 ? [`${count} of ${drafts.length} ${what}`] : []))
  const message = `Captions have irregular times: ${found.join(', ')}`
  return [problem('cue-times-irregular', place, message, 'Nothing to do: the published captions get legal times')]
}
