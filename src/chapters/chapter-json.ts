import type {Chapter} from '../model/chapter.ts'
import type {Problem} from '../model/problem.ts'
import {isJsonObject} from '../text/json-object.ts'
import {readChapterEntry} from './chapter-entry.ts'
import type {ChapterReadOptions, ReadChapters} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'

/**
 * Reads the chapters of a JSON text: Podcasting 2.0's object, Podlove's bare list, or a list in `chapters`. There is one reader for them
 * all, because files in real use mix the keys of one format with the shape of another.
 */
export function parseChapterJson(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const place = file === undefined ? {} : {file}
  const data = parseJson(text)
  if ('line' in data) {
    const message = 'The chapters are not valid JSON, so none of them can be read'
    return {chapters: [], problems: [problem('chapters-unreadable', {...place, line: data.line}, message, jsonHint)]}
  }
  const entries = chapterEntries(data.value)
  if (entries === undefined) {
    const message = 'The JSON holds no list of chapters'
    return {chapters: [], problems: [problem('chapters-unreadable', place, message, jsonHint)]}
  }
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const [index, entry] of entries.entries()) {
    const reading = readChapterEntry(entry)
    if ('chapter' in reading) chapters.push(reading.chapter)
    else
      problems.push(
        problem('chapter-unreadable', place, `Chapter ${index + 1} ${reading.wrong}; it is left out`, reading.hint),
      )
  }
  return {chapters, problems}
}

const jsonHint = 'Podcasting 2.0 wants `{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}]}`'

function chapterEntries(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data
  if (!isJsonObject(data) || !Object.hasOwn(data, 'chapters')) return undefined
  return Array.isArray(data.chapters) ? data.chapters : undefined
}

function parseJson(text: string): {readonly value: unknown} | {readonly line: number} {
  try {
    return {value: JSON.parse(text.replace(/^\uFEFF/, ''))}
  } catch (error) {
    // The wording differs between versions of Node, so only the offset is taken. If there is no offset, the text ends too early.
    const offset = / position (\d+)/.exec(String(error))?.[1]
    return {
      line: text
        .slice(0, offset === undefined ? undefined : Number(offset))
        .trimEnd()
        .split('\n').length,
    }
  }
}
