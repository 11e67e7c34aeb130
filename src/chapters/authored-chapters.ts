import type {Chapter} from '../model/chapter.ts'
import {isJsonObject, type JsonObject} from '../text/json-object.ts'
import {nearName} from '../text/near-name.ts'
import {parseDuration} from '../text/time/durations.ts'
import {chapterKeys, readChapterEntry} from './chapter-entry.ts'
import {parseChapterJson} from './chapter-json.ts'
import {cleanTitle} from './chapter-title.ts'
import {readChapterLine} from './plain-lines.ts'

/** `index` counts the entries of the list from 0, and `at` leads to the entry (keys, and indexes of lists). */
type WrongChapters = {
  readonly wrong: string
  readonly hint: string
  readonly index?: number
  readonly at?: readonly string[]
}

/** Leads to an entry. */
type PathOf = (index: number) => readonly string[]

/** `leftOut` are entries that are no chapters, in a list that has chapters as well. */
export type AuthoredChapters =
  | {readonly chapters: readonly Chapter[]; readonly leftOut?: readonly WrongChapters[]}
  | WrongChapters

const hint =
  'Write lines like `- "12:30 Headers"`, or maps like `- {start: "12:30", title: Headers, url: https://example.org}`'

/**
 * Reads chapters as front matter has them: a list of texts (`0:00 Intro`) or maps (Podcasting 2.0's keys, Podlove's, or `time`), times
 * as keys (`"0:00": Intro`), the whole Podcasting 2.0 object, its JSON as text, or one text of several lines. An empty value gives no
 * chapters.
 */
export function readAuthoredChapters(data: unknown): AuthoredChapters {
  if (data === undefined || data === null) return {chapters: []}
  if (typeof data === 'string') return readText(data)
  if (Array.isArray(data)) return readList(data, (index) => [String(index)])
  if (!isJsonObject(data)) return {wrong: 'is not a list of chapters', hint}
  if (!Object.hasOwn(data, 'chapters')) return readTimesAsKeys(data)
  const list = data.chapters
  if (Array.isArray(list)) return readList(list, (index) => ['chapters', String(index)])
  return list === null || list === '' ? {chapters: []} : {wrong: 'has `chapters` that are not a list', hint}
}

function readText(text: string): AuthoredChapters {
  if (!/^\s*[[{]\s*["{\]}]/.test(text)) return readList(text.split(/\r\n?|\n/), () => [])
  const {chapters, problems} = parseChapterJson(text)
  const [first] = problems
  return first === undefined
    ? {chapters}
    : {wrong: `holds JSON with a fault: ${first.message}`, hint: first.hint ?? hint}
}

function readTimesAsKeys(data: JsonObject): AuthoredChapters {
  const times = Object.keys(data)
  return readList(
    times.map((time) => ({[time]: data[time]})),
    (index) => times.slice(index, index + 1),
  )
}

function readList(entries: readonly unknown[], pathOf: PathOf): AuthoredChapters {
  const chapters: Chapter[] = []
  const leftOut: WrongChapters[] = []
  for (const [index, entry] of entries.entries()) {
    if (entry === null || entry === undefined || (typeof entry === 'string' && entry.trim() === '')) continue
    const reading = readEntry(entry)
    if ('wrong' in reading) leftOut.push({...reading, index, at: pathOf(index)})
    else {
      chapters.push(reading.chapter)
      leftOut.push(...unknownKeys(entry).map((key) => ({...unknownKey(key), index, at: [...pathOf(index), key]})))
    }
  }
  if (chapters.length === 0 && leftOut[0] !== undefined) return leftOut[0]
  return leftOut.length === 0 ? {chapters} : {chapters, leftOut}
}

/** A slip in a key would lose what it says. */
function unknownKeys(entry: unknown): readonly string[] {
  if (!isJsonObject(entry) || readTimeAsKey(entry) !== undefined) return []
  return Object.keys(entry).filter((key) => !chapterKeys.includes(key) && nearName(key, chapterKeys) !== undefined)
}

function unknownKey(key: string): Omit<WrongChapters, 'index' | 'at'> {
  return {wrong: `has an unknown key "${key.slice(0, 40)}"`, hint: `Did you mean "${nearName(key, chapterKeys)}"?`}
}

function readEntry(entry: unknown): ReturnType<typeof readChapterEntry> {
  if (typeof entry === 'string') {
    const chapter = readChapterLine(entry)
    return chapter === undefined ? {wrong: `\`${entry.slice(0, 60)}\` does not begin with a time`, hint} : {chapter}
  }
  return readTimeAsKey(entry) ?? readChapterEntry(entry)
}

/** To its author, `- 0:00: Intro` looks like a line. To YAML, it is a map. */
function readTimeAsKey(entry: unknown): {readonly chapter: Chapter} | undefined {
  const [pair, ...others] = isJsonObject(entry) ? Object.entries(entry) : []
  if (pair === undefined || others.length > 0) return undefined
  const [key, title] = pair
  const startInSeconds = key.includes(':') ? parseDuration(key) : undefined
  if (startInSeconds === undefined || typeof title !== 'string') return undefined
  return {chapter: {startInSeconds, title: cleanTitle(title)}}
}
