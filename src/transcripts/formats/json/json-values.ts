import type {Problem} from '../../../model/problem.ts'
import {isJsonObject, type JsonObject} from '../../../text/json-object.ts'
import {parseClockTime} from '../../../text/time/clock-times.ts'
import {parseDuration} from '../../../text/time/durations.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import {transcriptOf} from '../../cue-drafts.ts'
import {irregularTimes} from '../cue-times.ts'
import {problem} from '../format-problems.ts'
import type {ReadTranscript, TranscriptReadOptions} from '../transcript-format.ts'

export function asObject(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined
}

/** The objects of a list. Anything else in the list is passed over, and so is a value that is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return arrayOf(value)
    .map(asObject)
    .filter((each) => each !== undefined)
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text. A number can stand for a text as well (speaker 0). */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.replaceAll('\0', '') : undefined
}

/** A number of seconds, or a time as text. Podlove writes both, sometimes in one file. */
export function asSeconds(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  return typeof value === 'string' ? (parseClockTime(value) ?? parseDuration(value)) : undefined
}

/** Milliseconds, as AssemblyAI and YouTube count. */
export function asMilliseconds(value: unknown): number | undefined {
  const milliseconds = typeof value === 'string' ? Number(value) : value
  return typeof milliseconds === 'number' && milliseconds >= 0 ? milliseconds / 1000 : undefined
}

/** Whether `text` is an object that has these members somewhere. This tells the documents of services apart before they are parsed. */
export function isObjectWith(text: string, ...members: readonly string[]): boolean {
  return /^\uFEFF?\s*\{/.test(text) && members.every((member) => text.includes(member))
}

/** The number of a diariser's speaker needs a word before it, or the page would say "0: Hello". */
export function speakerOfNumber(value: unknown): string | undefined {
  return typeof value === 'number' ? `Speaker ${value}` : asText(value)
}

/** What a JSON reader finds; `undefined` if the document is not of its kind. */
export type JsonDrafts = {readonly drafts: readonly CueDraft[]; readonly language?: string | undefined} | undefined

/** The part of reading that all JSON formats share: parsing, problems, turns. */
export function jsonReader(title: string, read: (document: unknown) => JsonDrafts, parse = parseJson) {
  return (text: string, {file}: TranscriptReadOptions = {}): ReadTranscript => {
    const document = parse(text)
    const found = document.ok ? read(document.value) : undefined
    if (!found)
      return {
        transcript: {parts: []},
        problems: [unreadableJson(title, document.ok ? undefined : document.reason, file)],
      }
    return {transcript: transcriptOf(found.drafts, found.language), problems: irregularTimes(found.drafts, file)}
  }
}

type Parsed = {readonly ok: true; readonly value: unknown} | {readonly ok: false; readonly reason: string}

function parseJson(text: string): Parsed {
  try {
    return {ok: true, value: JSON.parse(text.replace(/^\uFEFF/, ''))}
  } catch (error) {
    return {ok: false, reason: error instanceof Error ? error.message : String(error)}
  }
}

/**
 * Reads one document, or several objects one after the other, which become a list. A script that prints each result leaves such a
 * file.
 */
export function severalDocuments(text: string): Parsed {
  const whole = parseJson(text)
  if (whole.ok) return whole
  const list = parseJson(`[${text.replace(/^\uFEFF/, '').replace(/\}\s*\{(?=\s*")/g, '},{')}]`)
  return list.ok ? list : whole
}

function unreadableJson(title: string, reason: string | undefined, file: string | undefined): Problem {
  const place = file === undefined ? {} : {file}
  const why = reason === undefined ? 'its content has another shape' : `it is not JSON: ${reason.slice(0, 120)}`
  return problem(
    'transcript-json-invalid',
    place,
    `Nothing can be read as ${title}, because ${why}`,
    'Export the transcript again',
  )
}
