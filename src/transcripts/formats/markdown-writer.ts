import type {Cue, Section, Span, Transcript, Turn} from '../../model/transcript.ts'
import {formatWholeTimestamp} from '../../text/time/durations.ts'
import {readLabel, readParagraphTimestamp} from '../markdown/markdown-labels.ts'
import {joinCaptionLines} from './caption-text.ts'

/** Escapes what Markdown takes for markup anywhere in a text. A bracket before a digit would be read as a time, even behind a backslash. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]~<]|&(?=#?\w{1,40};)/g, '\\$&')
    .replace(/\\\[(?=e?\d)/g, '&#91;')
    .replaceAll('\0', '')
}

/** Escapes a paragraph without a label of ours: nothing at its start may be taken for a list, a heading, a time or somebody's name. */
function escapeStart(text: string): string {
  const escaped = text.replace(/^[-+#>=]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  return escapeWhile(escaped, (each) => readLabel(each, () => true) ?? readParagraphTimestamp(each))
}

/** Behind a label, only a time could be misread. */
function escapeTime(text: string): string {
  return escapeWhile(text, readParagraphTimestamp)
}

/** `Ada: Bo: Hello` still begins with a label after its first colon is escaped. So this is repeated, up to so many times. */
const mostLabels = 8

function escapeWhile(text: string, read: (text: string) => {readonly rest: string} | undefined): string {
  let escaped = text
  for (let times = 0; times < mostLabels; times += 1) {
    const found = read(escaped)
    if (found === undefined) break
    const end = escaped.length - found.rest.length
    const start = escaped.slice(0, end).replace(/(?<!&#\d{1,5})[:：;]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    escaped = start + escaped.slice(end)
  }
  return escaped
}

/** A text that goes on as a time does (`--> 00:01`) would be taken for the end of the time before it. */
function behindTime(time: string, text: string): string {
  if (time === '' || text === '' || readParagraphTimestamp(`${time}${text}`)?.rest.trimStart() === text)
    return `${time}${text}`
  return `${time}&#${text.codePointAt(0)};${[...text].slice(1).join('')}`
}

const marks = {em: '*', strong: '**', code: '`'} as const

function spanText(span: Span): string {
  // This is how transcripts in repositories write sounds. The reader takes the text apart again.
  if (span.kind !== 'speech') return `\\[${escapeMarkdown(span.text)}\\]`
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text) ?? []
  if (inner === '') return span.text
  const mark = span.emphasis === undefined ? '' : marks[span.emphasis]
  // Nothing can be escaped in code. So a text that holds the mark of code is not written as code.
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
  return joinCaptionLines(spans.map(spanText).join('')).trim()
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
      index === 0 && label !== ''
        ? `${label}${behindTime(time, escapeTime(text))}`
        : behindTime(time, escapeStart(text)),
    )
  return paragraphs.join('\n\n')
}

/** The name on one line. `:` and `|` would end the name, so they are escaped. */
function escapeName(name: string): string {
  return joinCaptionLines(name)
    .trim()
    .replace(/[\\`*_[\]~<>():|]/g, '\\$&')
}

/**
 * The name of each turn's speaker. To readers, a turn without a name means "the same speaker goes on". So a turn of an unknown
 * speaker says that it is one when it follows a named speaker.
 */
function nameIn({speaker}: Turn, isAnybodyNamed: boolean): string | undefined {
  return speaker?.name ?? speaker?.label ?? (isAnybodyNamed ? 'Unknown Speaker' : undefined)
}

/** The text of a note begins with the word `Note`, or the note would be read as speech. */
function noteText(text: string): string {
  const line = escapeMarkdown(joinCaptionLines(text).trim())
  return /^(?:editor['’]?s? )?note:/i.test(line) ? `*${line}*` : `*Note: ${line}*`
}

/** A transcript for people to edit. Names are bold, each cue is a paragraph, and times stand in brackets. There is no specification. */
export function formatMarkdownTranscript({parts}: Transcript): string {
  let isAnybodyNamed = false
  const blocks = parts.map((part) => {
    if (part.kind === 'section') return `## ${timeOf(part)}${escapeMarkdown(joinCaptionLines(part.title).trim())}`
    if (part.kind === 'note') return noteText(part.text)
    const text = turnText(part, nameIn(part, isAnybodyNamed))
    isAnybodyNamed ||= part.speaker !== undefined && text !== ''
    return text
  })
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
