import type {ProbedEpisode} from '../model/episode.ts'
import type {Problem} from '../model/problem.ts'
import type {Cue, Transcript} from '../model/transcript.ts'
import {formatDuration} from '../text/time/durations.ts'
import {problem} from './render-problems.ts'

/** Captions may outlast the sound a little: machines round up, and players stop where the file ends. */
const toleranceInSeconds = 5

/** A transcript that goes on after the sound ends belongs to another cut, or the file is not whole. */
export function transcriptLengthProblems({
  media,
  transcripts,
}: Pick<ProbedEpisode, 'media' | 'transcripts'>): readonly Problem[] {
  const longest = Math.max(0, ...media.map(({facts}) => facts.durationInSeconds ?? Number.POSITIVE_INFINITY))
  if (longest === 0 || !Number.isFinite(longest)) return []
  return transcripts.flatMap(({transcript, file}) => {
    const beyond = cuesAfter(longest + toleranceInSeconds, transcript)
    const [first] = beyond
    if (first === undefined) return []
    const place = {...(file === undefined ? {} : {file}), ...(first.line === undefined ? {} : {line: first.line})}
    const count = beyond.length === 1 ? 'A caption starts' : `${beyond.length} captions start`
    const message = `${count} after the end of the episode (${formatDuration(longest)}), the first at ${formatDuration(startOf(first))}`
    return [
      problem(
        'transcript-beyond-end',
        place,
        message,
        'Check that it is the transcript of this file, and that the file is whole',
      ),
    ]
  })
}

function cuesAfter(seconds: number, {parts}: Transcript): readonly Cue[] {
  const found: Cue[] = []
  for (const part of parts)
    if (part.kind === 'turn')
      for (const cue of part.cues) if (cue.startInSeconds !== undefined && cue.startInSeconds > seconds) found.push(cue)
  return found
}

function startOf({startInSeconds}: Cue): number {
  return startInSeconds ?? 0
}
