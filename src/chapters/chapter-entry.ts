import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import {isJsonObject, type JsonObject} from '../text/json-object.ts'
import {parseDuration} from '../text/time/durations.ts'
import {cleanTitle} from './chapter-title.ts'

export type ChapterEntry = {readonly chapter: Chapter} | {readonly wrong: string; readonly hint: string}

/** The names in real use: those of Podcasting 2.0, those of Podlove, and those that themes and generators ask their authors to write. */
const keys = {
  start: ['startTime', 'start', 'time', 'start_time'],
  end: ['endTime', 'end', 'end_time'],
  title: ['title', 'name'],
  url: ['url', 'href', 'link'],
  image: ['img', 'image'],
} as const

/** Every key that a chapter may have. */
export const chapterKeys: readonly string[] = [...Object.values(keys).flat(), 'toc', 'hidden', 'location']

const hint = 'Write a start and a title, like `{start: "12:30", title: Headers}`'

/**
 * Reads one chapter as data: a map with the keys of Podcasting 2.0 or Podlove, from JSON or from front matter. Numbers are seconds, and
 * texts are times as people write them. `null` means absent: a published corpus of a thousand files has `"toc": null` for "listed".
 */
export function readChapterEntry(entry: unknown): ChapterEntry {
  if (!isJsonObject(entry)) return {wrong: 'is not a chapter', hint}
  const start = firstOf(entry, keys.start)
  if (start === undefined) return {wrong: 'has no start', hint}
  const startInSeconds = secondsOf(start)
  if (startInSeconds === undefined) return {wrong: `starts at ${quote(start)}, which is not a time`, hint}
  const title = cleanTitle(textOf(firstOf(entry, keys.title)) ?? '')
  const chapter = present({
    startInSeconds,
    endInSeconds: secondsOf(firstOf(entry, keys.end)),
    title,
    url: textOf(firstOf(entry, keys.url)),
    image: textOf(firstOf(entry, keys.image)),
    hidden: isHidden(entry) ? true : undefined,
  })
  return {chapter}
}

function firstOf(fields: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  return typeof value === 'string' ? parseDuration(value) : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** Front matter gives scalars as text: `toc: false` is the text `false`. Authors who are used to YAML 1.1 also write `no`. */
function isHidden(fields: JsonObject): boolean {
  return (
    /^(?:false|no|off)$/i.test(String(firstOf(fields, ['toc']))) ||
    /^(?:true|yes|on)$/i.test(String(firstOf(fields, ['hidden'])))
  )
}

function quote(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `\`${String(value).slice(0, 40)}\`` : 'a list or map'
}
