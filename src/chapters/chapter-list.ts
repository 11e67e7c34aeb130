import type {Chapter} from '../model/chapter.ts'
import type {Place, Problem} from '../model/problem.ts'
import {formatDuration} from '../text/time/durations.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'

export type TidyChapters = {readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[]}

type Step = (chapters: readonly Chapter[], options: TidyOptions, report: (found: Problem) => void) => readonly Chapter[]

type TidyOptions = {
  readonly durationInSeconds?: number
  /** The author's file, for the place of problems. */
  readonly file?: string
}

/**
 * Makes the chapters as every output needs them: their times rise, no two start at the same time, none starts after the end of the
 * episode, and every listed one has a title. `problems` says what was changed, and what would disturb listeners. All chapter outputs
 * derive from this one list, because AntennaPod merges the sources that it finds and shows a mixture where they differ.
 */
export function tidyChapters(chapters: readonly Chapter[], options: TidyOptions): TidyChapters {
  const problems: Problem[] = []
  const report = (found: Problem): void => {
    problems.push(found)
  }
  const tidy = steps.reduce((list, step) => step(list, options, report), chapters)
  return {chapters: tidy, problems}
}

const dropUntimed: Step = (chapters, options, report) =>
  chapters.filter((chapter) => {
    if (Number.isFinite(chapter.startInSeconds) && chapter.startInSeconds >= 0) return true
    const message = `Chapter ${quote(chapter)} has no start that is a time, so it is left out`
    report(problem('chapter-unreadable', placeOf(chapter, options), message, 'Give it a start like `12:30`'))
    return false
  })

const cleanTitles: Step = (chapters, options, report) =>
  chapters.map((chapter) => {
    const title = cleanTitle(chapter.title)
    if (title !== '' || chapter.hidden === true) return title === chapter.title ? chapter : {...chapter, title}
    const message = `The chapter at ${formatDuration(chapter.startInSeconds)} has no title, so apps cannot list it`
    const hint = 'Give it a title, or `toc: false` if it is meant to be a silent marker'
    report(problem('chapter-untitled', placeOf(chapter, options), message, hint))
    return {...chapter, title, hidden: true}
  })

const sort: Step = (chapters, options, report) => {
  const index = chapters.findIndex((chapter, at) => chapter.startInSeconds < (chapters[at - 1]?.startInSeconds ?? 0))
  const early = chapters[index]
  const before = chapters[index - 1]
  if (early === undefined || before === undefined) return chapters
  const message = `Chapter ${quote(early)} at ${formatDuration(early.startInSeconds)} comes after ${quote(before)} at ${formatDuration(before.startInSeconds)}; the chapters are published sorted by time`
  report(
    problem('chapters-unsorted', placeOf(early, options), message, 'Check both times, or put the lines into order'),
  )
  return [...chapters].sort((one, other) => one.startInSeconds - other.startInSeconds)
}

const mergeEqualStarts: Step = (chapters, options, report) => {
  const merged: Chapter[] = []
  for (const chapter of chapters) {
    const before = merged.at(-1)
    if (before === undefined || before.startInSeconds !== chapter.startInSeconds) {
      merged.push(chapter)
      continue
    }
    merged[merged.length - 1] = mergeChapters(before, chapter)
    // It is no fault if a silent marker changes the picture where a chapter starts. Silent markers are often used in this way.
    if (isHidden(before) !== isHidden(chapter)) continue
    const at = formatDuration(chapter.startInSeconds)
    const place = placeOf(chapter, options)
    if (before.title === chapter.title) {
      report(
        problem('chapter-duplicate', place, `Chapter ${quote(chapter)} at ${at} is listed twice and published once`),
      )
      continue
    }
    const message = `Chapters ${quote(before)} and ${quote(chapter)} both start at ${at}; only ${quote(before)} is published`
    report(problem('chapter-start-shared', place, message, 'Give one of them its own time, or make them one chapter'))
  }
  return merged
}

/** Keeps the listed one of two chapters, else the first. A link or picture that only the other has is kept, too. */
function mergeChapters(first: Chapter, second: Chapter): Chapter {
  const [kept, other] = isHidden(first) && !isHidden(second) ? [second, first] : [first, second]
  const url = kept.url ?? other.url
  const image = kept.image ?? other.image
  return {...kept, ...(url === undefined ? {} : {url}), ...(image === undefined ? {} : {image})}
}

const dropBeyondEnd: Step = (chapters, options, report) => {
  const end = options.durationInSeconds
  // In feeds, and in files that were never finished, 0 means that the length is unknown.
  if (end === undefined || !(end > 0)) return chapters
  return chapters.filter((chapter) => {
    if (chapter.startInSeconds < end) return true
    const message = `Chapter ${quote(chapter)} starts at ${formatDuration(chapter.startInSeconds)}, but the episode ends at ${formatDuration(end)}; it is left out`
    report(
      problem(
        'chapter-beyond-end',
        placeOf(chapter, options),
        message,
        'Check the time and that the media file is whole',
      ),
    )
    return false
  })
}

const checkEnds: Step = (chapters, options, report) =>
  chapters.map((chapter) => {
    const {endInSeconds, ...rest} = chapter
    if (endInSeconds === undefined || endInSeconds > chapter.startInSeconds) return chapter
    const message = `Chapter ${quote(chapter)} starts at ${formatDuration(chapter.startInSeconds)} and ends at ${formatDuration(endInSeconds)}; its end is left out`
    report(
      problem(
        'chapter-end-before-start',
        placeOf(chapter, options),
        message,
        'Leave the end out: a chapter runs to the next',
      ),
    )
    return rest
  })

const checkZero: Step = (chapters, options, report) => {
  const first = chapters.find((chapter) => !isHidden(chapter))
  // Apps read whole seconds, so 0.4 is 0:00 in every app.
  if (first === undefined || first.startInSeconds < 1) return chapters
  const message = `The first chapter, ${quote(first)}, starts at ${formatDuration(first.startInSeconds)} and not at 0:00; Apple, Spotify and YouTube then take no chapters from a description`
  report(
    problem('chapters-not-at-zero', placeOf(first, options), message, 'Add one for the beginning, like `0:00 Intro`'),
  )
  return chapters
}

const steps: readonly Step[] = [dropUntimed, cleanTitles, sort, mergeEqualStarts, dropBeyondEnd, checkEnds, checkZero]

export type ChapterSource = Place & {
  /** The name of the source in messages: `front matter`, `001-first-light.chapters.json`, `the audio file`. */
  readonly name: string
  readonly chapters: readonly Chapter[]
}

/** Notes and players know only whole seconds. Some cut the rest off, and some round it. */
const toleranceInSeconds = 1

/**
 * Says where a later source gives other chapters than the first source, which is the one that is published. Sources without chapters
 * are passed over. Silent markers and ends are not compared, because most formats cannot hold them.
 */
export function compareChapterSources(sources: readonly ChapterSource[]): readonly Problem[] {
  const [first, ...others] = sources.filter((source) => source.chapters.some((chapter) => !isHidden(chapter)))
  if (first === undefined) return []
  return others.flatMap((other) => {
    const difference = firstDifference(first, other)
    if (difference === undefined) return []
    const message = `The chapters of ${other.name} differ from those of ${first.name}, which are published: ${difference}`
    const place = {
      ...(other.file === undefined ? {} : {file: other.file}),
      ...(other.line === undefined ? {} : {line: other.line}),
    }
    return [problem('chapters-disagree', place, message, 'Keep one source, or make both say the same')]
  })
}

function firstDifference(one: ChapterSource, other: ChapterSource): string | undefined {
  const left = listed(one.chapters)
  const right = listed(other.chapters)
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [a, b] = [left[at], right[at]]
    if (a === undefined || b === undefined || isSameChapter(a, b)) continue
    return `chapter ${at + 1} is ${describe(a)} in ${one.name} and ${describe(b)} in ${other.name}`
  }
  if (left.length === right.length) return undefined
  return `${one.name} has ${left.length}, ${other.name} has ${right.length}`
}

function isSameChapter(one: Chapter, other: Chapter): boolean {
  if (Math.abs(one.startInSeconds - other.startInSeconds) > toleranceInSeconds) return false
  const [a, b] = [comparable(one.title), comparable(other.title)]
  // MP4 files hold 255 bytes of a title. A longer title was cut there.
  const wasCut = Math.min(a.length, b.length) >= 60 && (a.startsWith(b) || b.startsWith(a))
  return a === b || wasCut
}

/** Keeps letters and digits, because editors change dashes, quotes and capitals. A title that has only other signs stays as it is. */
function comparable(title: string): string {
  return (
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || cleanTitle(title)
  )
}

function listed(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.filter((each) => !isHidden(each)).sort((one, other) => one.startInSeconds - other.startInSeconds)
}

function isHidden(chapter: Chapter): boolean {
  return chapter.hidden === true
}

function describe(chapter: Chapter): string {
  return `${quote(chapter)} at ${formatDuration(chapter.startInSeconds)}`
}

function quote(chapter: Chapter): string {
  return `“${cleanTitle(chapter.title)}”`
}

function placeOf(chapter: Chapter, {file}: TidyOptions): Place {
  return {...(file === undefined ? {} : {file}), ...(chapter.line === undefined ? {} : {line: chapter.line})}
}
