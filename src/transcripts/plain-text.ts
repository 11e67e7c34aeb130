import type {EditorialNote, Transcript} from '../model/transcript.ts'
import {formatDuration, parseDuration} from '../text/durations.ts'
import {joinLines, splitLines} from './caption-text.ts'
import type {CueDraft, DraftPart} from './cue-drafts.ts'
import {transcriptOf} from './cue-drafts.ts'
import {readSpeakers} from './label-prefixes.ts'
import {type ReadableTurn, readableParts} from './paragraphs.ts'
import {plainText as textOfSpans} from './spans.ts'
import {looksLikeName} from './speaker-labels.ts'
import type {PublishedFormat, ReadTranscript} from './transcript-format.ts'

/** Text as people and services export it (Otter, Rev, Descript, Zoom), and as it is published. No specification. */
export const plainText: PublishedFormat = {
  name: 'text',
  title: 'Plain text',
  extensions: ['.txt', '.text'],
  mimeTypes: ['text/plain'],
  captions: false,
  sniff: () => false,
  read: readPlainText,
  write: writePlainText,
}

const time = String.raw`(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)`

/** Lines that say only who speaks from when on: Otter `Emma  53:54`, Rev `Emma (00:53:54):`, diarisers `[Speaker 1 00:53]`. */
const headLines: readonly RegExp[] = [
  new RegExp(String.raw`^(\S[^\t]{0,59}?)(?: {2,}|\t+)${time}\s*$`),
  new RegExp(String.raw`^(\S.{0,59}?) ?[([]${time}[)\]]:?\s*$`),
  new RegExp(String.raw`^\[(\S[^\]]{0,59}?) ${time}\]:?\s*$`),
]
const headLineTimeFirst = new RegExp(String.raw`^[[(]?${time}[\])]?(?: -)? (\S.{0,59}?):?\s*$`)
/** `(00:01:21):` alone: the same speaker goes on. */
const timeLine = new RegExp(String.raw`^[[(]?${time}[\])]?:?\s*$`)
/** `00:00:08 text`, `[00:08] text`, `00:08 - text`. */
const timedText = new RegExp(String.raw`^[[(]?${time}[\])]?:?\s+(?:[-–—]\s+)?(?=\S)`)
const nameLine = /^(\S.{0,39}?):\s*$/
/** Services sign their exports. Nobody said it. */
const signature = /^transcribed by https?:\/\/\S+$/i
const underline = /^(?:={3,}|-{3,})$/

type Line = {readonly text: string; readonly line: number}

/** Reads text in paragraphs. A text that has no blank lines has a paragraph on every line. */
export function readPlainText(text: string): ReadTranscript {
  const lines = withoutConstantTime(splitLines(text).map((each, index) => ({text: each.trimEnd(), line: index + 1})))
  const isWrapped = lines.some((each) => each.text === '') && lines.every((each) => each.text.length <= 100)
  return {transcript: transcriptOf(withSpeakers(readLines(lines, isWrapped))), problems: []}
}

/** Some sites put `0:00 ` before every line of an export when they import it. */
function withoutConstantTime(lines: readonly Line[]): readonly Line[] {
  const written = lines.filter((each) => each.text !== '')
  const first = new RegExp(`^${time} `).exec(written[0]?.text ?? '')?.[0]
  if (first === undefined || written.length < 3 || !written.every((each) => each.text.startsWith(first))) return lines
  return lines.map((each) => ({...each, text: each.text.slice(first.length).trimEnd()}))
}

/** What the lines read so far say about the ones to come. */
type Scan = {
  readonly parts: DraftPart[]
  speaker: string | undefined
  startsTurn: boolean
  startInSeconds: number | undefined
  /** The last line was text of a paragraph that may go on. */
  isOpen: boolean
}

function readLines(lines: readonly Line[], isWrapped: boolean): DraftPart[] {
  const scan: Scan = {parts: [], speaker: undefined, startsTurn: false, startInSeconds: undefined, isOpen: false}
  for (const [index, {text, line}] of lines.entries()) {
    if (text.trim() === '' || underline.test(text)) scan.isOpen = false
    else if (underline.test(lines[index + 1]?.text ?? '') && !scan.isOpen)
      scan.parts.push({kind: 'section', title: text.trim(), line})
    else if (signature.test(text.trim())) scan.parts.push(noteOf(text, line))
    else if (!readHeadLine(text, scan)) addText(text, line, isWrapped, scan)
  }
  return scan.parts
}

function noteOf(text: string, line: number): EditorialNote {
  return {kind: 'note', text: text.trim(), line}
}

/** Takes in a line that is not speech; `false` if it is. */
function readHeadLine(text: string, scan: Scan): boolean {
  const head = headOf(text)
  if (!head) return false
  if (head.label !== undefined) {
    scan.speaker = head.label
    scan.startsTurn = true
  }
  if (head.time !== undefined) scan.startInSeconds = parseDuration(head.time)
  scan.isOpen = false
  return true
}

function headOf(text: string): {readonly label?: string | undefined; readonly time?: string | undefined} | undefined {
  const alone = timeLine.exec(text)
  if (alone) return {time: alone[1]}
  for (const form of headLines) {
    const match = form.exec(text)
    if (match && looksLikeName(match[1] ?? '')) return {label: match[1], time: match[2]}
  }
  const timeFirst = headLineTimeFirst.exec(text)
  if (timeFirst && text.trimEnd().endsWith(':') && looksLikeName(timeFirst[2] ?? ''))
    return {label: timeFirst[2], time: timeFirst[1]}
  const name = nameLine.exec(text)?.[1]
  return name !== undefined && looksLikeName(name) ? {label: name} : undefined
}

function addText(text: string, line: number, isWrapped: boolean, scan: Scan): void {
  const timed = timedText.exec(text)
  if (timed) scan.startInSeconds = parseDuration(timed[1] ?? '')
  const last = scan.parts.at(-1)
  if (!timed && isWrapped && scan.isOpen && last?.kind === 'cue') {
    scan.parts[scan.parts.length - 1] = {...last, text: `${last.text}\n${text}`}
    return
  }
  scan.parts.push({
    kind: 'cue',
    text: text.slice(timed?.[0].length ?? 0),
    speaker: scan.speaker,
    startsTurn: scan.startsTurn,
    startInSeconds: scan.startInSeconds,
    line,
  })
  scan.startsTurn = false
  scan.startInSeconds = undefined
  scan.isOpen = true
}

/** `Name: text`, where nothing else says who speaks. */
function withSpeakers(parts: readonly DraftPart[]): readonly DraftPart[] {
  const cues = parts.filter((part): part is CueDraft => part.kind === 'cue')
  const spoken = readSpeakers(cues)
  if (spoken.length !== cues.length) return parts
  let index = 0
  return parts.map((part) => (part.kind === 'cue' ? (spoken[index++] ?? part) : part))
}

/** Turns under a line with the speaker and the time, as `readPlainText` and people read them. */
export function writePlainText(transcript: Transcript): string {
  let text = ''
  for (const part of readableParts(transcript)) {
    if (part.kind === 'turn') text += writeTurn(part)
    else text += part.kind === 'section' ? underlined(joinLines(part.title)) : `${joinLines(part.text)}\n\n`
  }
  return text === '' ? '' : text.slice(0, -1)
}

function underlined(title: string): string {
  return `${title}\n${'-'.repeat(Math.max(3, title.length))}\n\n`
}

function writeTurn({speaker, paragraphs}: ReadableTurn): string {
  let text = ''
  for (const {spans, form} of paragraphs) {
    const spoken = textOfSpans(spans, {events: true})
    text += form === 'code' ? `${spoken}\n\n` : `${form === 'list-item' ? '- ' : ''}${joinLines(spoken)}\n\n`
  }
  const [first] = paragraphs
  return first === undefined ? '' : headOfTurn(speaker, first.startInSeconds) + text
}

function headOfTurn(speaker: string | undefined, startInSeconds: number | undefined): string {
  const start = startInSeconds === undefined ? undefined : formatDuration(startInSeconds)
  if (speaker === undefined) return start === undefined ? '' : `(${start}):\n`
  return start === undefined ? `${joinLines(speaker)}:\n` : `${joinLines(speaker)} (${start}):\n`
}
