import {sourceKinds} from '../../file-kinds/text-kinds.ts'
import {countMarkdownLabels} from '../markdown/markdown-signs.ts'
import {parseMarkdownTranscript} from '../markdown/markdown-transcript.ts'
import {formatMarkdownTranscript} from './markdown-writer.ts'
import type {TranscriptFormat} from './transcript-format.ts'

/** A plain text may have one bold line, but a transcript has several labels. */
const leastLabels = 2

/** Markdown with names in bold. Shows keep such transcripts in their repositories. There is no specification. */
export const markdown: TranscriptFormat = {
  name: 'md',
  title: 'Markdown',
  file: sourceKinds.markdown,
  captions: false,
  sniff: (text) => countMarkdownLabels(text) >= leastLabels,
  read: (text) => parseMarkdownTranscript(text, {people: []}),
  write: formatMarkdownTranscript,
}
