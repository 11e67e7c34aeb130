import type {Transcript} from '../../../src/model/transcript.ts'
import {plainTextOf} from '../../../src/transcripts/spans.ts'

/** A transcript as a flat list, which is easier to compare: one line a cue. */
export type ListedCue = {
  readonly speaker: string | undefined
  readonly start: number | undefined
  readonly end: number | undefined
  readonly text: string
}

export function listCues(transcript: Transcript): ListedCue[] {
  return transcript.parts.flatMap((part) =>
    part.kind !== 'turn'
      ? []
      : part.cues.map((cue) => ({
          speaker: part.speaker?.name ?? part.speaker?.label,
          start: cue.startInSeconds,
          end: cue.endInSeconds,
          text: plainTextOf(cue.spans, {events: true}),
        })),
  )
}

/** `speaker|start|end|text`, for tables of cases. */
export function cueLines(transcript: Transcript): string[] {
  return listCues(transcript).map(
    ({speaker, start, end, text}) => `${speaker ?? ''}|${start ?? ''}|${end ?? ''}|${text}`,
  )
}
