import type {Transcript, Turn} from '../model/transcript.ts'
import {formatDuration} from '../text/durations.ts'
import type {Html} from '../text/html.ts'
import {html, trustedHtml} from '../text/html.ts'
import {joinLines} from './caption-text.ts'
import {readHtml} from './html-reader.ts'
import type {Paragraph} from './paragraphs.ts'
import {paragraphsOf} from './paragraphs.ts'
import type {PublishedFormat} from './transcript-format.ts'

/** Podcasting 2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#html. */
export const htmlFragment: PublishedFormat = {
  name: 'html',
  title: 'HTML',
  extensions: ['.html', '.htm'],
  mimeTypes: ['text/html'],
  captions: false,
  sniff: (text) => /<(?:cite|time)[\s>]/i.test(text) || /^\uFEFF?\s*<(?:!doctype html|html|head|body)[\s>]/i.test(text),
  read: readHtml,
  write: writeHtml,
}

/**
 * A fragment without a page around it. `<cite>`, `<time>` and `<p>` are the specification's; headings, notes and lists are
 * what browsers and the apps that show HTML know as well.
 */
export function writeHtml(transcript: Transcript): string {
  const blocks = transcript.parts.flatMap((part): Html[] => {
    if (part.kind === 'section') return [html`<h3>${joinLines(part.title)}</h3>`]
    if (part.kind === 'note') return [html`<p><em>${joinLines(part.text)}</em></p>`]
    return writeTurn(part)
  })
  return blocks.map((block) => `${block.html}\n`).join('')
}

function writeTurn(turn: Turn): Html[] {
  const paragraphs = paragraphsOf(turn)
  const speaker = joinLines(turn.speaker?.name ?? turn.speaker?.label ?? '')
  const blocks: Html[] = speaker === '' || paragraphs.length === 0 ? [] : [html`<cite>${speaker}:</cite>`]
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.startInSeconds !== undefined)
      blocks.push(html`<time>${formatDuration(paragraph.startInSeconds)}</time>`)
    const follows = paragraph.form === 'list-item' && paragraphs[index - 1]?.form === 'list-item'
    const goesOn = paragraph.form === 'list-item' && paragraphs[index + 1]?.form === 'list-item'
    blocks.push(writeParagraph(paragraph, !follows, !goesOn))
  }
  return blocks
}

function writeParagraph({spans, form}: Paragraph, isFirst: boolean, isLast: boolean): Html {
  const content = trustedHtml(spans.map((span) => writeSpan(span).html).join(''))
  if (form === 'quote') return html`<blockquote><p>${content}</p></blockquote>`
  if (form === 'code') return html`<pre><code>${content}</code></pre>`
  if (form === 'list-item')
    return html`${isFirst && trustedHtml('<ul>')}<li>${content}</li>${isLast && trustedHtml('</ul>')}`
  return html`<p>${content}</p>`
}

const emphasisTags = {
  em: (text: Html) => html`<em>${text}</em>`,
  strong: (text: Html) => html`<strong>${text}</strong>`,
  code: (text: Html) => html`<code>${text}</code>`,
} as const

function writeSpan(span: Paragraph['spans'][number]): Html {
  if (span.kind !== 'speech') return html`[${span.text}]`
  const text = html`${span.text}`
  const emphasised = span.emphasis === undefined ? text : emphasisTags[span.emphasis](text)
  // A transcript is read by many apps: no address that could run something.
  return span.href !== undefined && /^(?:https?:|mailto:)/i.test(span.href)
    ? html`<a href="${span.href}">${emphasised}</a>`
    : emphasised
}
