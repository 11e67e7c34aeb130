import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {listedChapters, openEndInSeconds, withEnds, withoutImpliedEnds} from './chapter-ends.ts'
import type {ChapterFormat, ChapterReadOptions, ReadChapters, WriteOptions} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'

/** Writes FFmpeg's metadata file. FFmpeg writes its chapters into media files. https://ffmpeg.org/ffmpeg-formats.html#Metadata-2 */
export function formatFfmetadata(chapters: readonly Chapter[], {durationInSeconds}: WriteOptions = {}): string {
  const sections = withEnds(listedChapters(chapters), durationInSeconds).map((chapter) => {
    const end = chapter.endInSeconds === openEndInSeconds ? '' : `END=${toMilliseconds(chapter.endInSeconds)}\n`
    const title = cleanTitle(chapter.title).replace(/[=;#\\]/g, '\\$&')
    return `\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=${toMilliseconds(chapter.startInSeconds)}\n${end}title=${title}\n`
  })
  return `;FFMETADATA1\n${sections.join('')}`
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}

type Section = {readonly line: number; readonly values: Map<string, string>}

function parseFfmetadata(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const section of chapterSections(text)) {
    const chapter = chapterOf(section)
    if (chapter !== undefined) chapters.push(chapter)
    else {
      const place = {...(file === undefined ? {} : {file}), line: section.line}
      const message = 'The [CHAPTER] section has no START that is a number in its TIMEBASE; it is left out'
      problems.push(problem('chapter-unreadable', place, message, '`TIMEBASE=1/1000`, then `START=90000` for 1:30'))
    }
  }
  return {chapters: withoutImpliedEnds(chapters), problems}
}

function chapterOf({line, values}: Section): Chapter | undefined {
  // If a section names no time base, FFmpeg counts nanoseconds.
  const base = /^(\d{1,12})\/(\d{1,12})$/.exec(values.get('timebase') ?? '1/1000000000')
  const startInSeconds = secondsOf(values.get('start'), base)
  if (startInSeconds === undefined) return undefined
  const endInSeconds = secondsOf(values.get('end'), base)
  return present({startInSeconds, endInSeconds, title: cleanTitle(values.get('title') ?? ''), line})
}

function secondsOf(count: string | undefined, base: RegExpExecArray | null): number | undefined {
  if (base === null || Number(base[2]) === 0 || !/^\d{1,18}$/.test(count ?? '')) return undefined
  // The division comes once and last, because 1100 × (1/1000) is not 1.1.
  return (Number(count) * Number(base[1])) / Number(base[2])
}

function chapterSections(text: string): readonly Section[] {
  const sections: Section[] = []
  let current: Section | undefined
  for (const {content, line} of logicalLines(text)) {
    if (/^[;#]/.test(content)) continue
    if (content.startsWith('[')) {
      current = /^\[CHAPTER\]/i.test(content) ? {line, values: new Map()} : undefined
      if (current !== undefined) sections.push(current)
      continue
    }
    const pair = /^((?:[^=\\]|\\[\s\S]){1,200})=([\s\S]*)$/.exec(content)
    if (pair)
      current?.values.set(
        unescaped(pair[1] ?? '')
          .trim()
          .toLowerCase(),
        unescaped(pair[2] ?? ''),
      )
  }
  return sections
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}

/** A line whose break is escaped continues in the next line. */
function logicalLines(text: string): readonly {readonly content: string; readonly line: number}[] {
  const lines: {content: string; line: number}[] = []
  let open: {pieces: string[]; line: number} | undefined
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    open ??= {pieces: [], line: index + 1}
    open.pieces.push(raw)
    if (endsInEscape(raw)) continue
    lines.push({content: open.pieces.join('\n'), line: open.line})
    open = undefined
  }
  return lines
}

/** Whether the line ends in an odd number of backslashes: then the last one escapes the line break. */
function endsInEscape(line: string): boolean {
  let from = line.length
  while (line[from - 1] === '\\') from -= 1
  return (line.length - from) % 2 === 1
}

export const ffmetadata: ChapterFormat = {
  name: 'ffmetadata',
  title: 'FFmpeg metadata',
  file: chapterKinds.ffmetadata,
  sniff: (text) => /^\uFEFF?;FFMETADATA/.test(text),
  read: parseFfmetadata,
  write: formatFfmetadata,
}
