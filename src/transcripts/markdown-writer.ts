import type {Cue, Section, Span, Transcript, Turn} from '../model/transcript.ts'
import {formatWholeTimestamp} from '../text/durations.ts'
import {joinLines} from './caption-text.ts'
import {readLabel} from './markdown-labels.ts'

/** What Markdown takes for markup wherever it stands. A bracket before a digit would be read as a time, also behind a backslash. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]~<]|&(?=#?\w{1,40};)/g, '\\$&')
    .replace(/\\\[(?=e?\d)/g, '&#91;')
    .replaceAll('\0', '')
}

/** A paragraph that carries no label of ours: nothing at its start may be taken for a list, a heading or somebody's name. */
function escapeStart(text: string): string {
  const escaped = text.replace(/^[-+#>=]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  const label = readLabel(escaped, () => true)
  if (label === undefined) return escaped
  const end = escaped.length - label.rest.length
  return escaped.slice(0, end).replaceAll(':', '&#58;') + escaped.slice(end)
}

const marks = {em: '*', strong: '**', code: '`'} as const

function spanText(span: Span): string {
  // As transcripts in repositories write what is heard; the reader takes it apart again.
  if (span.kind !== 'speech') return `\\[${escapeMarkdown(span.text)}\\]`
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text) ?? []
  if (inner === '') return span.text
  const mark = span.emphasis === undefined ? '' : marks[span.emphasis]
  // Nothing is escaped in code, so what holds its mark is no code any more.
  const isCode = span.emphasis === 'code' && !inner.includes('`')
  const content = isCode
    ? `\`${inner}\``
    : span.emphasis === 'code'
      ? escapeMarkdown(inner)
      : `${mark}${escapeMarkdown(inner)}${mark}`
  const linked =
    span.href === undefined ? content : `[${content}](<${span.href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
  return `${before}${linked}${after}`
}

function cueText({spans}: Cue): string {
  return joinLines(spans.map(spanText).join('')).trim()
}

function timeOf({startInSeconds}: Cue | Section): string {
  return startInSeconds === undefined ? '' : `\\[${formatWholeTimestamp(startInSeconds)}\\] `
}

function turnText({cues}: Turn, name: string | undefined): string {
  const label = name === undefined ? '' : `**${escapeName(name)}:** `
  const paragraphs = cues
    .map((cue) => ({time: timeOf(cue), text: cueText(cue)}))
    .filter(({text}) => text !== '')
    .map(({time, text}, index) =>
      index === 0 && label !== '' ? `${label}${time}${text}` : `${time}${escapeStart(text)}`,
    )
  return paragraphs.join('\n\n')
}

/** On one line; `:` and `|` would end the name. */
function escapeName(name: string): string {
  return joinLines(name)
    .trim()
    .replace(/[\\`*_[\]~<>():|]/g, '\\$&')
}

/** The name of each turn's speaker. Silence means "the same goes on" to readers, so a turn of nobody known says so behind one of somebody. */
function nameIn({speaker}: Turn, isAnybodyNamed: boolean): string | undefined {
  return speaker?.name ?? speaker?.label ?? (isAnybodyNamed ? 'Unknown Speaker' : undefined)
}

/** Without the word that says so, a note would be read as speech. */
function noteText(text: string): string {
  const line = escapeMarkdown(joinLines(text).trim())
  return /^(?:editor['’]?s? )?note:/i.test(line) ? `*${line}*` : `*Note: ${line}*`
}

/** A transcript for people to edit: names in bold, a paragraph a cue, times in brackets. No specification. */
export function formatMarkdownTranscript({parts}: Transcript): string {
  let isAnybodyNamed = false
  const blocks = parts.map((part) => {
    if (part.kind === 'section') return `## ${timeOf(part)}${escapeMarkdown(joinLines(part.title).trim())}`
    if (part.kind === 'note') return noteText(part.text)
    const text = turnText(part, nameIn(part, isAnybodyNamed))
    isAnybodyNamed ||= part.speaker !== undefined && text !== ''
    return text
  })
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
