import {detectChapterFormat} from '../../chapters/all-formats.ts'
import {readAuthoredChapters} from '../../chapters/authored-chapters.ts'
import {type ChapterSource, compareChapterSources} from '../../chapters/chapter-list.ts'
import {readTimestampLines} from '../../chapters/notes-timestamps.ts'
import {endingPattern} from '../../file-kinds/all-kinds.ts'
import {beforeQuery} from '../../file-kinds/endings.ts'
import {chapterKinds} from '../../file-kinds/text-kinds.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {Episode} from '../../model/episode.ts'
import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {isWordForNothing} from '../../tags/kinds/value-kinds.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {hasConflict} from '../data/conflict-marks.ts'
import {readText} from '../data/source-text.ts'
import {leftOutEnding} from '../fields/field-values.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {type FileIndex, outsideShow} from '../files/file-index.ts'
import {besideEpisode} from './beside-episode.ts'
import {problem} from './episode-problems.ts'

export type EpisodeChapters = {
  readonly chapters: readonly Chapter[]
  readonly source?: Episode['chapterSource']
  readonly problems: readonly Problem[]
  readonly filesRead: readonly string[]
}

type ChapterContext = {
  readonly folder: string
  readonly files: EpisodeFiles
  readonly index: FileIndex
  /** Finding the place of a value costs as much as reading the file, so it is found where something is wrong. */
  readonly placeOf: (at?: readonly string[]) => Place
  readonly line?: number
}

type Sources = {readonly sources: readonly Source[]; readonly problems: readonly Problem[]}
type Source = ChapterSource & {readonly file: string}

/**
 * The chapters of an episode: from its front matter, else from a file beside it, else from lines of its show notes that begin with
 * times. Where several of these have chapters, `chapters-disagree` names what differs.
 */
export async function episodeChapters(
  authored: Authored | undefined,
  notes: readonly Block[],
  context: ChapterContext,
): Promise<EpisodeChapters> {
  const problems: Problem[] = []
  const reference = authored === undefined ? undefined : referenceIn(authored)
  const files = reference === undefined ? context.files.chapters : namedFile(reference, context, problems)
  const inFrontMatter =
    authored === undefined || reference !== undefined || isNone(authored) ? nothing : authoredSource(authored, context)
  const inFiles = await fileSources(files, context)
  const inNotes = notesSource(notes, context)
  const written = [...inFrontMatter.sources, ...inFiles.sources, inNotes].filter(({chapters}) => chapters.length > 0)
  const [first] = written
  return {
    chapters: first?.chapters ?? [],
    ...(first && {source: {file: first.file, inNotes: inNotes.chapters.length > 0}}),
    problems: [
      ...problems,
      ...inFrontMatter.problems,
      ...besideEpisode(inFiles.problems),
      ...compareChapterSources(written),
    ],
    filesRead: files,
  }
}

/** `chapters: none`, as some write where there are none. */
function isNone(authored: Authored): boolean {
  return typeof authored === 'string' && (isWordForNothing(authored) || /^(?:false|no)$/i.test(authored))
}

const nothing: Sources = {sources: [], problems: []}

function authoredSource(authored: Authored, {files, placeOf, line}: ChapterContext): Sources {
  const reading = readAuthoredChapters(authored)
  const problems = ('wrong' in reading ? [reading] : (reading.leftOut ?? [])).map(({wrong, index, at, hint}) => {
    const which = index === undefined ? 'chapters' : `chapters, item ${index + 1},`
    return problem('value-invalid', placeOf(at), `${which} ${wrong}${leftOutEnding()}`, hint)
  })
  if ('wrong' in reading) return {sources: [], problems}
  const chapters = reading.chapters.map(({startInSeconds, ...chapter}) => ({
    startInSeconds,
    ...chapter,
    ...present({line}),
  }))
  return {sources: [{name: 'the front matter', file: files.file, chapters, ...present({line})}], problems}
}

async function fileSources(files: readonly string[], {folder}: ChapterContext): Promise<Sources> {
  const sources: Source[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const text = await readText(folder, file)
    problems.push(...text.problems)
    if (!text.ok || hasConflict(text.problems)) continue
    const reading = detectChapterFormat(text.value, file)?.read?.(text.value, {file})
    if (reading === undefined) {
      problems.push(problem('reference-unreadable', {file}, 'This file holds no chapters in any known form'))
      continue
    }
    problems.push(...reading.problems)
    if (reading.chapters.length === 0 && reading.problems.length === 0) problems.push(noChapters(file))
    sources.push({name: file, file, chapters: reading.chapters})
  }
  return {sources, problems}
}

function noChapters(file: string): Problem {
  const message = 'This file holds no chapter, so the episode has none of it'
  return problem('reference-unreadable', {file}, message, 'Write a time and a title in each line: 12:30 Headers')
}

function notesSource(notes: readonly Block[], {files}: ChapterContext): Source {
  const lines = notes.flatMap(({token, line}) =>
    token.raw.split('\n').map((text, index) => ({text, line: line + index})),
  )
  return {name: 'the show notes', file: files.file, chapters: readTimestampLines(lines)}
}

const chapterEnding = new RegExp(`${endingPattern(Object.values(chapterKinds))}(?:[?#].*)?$`, 'i')

/** The file that `chapters` names (`chapters: one.chapters.json`), or the address of such a file. */
function referenceIn(authored: Authored): string | undefined {
  if (typeof authored !== 'string' || authored.includes('\n') || authored.length > 500) return undefined
  return chapterEnding.test(authored.trim()) ? authored.trim() : undefined
}

function namedFile(reference: string, {files, index, placeOf}: ChapterContext, problems: Problem[]): readonly string[] {
  // In the name of a file, `#` and `?` are ordinary characters. In an address they are not.
  const asWritten = index.find(reference, files.file)
  const found = 'path' in asWritten ? asWritten : index.find(beforeQuery(reference), files.file)
  if ('path' in found) return [found.path]
  if ('outside' in found) {
    problems.push(outsideShow(reference, placeOf()))
    return []
  }
  const message = /^https?:/i.test(reference)
    ? 'Chapters on another server are not read, so the episode has none of them'
    : `The chapter file "${reference.slice(0, 80)}" is not in the show folder, so the episode has none of its chapters`
  problems.push(
    problem(
      'reference-missing',
      placeOf(),
      message,
      'Put the file beside the episode, under its name: 001-first-light.chapters.json',
    ),
  )
  return []
}
