import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {present} from '../../model/present.ts'
import {readLabelTrack, type TrackLabel} from '../../text/time/clock-times.ts'
import {type CueDraft, transcriptOf} from '../cue-drafts.ts'
import {readSpeakers} from '../speakers/label-prefixes.ts'
import {irregularTimes} from './cue-times.ts'
import {problem} from './format-problems.ts'
import type {ReadTranscript, TranscriptFormat} from './transcript-format.ts'

const head = /^start\tend\ttext$/i

/**
 * What `whisper --output_format tsv` writes: a line of column names, then lines with begin and end in whole milliseconds and the
 * text.
 */
export const whisperTsv: TranscriptFormat = {
  name: 'whisper-tsv',
  title: 'Whisper TSV',
  file: transcriptKinds.tsv,
  captions: true,
  sniff: (text) => /^\uFEFF?start\tend\ttext(?:\r|\n|$)/i.test(text),
  read: (text, {file} = {}) =>
    readTrack(
      readLabelTrack(text, (line) => head.test(line)),
      1000,
      file,
    ),
}

/** Labels as captions. A label at a single point says when something begins, and not how long it lasts. */
export function readTrack(
  labels: readonly TrackLabel[] | undefined,
  unitsPerSecond: number,
  file: string | undefined,
): ReadTranscript {
  if (labels === undefined) {
    const message = 'A line does not hold the two times, tabs between them and the text, so nothing can be read'
    return {
      transcript: {parts: []},
      problems: [problem('transcript-lines-invalid', present({file}), message, 'Export the transcript again')],
    }
  }
  const drafts = labels.map(
    ({start, end, text, line}): CueDraft => ({
      kind: 'cue',
      text,
      startInSeconds: start / unitsPerSecond,
      ...(end > start ? {endInSeconds: end / unitsPerSecond} : {}),
      line,
    }),
  )
  const spoken = readSpeakers(drafts, file)
  return {
    transcript: transcriptOf(spoken.drafts),
    problems: [...irregularTimes(drafts, file), ...spoken.problems],
  }
}
