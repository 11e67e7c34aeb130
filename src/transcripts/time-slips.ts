import {present} from '../model/present.ts'
import type {Place, Problem} from '../model/problem.ts'
import type {Cue, Transcript} from '../model/transcript.ts'
import {formatDuration} from '../text/time/durations.ts'
import {risingChain} from './rising-chain.ts'
import {plainTextOf} from './spans.ts'
import {inOrderOfTimes, withoutEqualTimes} from './time-order.ts'
import {problem} from './transcript-problems.ts'

/** People talk at once, and machines then write starts that go back by up to this much. That moves nothing that listeners could see. */
const toleranceInSeconds = 5
/** If more times than this are wrong in a row, they are right for something else. The times around them then say nothing about them. */
const mostSlipsInARow = 3
/** A caption has a slip in its end if it stays ten times as long as anybody needs to read it, and stays over the next ones. */
const longestInSeconds = 60
const readingSecondsPerCharacter = 0.06
const patience = 10
/** `[music]` may last for minutes, over what is said meanwhile. */
const fewestCharacters = 12

/** A cue or a section with a time, in the order of the text. */
type Point = {
  readonly startInSeconds: number
  readonly endInSeconds: number | undefined
  readonly characters: number
  readonly line: number | undefined
}
/** What a point gets instead of its times. */
type Mended = {readonly startInSeconds?: number; readonly endInSeconds?: number}

/**
 * A transcript whose times rise. One slip in a figure must not move the captions after it. A time that lies outside its neighbours
 * is dropped and interpolated between them, and the neighbours keep their times. A longer run of times that begins anew is left
 * out. Both are reported.
 */
export function mendTimes(
  transcript: Transcript,
  place: Place,
): {readonly transcript: Transcript; readonly problems: readonly Problem[]} {
  const untimed = withoutEqualTimes(transcript, place)
  if (untimed !== undefined) return untimed
  const points = pointsOf(transcript)
  const ends = outlyingEnds(points)
  if (ends.length === 0 && isRising(points)) return {transcript, problems: []}
  const mended = new Map<number, Mended>(ends.map((at) => [at, {startInSeconds: points[at]?.startInSeconds ?? 0}]))
  const slips = [...ends]
  const left: number[][] = []
  const runs = outlyingRuns(points)
  const sorted = runs.some((run) => run.length > mostSlipsInARow) ? inOrderOfTimes(transcript, place) : undefined
  if (sorted !== undefined) return sorted
  for (const run of runs) {
    const times = run.length > mostSlipsInARow ? undefined : interpolated(points, run)
    for (const [offset, at] of run.entries()) mended.set(at, times?.[offset] ?? {})
    if (times === undefined) left.push(run)
    else slips.push(...run)
  }
  slips.sort((one, other) => one - other)
  const problems = [...slipProblems(slips, points, place), ...left.map((run) => anewProblem(run, points, place))]
  return {transcript: withTimes(transcript, mended), problems}
}

function pointsOf({parts}: Transcript): Point[] {
  return parts.flatMap((part) => {
    const timed = part.kind === 'turn' ? part.cues : part.kind === 'section' ? [part] : []
    return timed.flatMap((each) => {
      const {startInSeconds, line} = each
      if (startInSeconds === undefined) return []
      const isCue = 'spans' in each
      const characters = isCue ? plainTextOf(each.spans, {events: true}).length : 0
      return [{startInSeconds, endInSeconds: isCue ? each.endInSeconds : undefined, characters, line}]
    })
  })
}

function isRising(points: readonly Point[]): boolean {
  let latest = 0
  for (const {startInSeconds} of points) {
    if (startInSeconds < latest - toleranceInSeconds) return false
    latest = Math.max(latest, startInSeconds)
  }
  return true
}

function outlyingEnds(points: readonly Point[]): number[] {
  return [...points.keys()].filter((at) => {
    const {startInSeconds, endInSeconds, characters} = points[at] as Point
    const next = points[at + 1]
    if (endInSeconds === undefined || next === undefined || characters < fewestCharacters) return false
    const duration = endInSeconds - startInSeconds
    if (duration <= longestInSeconds || duration <= characters * readingSecondsPerCharacter * patience) return false
    return endInSeconds > next.startInSeconds + toleranceInSeconds
  })
}

/** Runs of neighbouring points whose times lie outside those of the others. */
function outlyingRuns(points: readonly Point[]): number[][] {
  if (isRising(points)) return []
  const kept = risingChain(points.map((point) => ({value: point.startInSeconds, weight: trustIn(point)})))
  const runs: number[][] = []
  let before = Number.NEGATIVE_INFINITY
  const isOut = points.map(({startInSeconds}, at) => {
    if (kept.has(at)) before = startInSeconds
    return !kept.has(at) && startInSeconds < before - toleranceInSeconds
  })
  let after = Number.POSITIVE_INFINITY
  for (const [at, {startInSeconds}] of [...points.entries()].reverse()) {
    if (kept.has(at)) after = startInSeconds
    else if (startInSeconds > after + toleranceInSeconds) isOut[at] = true
  }
  for (const [at, out] of isOut.entries()) {
    if (!out) continue
    const last = runs.at(-1)
    if (last?.at(-1) === at - 1) last?.push(at)
    else runs.push([at])
  }
  return runs
}

/** If two times contradict each other, the one with a fitting end is right. */
function trustIn({startInSeconds, endInSeconds}: Point): number {
  if (endInSeconds === undefined) return 2
  return endInSeconds > startInSeconds && endInSeconds - startInSeconds <= longestInSeconds ? 3 : 1
}

/** The times of a run between its neighbours, by the length of the texts; `undefined` where there is no neighbour on a side. */
function interpolated(points: readonly Point[], run: readonly number[]): Mended[] | undefined {
  const first = run[0] ?? 0
  const before = points[first - 1]
  const after = points[(run.at(-1) ?? 0) + 1]
  if (after === undefined && before?.endInSeconds === undefined) return undefined
  const from = startAfter(before, after)
  const until = Math.max(from, after?.startInSeconds ?? from)
  const total = run.reduce((sum, at) => sum + (points[at]?.characters ?? 0), 0)
  let spoken = 0
  return run.map((at) => {
    const {endInSeconds, characters} = points[at] as Point
    const share = total === 0 ? 0 : spoken / total
    spoken += characters
    const startInSeconds = round(from + (until - from) * share)
    const isEnd =
      endInSeconds !== undefined &&
      endInSeconds > startInSeconds &&
      (after === undefined ? false : endInSeconds <= until + toleranceInSeconds)
    return isEnd ? {startInSeconds, endInSeconds} : {startInSeconds}
  })
}

/** The end of the caption before, if that is known and possible. Otherwise its start and the time that it takes to say its words. */
function startAfter(before: Point | undefined, after: Point | undefined): number {
  if (before === undefined) return 0
  const {startInSeconds, endInSeconds, characters} = before
  const limit = after?.startInSeconds ?? Number.POSITIVE_INFINITY
  if (endInSeconds !== undefined && endInSeconds > startInSeconds && endInSeconds <= limit) return endInSeconds
  const spoken = startInSeconds + characters * readingSecondsPerCharacter
  return spoken < limit ? spoken : (startInSeconds + limit) / 2
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

function withTimes(transcript: Transcript, mended: ReadonlyMap<number, Mended>): Transcript {
  let at = -1
  const parts = transcript.parts.map((part) => {
    if (part.kind === 'turn') {
      const cues = part.cues.map((cue) => {
        if (cue.startInSeconds === undefined) return cue
        at += 1
        const times = mended.get(at)
        return times === undefined ? cue : cueWithTimes(cue, times)
      })
      return {...part, cues}
    }
    if (part.kind !== 'section' || part.startInSeconds === undefined) return part
    at += 1
    const {startInSeconds, ...rest} = part
    const times = mended.get(at) ?? {startInSeconds}
    return {...rest, ...present({startInSeconds: times.startInSeconds})}
  })
  return {...transcript, parts}
}

/** The words of a cue have the same slip as the cue, so their times are removed as well where the start was wrong. */
function cueWithTimes({startInSeconds: written, endInSeconds: _, words, ...rest}: Cue, times: Mended): Cue {
  if (times.startInSeconds === written) return {...rest, ...times, ...present({words})}
  return {...rest, ...times, ...(times.startInSeconds === undefined ? {} : {timing: 'interpolated' as const})}
}

function placeOf({file}: Place, point: Point | undefined): Place {
  return present({file, line: point?.line})
}

function slipProblems(slips: readonly number[], points: readonly Point[], place: Place): Problem[] {
  const [first] = slips
  const point = first === undefined ? undefined : points[first]
  if (point === undefined || first === undefined) return []
  const around = [points[first - 1], points[first + 1]].flatMap((each) =>
    each ? [formatDuration(each.startInSeconds)] : [],
  )
  const {startInSeconds, endInSeconds} = point
  const written =
    formatDuration(startInSeconds) + (endInSeconds === undefined ? '' : ` to ${formatDuration(endInSeconds)}`)
  const more = slips.length > 1 ? `, and ${slips.length - 1} more times are like it` : ''
  const message = `The time ${written} does not fit between its neighbours (${around.join(' and ')})${more}: it is taken for a slip, and a time between theirs is published`
  return [problem('cue-time-outlying', placeOf(place, point), message, 'Correct the time in the file')]
}

function anewProblem(run: readonly number[], points: readonly Point[], place: Place): Problem {
  const [first, last] = [points[run[0] ?? 0], points[run.at(-1) ?? 0]]
  const span = `${formatDuration(first?.startInSeconds ?? 0)} to ${formatDuration(last?.startInSeconds ?? 0)}`
  const message = `The ${run.length} times from here on (${span}) do not go on from the others, as if two files had been joined, so they are not published`
  return problem(
    'cue-times-begin-anew',
    placeOf(place, first),
    message,
    'Add the length of the first part to each time of the second one',
  )
}
