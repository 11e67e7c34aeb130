import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Transcript} from '../../model/transcript.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {formatDuration} from '../../text/time/durations.ts'
import {joinCaptionLines} from './caption-text.ts'
import {readHtml} from './html-reader.ts'
import {type Paragraph, type ReadableTurn, readableParts} from './paragraphs.ts'
import {spansHtml} from './speech-html.ts'
import type {WrittenFormat} from './transcript-format.ts'

/** Podcasting 2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#html. */
export const htmlFragment: WrittenFormat = {
  name: 'html',
  title: 'HTML',
  file: transcriptKinds.html,
  captions: false,
  sniff: (text) => /<(?:cite|time)[\s>]/i.test(text) || /^\uFEFF?\s*<(?:!doctype html|html|head|body)[\s>]/i.test(text),
  read: readHtml,
  write: writeHtml,
}

/**
 * Writes a fragment without a page around it. `<cite>`, `<time>` and `<p>` are those of the specification. Headings, notes and
 * lists are written with elements that browsers, and the apps that show HTML, know as well. The text is put together from strings
 * and not from templates, because this runs once for each paragraph of a whole corpus.
 */
export function writeHtml(transcript: Transcript): string {
  let html = ''
  for (const part of readableParts(transcript)) {
    if (part.kind === 'turn') html += writeTurn(part)
    else if (part.kind === 'section') html += `<h3>${escapeHtml(joinCaptionLines(part.title))}</h3>\n`
    else html += `<p><em>${escapeHtml(joinCaptionLines(part.text))}</em></p>\n`
  }
  return html
}

function writeTurn({speaker: named = '', paragraphs}: ReadableTurn): string {
  const speaker = joinCaptionLines(named)
  let html = ''
  if (speaker !== '' && paragraphs.length > 0) html += `<cite>${escapeHtml(speaker)}:</cite>\n`
  let before: Paragraph['form'] | undefined
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index] as Paragraph
    if (paragraph.startInSeconds !== undefined) html += `<time>${formatDuration(paragraph.startInSeconds)}</time>\n`
    const content = paragraph.html ?? spansHtml(paragraph.spans, markHtml)
    html +=
      paragraph.form === 'list-item'
        ? listItem(content, before, paragraphs[index + 1]?.form)
        : block(paragraph.form, content)
    before = paragraph.form
  }
  return html
}

function listItem(
  content: string,
  before: Paragraph['form'] | undefined,
  after: Paragraph['form'] | undefined,
): string {
  return `${before === 'list-item' ? '' : '<ul>'}<li>${content}</li>${after === 'list-item' ? '' : '</ul>'}\n`
}

function block(form: Exclude<Paragraph['form'], 'list-item'>, content: string): string {
  if (form === 'quote') return `<blockquote><p>${content}</p></blockquote>\n`
  return form === 'code' ? `<pre><code>${content}</code></pre>\n` : `<p>${content}</p>\n`
}

function markHtml(text: string): string {
  return `[${escapeHtml(text)}]`
}
