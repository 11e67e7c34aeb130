import {detectChapterFormat} from '../chapters/all-formats.ts'
import {readAuthoredChapters} from '../chapters/authored-chapters.ts'
import {type ChapterSource, compareChapterSources} from '../chapters/chapter-list.ts'
import {readTimestampLines} from '../chapters/notes-timestamps.ts'
import type {Chapter} from '../model/chapter.ts'
import type {Episode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {Authored} from '../tags/value-kind.ts'
import type {Block} from '../text/markdown.ts'
import type {EpisodeFiles} from './episode-files.ts'
import {type FileIndex, outsideShow} from './file-index.ts'
import {readText} from './source-text.ts'

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
  readonly place: Place
  readonly line?: number
}

type Sources = {readonly sources: readonly Source[]; readonly problems: readonly Problem[]}
type Source = ChapterSource & {readonly file: string}

/**
 * The chapters of an episode: from its front matter, else from a file beside it, else from lines of its show notes that begin with
 * times. Where several say something, `chapters-disagree` names what differs.
 */
export async function episodeChapters(
  authored: Authored | undefined,
  notes: readonly Block[],
  context: ChapterContext,
): Promise<EpisodeChapters> {
  const problems: Problem[] = []
  const reference = authored === undefined ? undefined : referenceIn(authored)
  const files = reference === undefined ? context.files.chapters : namedFile(reference, context, problems)
  const inFrontMatter = authored === undefined || reference !== undefined ? nothing : authoredSource(authored, context)
  const inFiles = await fileSources(files, context)
  const inNotes = notesSource(notes, context)
  const written = [...inFrontMatter.sources, ...inFiles.sources, inNotes].filter(({chapters}) => chapters.length > 0)
  const [first] = written
  return {
    chapters: first?.chapters ?? [],
    ...(first && {source: {file: first.file, inNotes: inNotes.chapters.length > 0}}),
    problems: [...problems, ...inFrontMatter.problems, ...inFiles.problems, ...compareChapterSources(written)],
    filesRead: files,
  }
}

const nothing: Sources = {sources: [], problems: []}

function authoredSource(authored: Authored, {files, place, line}: ChapterContext): Sources {
  const reading = readAuthoredChapters(authored)
  if ('wrong' in reading) {
    const which = reading.index === undefined ? 'chapters' : `chapters, item ${reading.index + 1},`
    return {sources: [], problems: [problem('value-invalid', place, `${which} ${reading.wrong}`, reading.hint)]}
  }
  const chapters = reading.chapters.map((chapter) => ({...chapter, ...present({line})}))
  return {sources: [{name: 'the front matter', file: files.file, chapters, ...present({line})}], problems: []}
}

async function fileSources(files: readonly string[], {folder}: ChapterContext): Promise<Sources> {
  const sources: Source[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const text = await readText(folder, file)
    problems.push(...text.problems)
    if (!text.ok) continue
    const reading = detectChapterFormat(text.value, file)?.read?.(text.value, {file})
    if (reading === undefined) {
      problems.push(problem('reference-unreadable', {file}, 'This file holds no chapters in any known form'))
      continue
    }
    problems.push(...reading.problems)
    sources.push({name: file, file, chapters: reading.chapters})
  }
  return {sources, problems}
}

function notesSource(notes: readonly Block[], {files}: ChapterContext): Source {
  const lines = notes.flatMap(({token, line}) =>
    token.raw.split('\n').map((text, index) => ({text, line: line + index})),
  )
  return {name: 'the show notes', file: files.file, chapters: readTimestampLines(lines)}
}

/** `chapters: one.chapters.json`, or the address of such a file. */
function referenceIn(authored: Authored): string | undefined {
  if (typeof authored !== 'string' || authored.includes('\n') || authored.length > 500) return undefined
  return /\.(?:json|txt|xml|vtt|psc|ffmeta(?:data)?)(?:[?#].*)?$/i.test(authored.trim()) ? authored.trim() : undefined
}

function namedFile(reference: string, {files, index, place}: ChapterContext, problems: Problem[]): readonly string[] {
  const found = index.find(reference.replace(/[?#].*$/, ''), files.file)
  if ('path' in found) return [found.path]
  if ('outside' in found) {
    problems.push(outsideShow(reference, place))
    return []
  }
  const message = /^https?:/i.test(reference)
    ? 'chapters on another server are not read, so the episode has none of them'
    : `the chapter file "${reference.slice(0, 80)}" is not in the show folder`
  problems.push(
    problem(
      'reference-missing',
      place,
      message,
      'Put the file beside the episode, under its name: 001-first-light.chapters.json',
    ),
  )
  return []
}
