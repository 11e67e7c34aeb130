import {parseMarkdownTranscript} from './markdown-transcript.ts'
import {formatMarkdownTranscript} from './markdown-writer.ts'
import type {TranscriptFormat} from './transcript-format.ts'

const boldLabel = /^(?:> ?)?(?:\*{1,3}|__)[^*_\n]{1,60}(?::(?:\*{1,3}|__)|(?:\*{1,3}|__):)/gm
/** A plain text may have one bold line; a transcript has speakers. */
const leastLabels = 2
const sampleInCharacters = 20_000

/** Markdown with names in bold, as shows keep transcripts in their repositories. No specification. */
export const markdown: TranscriptFormat = {
  name: 'md',
  title: 'Markdown',
  extensions: ['.md', '.markdown'],
  mimeTypes: ['text/markdown'],
  captions: false,
  sniff: (text) => (text.slice(0, sampleInCharacters).match(boldLabel)?.length ?? 0) >= leastLabels,
  read: (text) => parseMarkdownTranscript(text, {people: []}),
  write: formatMarkdownTranscript,
}
