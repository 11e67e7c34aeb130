import type {Cue, Span, Transcript, Turn} from '../model/transcript.ts'
import {formatWholeTimestamp} from '../text/durations.ts'

/** What Markdown would take for markup, in running text and at the start of a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/^(\s*)([-+]|\d{1,9}[.)])(?=\s)/, '$1\\$2')
}

function spanText(span: Span): string {
  // Events as transcripts in repositories write them; the reader takes them apart again.
  if (span.kind !== 'speech') return `\\[${escapeMarkdown(span.text)}\\]`
  const text = escapeMarkdown(span.text)
  const marks = {em: '*', strong: '**', code: '`'} as const
  const marked =
    span.emphasis === undefined || text.trim() === '' ? text : `${marks[span.emphasis]}${text}${marks[span.emphasis]}`
  return span.href === undefined ? marked : `[${marked}](<${span.href}>)`
}

function cueText({spans}: Cue): string {
  return spans
    .map(spanText)
    .join('')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

function turnText({speaker, cues}: Turn): string {
  const name = speaker?.name ?? speaker?.label
  const paragraphs = cues.map((cue, index) => {
    const time = cue.startInSeconds === undefined ? '' : `\\[${formatWholeTimestamp(cue.startInSeconds)}\\] `
    const label = name === undefined || index > 0 ? '' : `**${escapeMarkdown(name)}:** `
    return `${label}${time}${cueText(cue)}`
  })
  return paragraphs.join('\n\n')
}

/** A transcript for people to edit: names in bold, a paragraph a cue, times in brackets. No specification. */
export function formatMarkdownTranscript({parts}: Transcript): string {
  const blocks = parts.map((part) => {
    if (part.kind === 'section') return `## ${escapeMarkdown(part.title)}`
    return part.kind === 'note' ? `*${escapeMarkdown(part.text)}*` : turnText(part)
  })
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
