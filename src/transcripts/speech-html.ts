import type {Span} from '../model/transcript.ts'
import {escapeHtml} from '../text/html.ts'

/** What was said, with its emphasis and its link, as files for apps and pages have it. */
export function speechHtml({text, emphasis, href}: Extract<Span, {kind: 'speech'}>): string {
  const content = emphasis === undefined ? escapeHtml(text) : `<${emphasis}>${escapeHtml(text)}</${emphasis}>`
  // A transcript is read by many apps: no address that could run something.
  return href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href)
    ? `<a href="${escapeHtml(href)}">${content}</a>`
    : content
}

/** Spans as HTML; `mark` writes what was heard, and what nobody made out. */
export function spansHtml(spans: readonly Span[], mark: (text: string) => string): string {
  let html = ''
  for (const span of spans) html += span.kind === 'speech' ? speechHtml(span) : mark(span.text)
  return html
}
