import {present} from '../../model/present.ts'
import type {Cue, EditorialNote, Section, Span, Transcript, Turn} from '../../model/transcript.ts'
import {plainTextOf} from '../spans.ts'
import {joinTexts} from './caption-text.ts'
import {speechHtml} from './speech-html.ts'

/** Text that is read as one paragraph on a page: one cue of an edited text, or several captions. */
export type Paragraph = {
  readonly spans: readonly Span[]
  /** The HTML of its spans, where all of them are speech. */
  readonly html: string | undefined
  /** Line of the file that it was read from, counted from 1. */
  readonly line: number | undefined
  readonly startInSeconds?: number
  readonly form: Exclude<Cue['form'], undefined>
  /** The captions that it was joined from, where it was more than one. */
  readonly cues?: readonly Cue[]
}

/** A turn for reading: who speaks, by name or else by label, and the paragraphs. */
export type ReadableTurn = {
  readonly kind: 'turn'
  readonly speaker: string | undefined
  readonly paragraphs: readonly Paragraph[]
}
export type ReadablePart = ReadableTurn | Section | EditorialNote

/** A transcript is written as HTML, as text and on its page, one after the other. Its paragraphs are found only once, and kept here. */
let latest: {readonly transcript: Transcript; readonly parts: readonly ReadablePart[]} | undefined

/** The parts of a transcript for people to read. */
export function readableParts(transcript: Transcript): readonly ReadablePart[] {
  if (latest?.transcript !== transcript) latest = {transcript, parts: transcript.parts.map(readablePart)}
  return latest.parts
}

function readablePart(part: Transcript['parts'][number]): ReadablePart {
  if (part.kind !== 'turn') return part
  return {kind: 'turn', speaker: part.speaker?.name ?? part.speaker?.label, paragraphs: paragraphsOf(part)}
}

/** From this length on, a paragraph of captions ends with its sentence. This is about a hundred words. */
const wantedCharacters = 500
/** Automatic captions have no sentences. Without this limit they would become one paragraph of an hour. */
const mostCharacters = 1500
/** A paragraph also ends with a sentence that a pause of this length follows. */
const pauseInSeconds = 4
const sentenceEnd = /[.!?…。！？]["”’')\]]*$/

/**
 * Whether a cue is a caption, which is cut to fit a screen. Paragraphs of an edited text have times that were computed, or they
 * have no end.
 */
function isCaption(cue: Cue): boolean {
  return cue.timing === undefined && cue.endInSeconds !== undefined && (cue.form ?? 'paragraph') === 'paragraph'
}

/** The paragraphs of a turn. Captions are joined again, so that a page does not have a paragraph for every five words. */
function paragraphsOf(turn: Turn): readonly Paragraph[] {
  return turn.cues.some(isCaption) ? joinedCaptions(turn) : turn.cues.map(paragraphOfCue)
}

function joinedCaptions(turn: Turn): readonly Paragraph[] {
  const groups: Cue[][] = []
  let length = 0
  let previous: Cue | undefined
  for (const cue of turn.cues) {
    if (previous && isCaption(previous) && isCaption(cue) && !endsParagraph(previous, length, cue)) {
      groups.at(-1)?.push(cue)
    } else {
      groups.push([cue])
      length = 0
    }
    if (isCaption(cue)) length += plainTextOf(cue.spans, {events: true}).length
    previous = cue
  }
  return groups.map(paragraphOf)
}

function endsParagraph(last: Cue, length: number, next: Cue): boolean {
  if (length >= mostCharacters) return true
  if (!sentenceEnd.test(plainTextOf(last.spans, {events: true}))) return false
  return length >= wantedCharacters || (next.startInSeconds ?? 0) - (last.endInSeconds ?? 0) >= pauseInSeconds
}

function paragraphOfCue({spans, form = 'paragraph', startInSeconds, line}: Cue): Paragraph {
  const html = htmlOfSpeech(spans)
  return startInSeconds === undefined ? {spans, html, form, line} : {spans, html, form, line, startInSeconds}
}

/** Joins the cues of a group, with a blank between them where the script has blanks. */
function paragraphOf(cues: readonly Cue[]): Paragraph {
  const [first, second] = cues
  if (first !== undefined && second === undefined) return paragraphOfCue(first)
  const rest = {form: first?.form ?? 'paragraph', ...present({startInSeconds: first?.startInSeconds})}
  const spans: Span[] = []
  let lastText = ''
  for (const cue of cues) {
    const text = plainTextOf(cue.spans, {events: true})
    if (joinTexts(lastText, text).length > lastText.length + text.length) spans.push({kind: 'speech', text: ' '})
    spans.push(...cue.spans)
    lastText = text
  }
  return {spans, html: htmlOfSpeech(spans), line: first?.line, ...rest, cues}
}

/** Whether a blank stands between two captions of a paragraph. There is none in the middle of a Chinese sentence. */
export function isSpaced(before: Cue, after: Cue): boolean {
  const [one, other] = [before, after].map(({spans}) => plainTextOf(spans, {events: true}))
  return joinTexts(one ?? '', other ?? '').length > (one ?? '').length + (other ?? '').length
}

function htmlOfSpeech(spans: readonly Span[]): string | undefined {
  let html = ''
  for (const span of spans) {
    if (span.kind !== 'speech') return undefined
    html += speechHtml(span)
  }
  return html
}
