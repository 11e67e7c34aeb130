import type {Problem} from '../../model/problem.ts'
import type {Cue} from '../../model/transcript.ts'
import {formatDuration} from '../../text/time/durations.ts'
import type {AudioPassage, MovedPassage, Passages, TextPassage} from './align-report.ts'
import {problem} from './alignment-problems.ts'

export type AlignmentFindings = {
  readonly cues: readonly Cue[]
  readonly timed: readonly (readonly Cue[])[]
  readonly passages: Passages
  readonly hasText: boolean
  readonly hasCaptions: boolean
  readonly isSameAudio: boolean
  readonly isEstimateAsked: boolean
}

/** People round to the second, and they write when a topic begins, not when its first word is said. */
const toleratedInSeconds = 5

/** What the author should know about an alignment, with the lines of the text where there are any. */
export function problemsOfAlignment(findings: AlignmentFindings): Problem[] {
  if (!findings.hasText) return []
  if (!findings.hasCaptions) return findings.isEstimateAsked || hasTimes(findings) ? [] : [withoutTimes()]
  if (!findings.isSameAudio) return [otherAudio()]
  const {cuts, added, moved} = findings.passages
  return [
    ...(cuts.length > 0 ? [cutProblem(cuts)] : []),
    ...added.map(addedProblem),
    ...moved.map(movedProblem),
    ...findings.cues.flatMap((cue, index) => differingTime(cue, findings.timed[index]?.[0])),
  ]
}

function hasTimes({timed}: AlignmentFindings): boolean {
  return timed.some((cues) => cues.some((cue) => cue.startInSeconds !== undefined))
}

function withoutTimes(): Problem {
  return problem(
    'captions-without-times',
    {},
    'neither the captions nor the text have a time, so the transcript has none either',
    'give captions a machine made, write times into the text ("[00:01:30]"), or ask for an estimate',
  )
}

function otherAudio(): Problem {
  return problem(
    'captions-of-other-audio',
    {},
    'the captions share too few words with the text to be of the same audio, so nothing of them was used',
    'check that both belong to one episode and are in one language',
  )
}

function cutProblem(cuts: readonly AudioPassage[]): Problem {
  const seconds = cuts.reduce((sum, cut) => sum + cut.endInSeconds - cut.startInSeconds, 0)
  const longest = cuts.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one))
  return problem(
    'audio-not-in-text',
    {},
    `${cuts.length} ${cuts.length === 1 ? 'passage' : 'passages'} of the captions (${formatDuration(seconds)}) are not in the text; the longest is ` +
      `${formatDuration(longest.startInSeconds)} to ${formatDuration(longest.endInSeconds)}, "${longest.firstWords} ..."`,
    'if the published audio is cut there, make captions of the published audio: from the first cut on these times are late',
  )
}

function lengthOf(cut: AudioPassage): number {
  return cut.endInSeconds - cut.startInSeconds
}

function addedProblem(passage: TextPassage): Problem {
  return problem(
    'text-not-in-audio',
    placeOf(passage),
    `${passage.wordCount} words ("${passage.firstWords} ... ${passage.lastWords}") are not in the captions, so they have no time`,
    'if they are spoken, give their paragraph a time, for example "[00:01:30]"; if not, nothing needs to be done',
  )
}

function movedProblem(passage: MovedPassage): Problem {
  return problem(
    'passage-moved',
    placeOf(passage),
    `"${passage.firstWords} ... ${passage.lastWords}" is heard at ${formatDuration(passage.startInSeconds)}, at another place than in the text, ` +
      'so it has no time: captions must follow the audio',
    'move it to where it is heard, or leave it without a time',
  )
}

function differingTime(written: Cue, timed: Cue | undefined): Problem[] {
  const heard = timed?.timing === 'aligned' ? timed.startInSeconds : undefined
  if (heard === undefined || written.startInSeconds === undefined) return []
  if (Math.abs(heard - written.startInSeconds) <= toleratedInSeconds) return []
  return [
    problem(
      'time-not-as-heard',
      placeOf(written),
      `the text says ${formatDuration(written.startInSeconds)}, the words are heard at ${formatDuration(heard)}; the latter is used`,
      `write [${formatDuration(heard)}], or leave the time out`,
    ),
  ]
}

function placeOf({line}: {readonly line?: number}): {readonly line?: number} {
  return line === undefined ? {} : {line}
}
