import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import {escapeHtml} from '../text/markup/html.ts'
import {formatTimestamp, parseDuration} from '../text/time/durations.ts'
import {listedChapters, withEnds, withoutImpliedEnds} from './chapter-ends.ts'
import type {ChapterFormat, ChapterReadOptions, ReadChapters, WriteOptions} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'

/** Chapters for `<track kind="chapters">` of a web page: the title is the cue text. https://www.w3.org/TR/webvtt1/#introduction-chapters */
export function formatWebvttChapters(chapters: readonly Chapter[], {durationInSeconds}: WriteOptions = {}): string {
  const cues = withEnds(listedChapters(chapters), durationInSeconds).map((chapter) => {
    const times = `${formatTimestamp(chapter.startInSeconds)} --> ${formatTimestamp(chapter.endInSeconds)}`
    return `\n${times}\n${escapeHtml(cleanTitle(chapter.title))}\n`
  })
  return `WEBVTT\n${cues.join('')}`
}

function parseWebvttChapters(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  const lines = text.split(/\r\n?|\n/)
  for (const [index, line] of lines.entries()) {
    const arrow = line.indexOf('-->')
    if (arrow === -1) continue
    const startInSeconds = parseDuration(line.slice(0, arrow))
    if (startInSeconds === undefined) {
      const place = {...(file === undefined ? {} : {file}), line: index + 1}
      const message = `The cue starts at \`${line.slice(0, arrow).trim().slice(0, 40)}\`, which is not a time; the chapter is left out`
      problems.push(problem('chapter-unreadable', place, message, '`00:12:30.000 --> 00:15:00.000`'))
      continue
    }
    // Settings (`align:start`) may follow the end.
    const endInSeconds = parseDuration(
      line
        .slice(arrow + 3)
        .trim()
        .split(/\s/, 1)[0] ?? '',
    )
    chapters.push(present({startInSeconds, endInSeconds, title: cueTitle(lines, index + 1), line: index + 1}))
  }
  return {chapters: withoutImpliedEnds(chapters), problems}
}

function cueTitle(lines: readonly string[], from: number): string {
  let to = from
  while ((lines[to] ?? '').trim() !== '' && !lines[to]?.includes('-->')) to += 1
  const text = lines
    .slice(from, to)
    .join(' ')
    .replace(/<[^<>]*>/g, '')
  return cleanTitle(decodeCharacterReferences(text))
}

export const webvttChapters: ChapterFormat = {
  name: 'vtt',
  title: 'WebVTT chapters',
  file: chapterKinds.vtt,
  sniff: (text) => /^\uFEFF?WEBVTT(?:\s|$)/.test(text),
  read: parseWebvttChapters,
  write: formatWebvttChapters,
}
