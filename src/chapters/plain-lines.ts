import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {formatTimestamp, parseDuration} from '../text/time/durations.ts'
import {listedChapters} from './chapter-ends.ts'
import type {ChapterFormat, ChapterReadOptions, ReadChapters} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'
import {readLeadingTime, readTrailingTime} from './timestamp-line.ts'

/** The full form, in which programs write. All that follows the blank is the title, whatever it looks like. */
const writtenLine = /^(\d{2,6}:\d{2}:\d{2}\.\d{3})(?: (.*))?$/
/** Podlove's addition to mp4chaps: a link after the title. An empty link says that the title itself ends in something like a link. */
const linkAtEnd = /(?:^| )<((?:https?:\/\/[^\s<>]+)?)>$/
/** The end of a chapter, which follows the time in lines of another form. */
const rangeAhead = /^(?:(?:-{1,2}|=|–|—)>|→|⇒|[-–—]) ?\d{1,6}[:;]\d{2}/
/** Markup of lines that are no comments: `## [00:04] Intro`, `- **Intro** (00:04)`. */
const markup = /^(?:#{2,6}|[-*+]) |\*\*|__/g
const dashAtStart = /^[-–—|:](?: |$)/

/** Writes lines of time and title, as mp4chaps, Auphonic, Audacity's successors and Podlove have them: `00:01:30.000 Title <https://…>`. */
function formatChapterLines(chapters: readonly Chapter[]): string {
  return listedChapters(chapters)
    .map((chapter) => `${formatTimestamp(chapter.startInSeconds)} ${formatTitle(chapter)}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}

function formatTitle(chapter: Chapter): string {
  const title = cleanTitle(chapter.title)
  const safe = dashAtStart.test(title) || rangeAhead.test(title) ? `- ${title}` : title
  if (chapter.url !== undefined && !/[\s<>]/.test(chapter.url)) return `${safe} <${chapter.url}>`
  return linkAtEnd.test(title) ? `${safe} <>` : safe
}

/** Reads one line of a file, or one text of front matter: `0:00 Intro`, `00:00:30.000 Intro`, `(1:02:03) Outro`. */
export function readChapterLine(text: string): Chapter | undefined {
  const written = writtenLine.exec(text.trim())
  const startInSeconds = written && !rangeAhead.test(written[2] ?? '') ? parseDuration(written[1] ?? '') : undefined
  if (written && startInSeconds !== undefined) {
    return withLink({startInSeconds}, (written[2] ?? '').replace(dashAtStart, ''))
  }
  const line = cleanTitle(text)
  const bare = line.replace(markup, '').trim()
  const reading = readLeadingTime(line) ?? readLeadingTime(bare) ?? readTrailingTime(bare)
  if (reading === undefined || line.startsWith('# ')) return undefined
  const {rest, ...times} = reading
  return withLink(times, rest)
}

function withLink(times: Omit<Chapter, 'title'>, text: string): Chapter {
  const link = linkAtEnd.exec(text)
  const title = cleanTitle(link ? text.slice(0, link.index) : text)
  return present({...times, title, url: link?.[1] || undefined})
}

export function parseChapterLines(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = index + 1
    const chapter = readChapterLine(content)
    if (chapter !== undefined) chapters.push({...chapter, line})
    else if (content.trim() !== '' && !content.startsWith('#')) {
      const place = {...(file === undefined ? {} : {file}), line}
      const message = `The line does not begin with a time, so it is no chapter: \`${cleanTitle(content).slice(0, 60)}\``
      problems.push(problem('chapter-unreadable', place, message, '`00:12:30.000 Headers`'))
    }
  }
  return {chapters, problems}
}

export const plainLines: ChapterFormat = {
  name: 'lines',
  title: 'Plain lines (mp4chaps)',
  file: chapterKinds.text,
  sniff: (text) => readChapterLine(/\S[^\r\n]*/.exec(text.slice(0, 4096))?.[0] ?? '') !== undefined,
  read: parseChapterLines,
  write: formatChapterLines,
}
