import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {looksLikeLabelTrack, readLabelTrack} from '../../text/time/clock-times.ts'
import type {TranscriptFormat} from './transcript-format.ts'
import {readTrack} from './whisper-tsv.ts'

/** A track of labels of Audacity. Each label is one caption: begin and end in seconds, and the text, with tabs between them. */
export const audacityLabels: TranscriptFormat = {
  name: 'audacity-labels',
  title: 'Audacity label track',
  file: transcriptKinds.text,
  captions: true,
  sniff: looksLikeLabelTrack,
  read: (text, {file} = {}) => readTrack(readLabelTrack(text), 1, file),
}
