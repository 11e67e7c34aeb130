import {detectChapterFormat} from '../chapters/all-formats.ts'
import {readAuthoredChapters} from '../chapters/authored-chapters.ts'
import {type ChapterSource, compareChapterSources} from '../chapters/chapter-list.ts'
import {readTimestampLines} from '../chapters/notes-timestamps.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {Authored} from '../tags/value-kind.ts'
import type {Block} from '../text/markdown.ts'
import type {EpisodeFiles} from './episode-files.ts'
import type {FileIndex} from './file-index.ts'
import {readText} from './source-text.ts'

export type EpisodeChapters = {
  readonly chapters: readonly Chapter[]
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
  const sources: ChapterSource[] = []
  const filesRead: string[] = []
  const named = authored === undefined ? undefined : referenceIn(authored)
  if (authored !== undefined && named === undefined) {
    const reading = readAuthoredChapters(authored)
    if ('wrong' in reading) {
      const which = reading.index === undefined ? 'chapters' : `chapters, item ${reading.index + 1},`
      problems.push(problem('value-invalid', context.place, `${which} ${reading.wrong}`, reading.hint))
    } else
      sources.push({
        name: 'the front matter',
        file: context.files.file,
        chapters: reading.chapters,
        ...present({line: context.line}),
      })
  }
  const beside = named === undefined ? context.files.chapters : namedFile(named, context, problems)
  for (const file of beside) {
    const text = await readText(context.folder, file)
    filesRead.push(file)
    problems.push(...text.problems)
    if (!text.ok) continue
    const reading = detectChapterFormat(text.value, file)?.read?.(text.value, {file})
    problems.push(
      ...(reading?.problems ?? [
        problem('reference-unreadable', {file}, 'this file holds no chapters in any known form'),
      ]),
    )
    if (reading !== undefined) sources.push({name: file, file, chapters: reading.chapters})
  }
  const lines = notes.flatMap(({token, line}) =>
    token.raw.split('\n').map((text, index) => ({text, line: line + index})),
  )
  sources.push({name: 'the show notes', file: context.files.file, chapters: readTimestampLines(lines)})
  const written = sources.filter(({chapters}) => chapters.length > 0)
  return {chapters: written[0]?.chapters ?? [], problems: [...problems, ...compareChapterSources(written)], filesRead}
}

/** `chapters: one.chapters.json`, or the address of such a file. */
function referenceIn(authored: Authored): string | undefined {
  if (typeof authored !== 'string' || authored.includes('\n') || authored.length > 500) return undefined
  return /\.(?:json|txt|xml|vtt|psc)(?:[?#].*)?$/i.test(authored.trim()) ? authored.trim() : undefined
}

function namedFile(reference: string, {files, index, place}: ChapterContext, problems: Problem[]): readonly string[] {
  const found = index.find(reference.replace(/[?#].*$/, ''), files.file)
  if ('path' in found) return [found.path]
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
