import type {Span} from '../../model/transcript.ts'
import {escapeHtml} from '../../text/markup/html.ts'

/** Speech with its emphasis and its link, as it stands in files for apps and in pages. */
export function speechHtml({text, emphasis, href}: Extract<Span, {kind: 'speech'}>): string {
  const content = emphasis === undefined ? escapeHtml(text) : `<${emphasis}>${escapeHtml(text)}</${emphasis}>`
  // Many apps read a transcript, so no address may be one that could run code.
  return href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href)
    ? `<a href="${escapeHtml(href)}">${content}</a>`
    : content
}

/** Spans as HTML. `mark` writes sounds, and what nobody understood. */
export function spansHtml(spans: readonly Span[], mark: (text: string) => string): string {
  let html = ''
  for (const span of spans) html += span.kind === 'speech' ? speechHtml(span) : mark(span.text)
  return html
}
