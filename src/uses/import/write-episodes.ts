import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Problem} from '../../model/problem.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {episodeNames} from '../../sources/files/episode-names.ts'
import {episodeText} from '../../sources/files/episode-text.ts'
import type {SourceEpisode, SourceShow, WrittenFields} from '../../sources/source-show.ts'
import {severalAtOnce} from '../../text/several-at-once.ts'
import type {FetchedFiles} from './fetched-files.ts'
import {problem} from './import-problems.ts'
import type {ImportedEpisode, ImportRecord} from './import-record.ts'
import {type NotesConverter, notesConverter} from './imported-notes.ts'
import {fetchFiles, pictureFiles} from './linked-files.ts'
import {missingProblems} from './missing-files.ts'
import type {RecordWriter} from './record-writer.ts'
import {type FileFate, writeMerged} from './write-merged.ts'

/** An episode of the source, and what happened to its file. */
export type ImportedFile = {readonly file: string; readonly guid: string; readonly fate: FileFate}

export type WriteSettings = {
  readonly folder: string
  readonly record: ImportRecord | undefined
  readonly takesMedia: boolean
  readonly siteUrl: string
  readonly files: FetchedFiles
  /** Whether the show is a copy of a feed that stays the source of its facts. */
  readonly isCopy: boolean
  readonly atOnce: number
  readonly onProgress: ((progress: {readonly done: number; readonly total: number}) => void) | undefined
  /** Called for each episode in the order of the source, then for those that the source has lost. */
  readonly remember: RecordWriter['add']
}

export type WrittenEpisodes = {
  readonly files: readonly ImportedFile[]
  readonly conflicts: number
  readonly problems: readonly Problem[]
}

/** Writes or merges the file of each episode, and the files beside it. Several episodes are written at once. */
export async function writeEpisodes(show: SourceShow, settings: WriteSettings): Promise<WrittenEpisodes> {
  const {folder, record, onProgress, remember} = settings
  const known = new Map(record?.episodes.map((each) => [each.guid, each]))
  const names = namesOf(show.episodes, known, folder)
  const named = show.episodes.map((episode) => ({episode, name: names.nameOf(episode.guid)}))
  const pictures = pictureFiles(named, show.imageUrl, show.isPrivate ? [] : (record?.files ?? []))
  const notes = notesConverter(show.episodes)
  let done = 0
  const rememberNext = inOrder(remember)
  const written = await severalAtOnce(
    named,
    async (each, index) => {
      const {guid} = each.episode
      const [before, isFree] = [known.get(guid), names.isFresh(guid)]
      const {entry, ...result} = await writeEpisode(show, {...each, index, before, isFree, pictures, notes}, settings)
      rememberNext(index, entry)
      done += 1
      onProgress?.({done, total: show.episodes.length})
      return result
    },
    settings.atOnce,
  )
  const missing = written.flatMap((each) => each.missing)
  const here = new Set(show.episodes.map(({guid}) => guid))
  const gone = (record?.episodes ?? []).filter(({guid}) => !here.has(guid))
  // An episode that the source has lost stays in the record, because it may come back.
  for (const each of gone) remember({...each, text: each.text(), isGone: true})
  return {
    files: written.map(({file}) => file),
    conflicts: written.reduce((sum, {conflicts}) => sum + conflicts, 0),
    problems: [
      ...written.flatMap(({problems}) => problems),
      ...missingProblems(missing, show.isPrivate),
      ...itemsGone(gone),
      ...notesLeft(notes.leftCount()),
    ],
  }
}

function notesLeft(count: number): readonly Problem[] {
  const what = count === 1 ? 'The notes of 1 episode stay' : `The notes of ${count} episodes stay`
  const message = `${what} HTML: the show has more notes than an import turns into Markdown, and the oldest come first`
  return count === 0 ? [] : [problem('import-notes-html', {}, message)]
}

/** Hands values on in the order of their numbers, in whatever order they come. */
function inOrder<T>(handOn: (value: T) => void): (index: number, value: T) => void {
  const early = new Map<number, T>()
  let next = 0
  return (index, value) => {
    early.set(index, value)
    for (let found = early.get(next); found !== undefined; found = early.get(next)) {
      early.delete(next)
      next += 1
      handOn(found)
    }
  }
}

/** An episode is named when it goes. After that, a line for all is enough: a host that keeps the newest 100 loses more each week. */
function itemsGone(gone: readonly ImportedEpisode[]): readonly Problem[] {
  const hint = 'If it is to go from your show as well, delete the file'
  const named = gone.filter(({isGone}) => isGone !== true)
  const others = gone.length - named.length
  const problems = named.map(({file}) => {
    const message = `The source has no episode for ${file} any more: the file stays, and so does the episode`
    return problem('import-item-gone', {file}, message, hint)
  })
  if (others === 0) return problems
  const what = others === 1 ? '1 episode is' : `${others} episodes are`
  const message = `${what} not in the source any more, as earlier imports have said: the files stay`
  return [...problems, problem('import-item-gone', {}, message)]
}

type EpisodeNames = {
  readonly nameOf: (guid: string) => string
  /** Whether the name is a new one, which no file has. */
  readonly isFresh: (guid: string) => boolean
}

/**
 * The names of episodes. An episode keeps the name that an earlier import gave, even if that import was cut off before it recorded
 * the name. Every other episode gets a name that no file has.
 */
function namesOf(
  episodes: readonly SourceEpisode[],
  known: ReadonlyMap<string, ImportedEpisode>,
  folder: string,
): EpisodeNames {
  const entries = readdirSync(folder, {withFileTypes: true}).filter(({name}) => /\.md$/i.test(name))
  const existing = entries.map(({name}) => name)
  const recorded = new Set([...known.values()].map(({file}) => file))
  const written = new Map(
    entries
      .filter((entry) => !entry.isDirectory() && !recorded.has(entry.name))
      .flatMap(({name}) => {
        const guid = writtenGuid(readFileSync(join(folder, name), 'utf8'))
        return guid === undefined ? [] : [[guid, stemOf(name)] as const]
      }),
  )
  const fresh = episodes.filter(({guid}) => !known.has(guid) && !written.has(guid))
  const taken = new Set([...existing, ...recorded].map((name) => stemOf(name).toLowerCase()))
  const names = new Map(episodeNames(fresh, taken).map((name, index) => [fresh[index]?.guid, name]))
  const nameOf = (guid: string) => {
    const before = known.get(guid)
    return before === undefined ? (written.get(guid) ?? names.get(guid) ?? '') : stemOf(before.file)
  }
  return {nameOf, isFresh: (guid) => names.has(guid)}
}

function writtenGuid(text: string): string | undefined {
  const {guid} = readFrontMatter(text, '').data
  return typeof guid === 'string' ? guid : undefined
}

function stemOf(file: string): string {
  return file.replace(/\.md$/, '')
}

type NamedEpisode = {
  readonly episode: SourceEpisode
  readonly name: string
  readonly before: ImportedEpisode | undefined
  readonly isFree: boolean
  readonly pictures: ReadonlyMap<string, string>
  readonly index: number
  readonly notes: NotesConverter
}

async function writeEpisode(
  show: SourceShow,
  {episode: packed, name, before, isFree, pictures, index, notes}: NamedEpisode,
  {folder, takesMedia, siteUrl, files, isCopy}: WriteSettings,
) {
  // All its facts are unpacked at once: the next episode begins while this one waits for files.
  const episode = {...packed}
  const {problems, missing, ...parts} = await fetchFiles(episode, {
    files,
    pictures,
    name,
    takesMedia,
    isPrivate: show.isPrivate,
    ...(typeof show.fields.language === 'string' ? {showLanguage: show.fields.language} : {}),
  })
  const text = episodeText(
    {...episode, fields: ownFields(episode, show)},
    {...parts, siteUrl, notes: notes.bodyOf(index, episode.notesHtml())},
  )
  const file = `${name}.md`
  const merged = writeMerged(folder, {file, theirs: text, base: before?.text, isCopy, isFree})
  const {guid} = episode
  // What nobody understands may hold an address, and those of a private feed are secrets.
  const unknown = show.isPrivate ? [] : episode.unknown
  const entry: Parameters<RecordWriter['add']>[0] = {guid, file, text, ...(unknown.length === 0 ? {} : {unknown})}
  const written: ImportedFile = {file, guid, fate: merged.fate}
  return {file: written, entry, conflicts: merged.conflicts, problems: [...problems, ...merged.problems], missing}
}

/** What its file says and that of the show does not. Without a date it is not published, or it would be announced as a new one. */
function ownFields({fields, publishedAt}: SourceEpisode, show: SourceShow): WrittenFields {
  const {explicit, ...others} = fields
  const isUsual = explicit === undefined || explicit === (show.fields.explicit ?? false)
  const own = isUsual ? others : fields
  return publishedAt === undefined ? {draft: true, ...own} : own
}
