import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {formatTimestamp, parseDuration} from '../text/time/durations.ts'
import {listedChapters} from './chapter-ends.ts'
import type {ChapterFormat, ChapterReadOptions, ReadChapters} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'

/** Chapters as comments of Ogg and FLAC files; mkvmerge and OGM tools use the same lines. https://wiki.xiph.org/Chapter_Extension */
export function formatVorbisChapters(chapters: readonly Chapter[]): string {
  return listedChapters(chapters)
    .map((chapter, index) => {
      const key = `CHAPTER${String(index + 1).padStart(3, '0')}`
      const url = chapter.url === undefined ? '' : `${key}URL=${cleanTitle(chapter.url)}\n`
      return `${key}=${formatTimestamp(chapter.startInSeconds)}\n${key}NAME=${cleanTitle(chapter.title)}\n${url}`
    })
    .join('')
}

const comment = /^CHAPTER(\d{1,6})(NAME|URL)?=(.*)$/i

type Draft = {start?: string; title?: string; url?: string; line: number}

export function parseVorbisChapters(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const [number, {start, title, url, line}] of drafts(text)) {
    const startInSeconds = parseDuration(start ?? '')
    if (startInSeconds !== undefined) {
      chapters.push(present({startInSeconds, title: cleanTitle(title ?? ''), url: url?.trim() || undefined, line}))
      continue
    }
    const place = {...(file === undefined ? {} : {file}), line}
    const message = `Chapter ${number} has no start that is a time; it is left out`
    problems.push(problem('chapter-unreadable', place, message, '`CHAPTER001=00:12:30.000`'))
  }
  return {chapters, problems}
}

/** The chapters by number. Editors write the keys of one chapter in any order, and other keys may stand between them. */
function drafts(text: string): ReadonlyMap<number, Draft> {
  const found = new Map<number, Draft>()
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const [, number, key, value = ''] = comment.exec(content.trim()) ?? []
    if (number === undefined) continue
    const draft = found.get(Number(number)) ?? {line: index + 1}
    found.set(Number(number), draft)
    if (key === undefined) draft.start ??= value
    else if (key.toUpperCase() === 'NAME') draft.title ??= value
    else draft.url ??= value
  }
  return found
}

export const vorbisComments: ChapterFormat = {
  name: 'vorbis',
  title: 'Vorbis comments (Ogg, FLAC, mkvmerge)',
  file: chapterKinds.text,
  sniff: (text) => /^\uFEFF?\s*CHAPTER\d{1,6}=/i.test(text),
  read: parseVorbisChapters,
  write: formatVorbisChapters,
}
