import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import type {EditorialNote, Transcript} from '../../model/transcript.ts'
import {clockTime, readLeadingMark, readTimeMark, readTrailingMark, type TimeMark} from '../../text/time/clock-times.ts'
import {formatDuration} from '../../text/time/durations.ts'
import type {CueDraft, DraftPart} from '../cue-drafts.ts'
import {transcriptOf} from '../cue-drafts.ts'
import {plainTextOf as textOfSpans} from '../spans.ts'
import {readSpeakers} from '../speakers/label-prefixes.ts'
import {cleanLabel, looksLikeName} from '../speakers/speaker-labels.ts'
import {readTimedName} from '../speakers/unmarked-names.ts'
import {joinCaptionLines, splitLines} from './caption-text.ts'
import {type ReadableTurn, readableParts} from './paragraphs.ts'
import {isSpeech, type Line, labelsOf, namesOf, timedNamesOf} from './plain-text-names.ts'
import type {ReadTranscript, TranscriptReadOptions, WrittenFormat} from './transcript-format.ts'

/** Text as people and services (Otter, Rev, Descript, Zoom) export it, and as it is published. There is no specification. */
export const plainText: WrittenFormat = {
  name: 'text',
  title: 'Plain text',
  file: transcriptKinds.text,
  captions: false,
  sniff: () => false,
  read: readPlainText,
  write: writePlainText,
}

/** A line that says who speaks is short. A longer line is speech that mentions a time. */
const longestHeadInCharacters = 100
/** Otter separates the time by two blanks: `Emma  53:54`. A time behind one blank stands within a sentence. */
const setOff = /(?:\S {2,}|\t ?)$/
/** `[Speaker 1 00:53]`, as diarisers write it. */
const inBrackets = /^\[([^\][]{1,80})\]$/
/** What may stand between a time and the speech after it: `00:08 - text`. */
const afterTime = /^[:：]?\s+(?:[-–—]\s+)?(?=\S)/
const afterBrackets = /^[:：]?\s*(?:[-–—]\s+)?(?=\S)/
const toTheHour = /^\d{1,3}[:;]\d{2}[:;]\d{2}/
const colonAtEnd = /[:：]$/
/** Services sign their exports with such a line, which nobody said. */
const signature = /^(?:transcribed by https?:\/\/\S+|.{1,60} (?:started|stopped) transcription)$/i
const underline = /^(?:={3,}|-{3,})$/

/** Reads text in paragraphs. A text that has no blank lines has a paragraph on every line. */
export function readPlainText(text: string, {file}: TranscriptReadOptions = {}): ReadTranscript {
  const lines = withoutConstantTime(splitLines(text).map((each, index) => ({text: each.trimEnd(), line: index + 1})))
  const isWrapped = lines.some((each) => each.text === '') && lines.every((each) => each.text.length <= 100)
  const {parts, problems} = withSpeakers(readLines(lines, isWrapped), file)
  return {transcript: transcriptOf(parts), problems}
}

/** Whether the lines of a text begin with times, or hold only a time and a speaker. Programs print such text on the screen. */
export function looksLikeTimedText(text: string): boolean {
  const lines = splitLines(text.slice(0, 4000)).filter((line) => line.trim() !== '')
  const timed = lines.filter((line) => {
    if (headOf(line)?.mark !== undefined || toTheHour.test(line)) return true
    const mark = readLeadingMark(line)
    return mark?.isBracketed === true || mark?.endInSeconds !== undefined
  })
  return timed.length >= 2
}

/** Some sites put `0:00 ` before every line of an export when they import it. This removes it. */
function withoutConstantTime(lines: readonly Line[]): readonly Line[] {
  const written = lines.filter((each) => each.text !== '')
  const first = constantTime.exec(written[0]?.text ?? '')?.[0]
  if (first === undefined || written.length < 3 || !written.every((each) => each.text.startsWith(first))) return lines
  return lines.map((each) => ({...each, text: each.text.slice(first.length).trimEnd()}))
}

const constantTime = new RegExp(`^${clockTime} `)

/** What the lines that were read so far say about the next lines. */
type Scan = {
  readonly parts: DraftPart[]
  speaker: string | undefined
  startsTurn: boolean
  mark: TimeMark | undefined
  /** Whether the last line was text of a paragraph that may go on. */
  isOpen: boolean
}

function readLines(lines: readonly Line[], isWrapped: boolean): DraftPart[] {
  const scan: Scan = {parts: [], speaker: undefined, startsTurn: false, mark: undefined, isOpen: false}
  const isName = namesOf(lines)
  const isTimedName = timedNamesOf(lines, (text) => headOf(text)?.label)
  const isLabel = labelsOf(lines)
  for (const [index, {text, line}] of lines.entries()) {
    if (text.trim() === '' || underline.test(text)) scan.isOpen = false
    else if (underline.test(lines[index + 1]?.text ?? '') && !scan.isOpen)
      scan.parts.push({kind: 'section', title: text.trim(), line})
    else if (signature.test(text.trim())) scan.parts.push(noteOf(text, line))
    else if (readNameBelowRange(lines, index, scan, isName)) continue
    else if (readHeadLine(text, scan) || readTimedNameLine(lines, index, scan, isTimedName)) continue
    else addText(text, line, isWrapped && !isLabel(text), scan)
  }
  return scan.parts
}

function noteOf(text: string, line: number): EditorialNote {
  return {kind: 'note', text: text.trim(), line}
}

/** Reads a line that is not speech. Returns `false` if the line is speech. */
function readHeadLine(text: string, scan: Scan): boolean {
  const head = headOf(text)
  if (!head) return false
  if (head.label !== undefined) {
    scan.speaker = head.label
    scan.startsTurn = true
  }
  if (head.mark !== undefined) scan.mark = head.mark
  scan.isOpen = false
  return true
}

type Head = {readonly label?: string; readonly mark?: TimeMark}

/**
 * Reads a line that only says who speaks from which time on: Otter's `Emma  53:54`, Rev's `Emma (00:53:54):`, diarisers'
 * `[Speaker 1 00:53]`, `00:53 Emma:`, `Emma:`. `(00:01:21):` alone says that the same speaker goes on.
 */
function headOf(text: string): Head | undefined {
  if (text.length > longestHeadInCharacters) return undefined
  const endsInColon = colonAtEnd.test(text)
  const bare = endsInColon ? text.slice(0, -1).trimEnd() : text
  const alone = readTimeMark(bare)
  if (alone) return {mark: alone}
  const inside = inBrackets.exec(bare)?.[1]
  const mark = readTrailingMark(inside ?? bare)
  const label = mark?.rest.trim() ?? ''
  if (mark !== undefined && label !== '' && (inside !== undefined || mark.isBracketed || setOff.test(mark.rest))) {
    // If a line ends with a time and a colon, whatever stands before them is a label.
    if ((endsInColon && mark.isBracketed) || looksLikeName(label)) return {label: cleanLabel(label), mark}
  }
  if (!endsInColon) return undefined
  const leading = readLeadingMark(bare)
  const name = (leading?.rest ?? bare).replace(/^\s*(?:[-–—]\s+)?/, '')
  if (!looksLikeName(name)) return undefined
  return leading === undefined ? {label: cleanLabel(name)} : {label: cleanLabel(name), mark: leading}
}

function readTimedNameLine(
  lines: readonly Line[],
  index: number,
  scan: Scan,
  isName: (words: string) => boolean,
): boolean {
  const found = readTimedName(lines[index]?.text ?? '')
  if (found === undefined || !isName(found.name) || !isSpeech(lines[index + 1])) return false
  scan.speaker = cleanLabel(found.name)
  scan.startsTurn = true
  scan.mark = found.mark
  scan.isOpen = false
  return true
}

function readNameBelowRange(
  lines: readonly Line[],
  index: number,
  scan: Scan,
  isName: (line: string) => boolean,
): boolean {
  const text = lines[index]?.text.trim() ?? ''
  const isBelowRange = scan.mark?.endInSeconds !== undefined && readTimeMark(lines[index - 1]?.text ?? '') !== undefined
  if (!isBelowRange || !isName(text) || (lines[index + 1]?.text ?? '') === '') return false
  scan.startsTurn ||= scan.speaker !== text
  scan.speaker = text
  return true
}

function addText(text: string, line: number, isWrapped: boolean, scan: Scan): void {
  const leading = readLeadingMark(text)
  const gap =
    leading === undefined ? undefined : (leading.isBracketed ? afterBrackets : afterTime).exec(leading.rest)?.[0]
  const timed = gap === undefined ? undefined : leading
  if (timed) scan.mark = timed
  const last = scan.parts.at(-1)
  if (!timed && isWrapped && scan.isOpen && last?.kind === 'cue') {
    scan.parts[scan.parts.length - 1] = {...last, text: `${last.text}\n${text}`}
    return
  }
  scan.parts.push({
    kind: 'cue',
    text: timed === undefined ? text : timed.rest.slice(gap?.length),
    speaker: scan.speaker,
    startsTurn: scan.startsTurn,
    startInSeconds: scan.mark?.startInSeconds,
    endInSeconds: scan.mark?.endInSeconds,
    line,
  })
  scan.startsTurn = false
  scan.mark = undefined
  scan.isOpen = true
}

/** Reads speakers from `Name: text`, where nothing else says who speaks. */
function withSpeakers(
  parts: readonly DraftPart[],
  file: string | undefined,
): {readonly parts: readonly DraftPart[]; readonly problems: readonly Problem[]} {
  const cues = parts.filter((part): part is CueDraft => part.kind === 'cue')
  const spoken = readSpeakers(cues, file)
  if (spoken.drafts.length !== cues.length) return {parts, problems: []}
  let index = 0
  return {
    parts: parts.map((part) => (part.kind === 'cue' ? withTimeBehindLabel(spoken.drafts[index++] ?? part) : part)),
    problems: spoken.problems,
  }
}

/** `Mara: [00:00:03] Hello.`, as Sonix writes it. */
function withTimeBehindLabel(cue: CueDraft): CueDraft {
  const mark = cue.startInSeconds === undefined && cue.speaker !== undefined ? readLeadingMark(cue.text) : undefined
  if (mark?.isBracketed !== true) return cue
  const {startInSeconds, endInSeconds, rest} = mark
  return {...cue, startInSeconds, endInSeconds, text: rest.trimStart()}
}

/** Writes each turn under a line with the speaker and the time. `readPlainText` and people can both read that. */
export function writePlainText(transcript: Transcript): string {
  let text = ''
  for (const part of readableParts(transcript)) {
    if (part.kind === 'turn') text += writeTurn(part)
    else
      text += part.kind === 'section' ? underlined(joinCaptionLines(part.title)) : `${joinCaptionLines(part.text)}\n\n`
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
    text += form === 'code' ? `${spoken}\n\n` : `${form === 'list-item' ? '- ' : ''}${joinCaptionLines(spoken)}\n\n`
  }
  const [first] = paragraphs
  return first === undefined ? '' : headOfTurn(speaker, first.startInSeconds) + text
}

function headOfTurn(speaker: string | undefined, startInSeconds: number | undefined): string {
  const start = startInSeconds === undefined ? undefined : formatDuration(startInSeconds)
  if (speaker === undefined) return start === undefined ? '' : `(${start}):\n`
  return start === undefined ? `${joinCaptionLines(speaker)}:\n` : `${joinCaptionLines(speaker)} (${start}):\n`
}
