import type {ProbedEpisode} from '../model/episode.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {Cue} from '../model/transcript.ts'
import {formatDuration} from '../text/durations.ts'

/** Captions may outlast the sound a little: machines round up, and players stop where the file ends. */
const toleranceInSeconds = 5

/** A transcript that goes on after the sound ends is that of another cut, or the file is not whole. */
export function transcriptLengthProblems({
  media,
  transcripts,
}: Pick<ProbedEpisode, 'media' | 'transcripts'>): readonly Problem[] {
  const longest = Math.max(0, ...media.map(({facts}) => facts.durationInSeconds ?? Number.POSITIVE_INFINITY))
  if (longest === 0 || !Number.isFinite(longest)) return []
  return transcripts.flatMap(({transcript, file}) => {
    const cues = transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
    const beyond = cues.filter((cue) => startOf(cue) > longest + toleranceInSeconds)
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

function startOf({startInSeconds}: Cue): number {
  return startInSeconds ?? 0
}
