import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Place, type Problem} from '../model/problem.ts'
import {chapterFormatNamed, chapterFormats, detectChapterFormat} from './all-formats.ts'
import {tidyChapters} from './chapter-list.ts'
import {problem} from './chapter-problems.ts'
import {descriptionBlock} from './description-block.ts'

export type ConvertChaptersOptions = {
  /** Name of a format (`all-formats.ts`). If it is absent, the text and the file's name decide. */
  readonly from?: string
  /** Name of a format, or `description`: lines for a platform's episode description. */
  readonly to: string
  readonly durationInSeconds?: number
  /** The file's name, which helps to find the format and gives problems their place. */
  readonly file?: string
}

/** Turns chapters of one format into text of another, and tidies them on the way. */
export function convertChapters(text: string, options: ConvertChaptersOptions): Outcome<string> {
  const {file, durationInSeconds} = options
  const place: Place = file === undefined ? {} : {file}
  const source = options.from === undefined ? detectChapterFormat(text, file) : chapterFormatNamed(options.from)
  if (source?.read === undefined) return {ok: false, problems: [unknownSource(options.from, place)]}
  const target = options.to === description ? undefined : chapterFormatNamed(options.to)
  if (options.to !== description && target?.write === undefined) {
    return {ok: false, problems: [unknownFormat(options.to, place, chapterFormatNames.written)]}
  }
  const reading = source.read(text, place)
  const tidy = tidyChapters(reading.chapters, {...place, ...present({durationInSeconds})})
  const said = [...reading.problems, ...tidy.problems]
  const isEmpty = tidy.chapters.length === 0 && said.length === 0 && options.to !== description
  const problems = isEmpty ? [problem('chapters-none', place, 'There are no chapters in this file')] : said
  if (hasErrors(problems)) return {ok: false, problems}
  const value = target?.write?.(tidy.chapters, present({durationInSeconds}))
  return value === undefined ? describe(tidy.chapters, problems, place) : {ok: true, value, problems}
}

const description = 'description'

function describe(chapters: readonly Chapter[], problems: readonly Problem[], place: Place): Outcome<string> {
  const block = descriptionBlock(chapters)
  if ('text' in block) return {ok: true, value: `${block.text}\n`, problems}
  const message = `Platforms would take no chapters from a description: ${block.reason}`
  const hint = 'Three chapters or more, the first at 0:00, each of 30 seconds or more'
  return {ok: false, problems: [...problems, problem('chapters-not-for-description', place, message, hint)]}
}

/** Names of formats, as `from` and `to` take them. */
export const chapterFormatNames = {
  read: chapterFormats.filter(({read}) => read !== undefined).map(({name}) => name),
  written: [...chapterFormats.filter(({write}) => write !== undefined).map(({name}) => name), description],
} as const

function unknownSource(name: string | undefined, place: Place): Problem {
  if (name !== undefined) return unknownFormat(name, place, chapterFormatNames.read)
  const message = 'The text looks like no chapter format that is known, so nothing can be read from it'
  return problem('chapters-format-unknown', place, message, `Name the format: ${chapterFormatNames.read.join(', ')}`)
}

function unknownFormat(name: string, place: Place, known: readonly string[]): Problem {
  return problem(
    'chapters-format-unknown',
    place,
    `There is no chapter format \`${name}\``,
    `Formats: ${known.join(', ')}`,
  )
}
