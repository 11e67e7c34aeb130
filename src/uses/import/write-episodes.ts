import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Problem} from '../../model/problem.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {episodeNames} from '../../sources/files/episode-names.ts'
import {episodeText} from '../../sources/files/episode-text.ts'
import type {SourceEpisode, SourceShow} from '../../sources/source-show.ts'
import {severalAtOnce} from '../../text/several-at-once.ts'
import type {FetchedFiles} from './fetched-files.ts'
import {problem} from './import-problems.ts'
import type {ImportedEpisode, ImportRecord} from './import-record.ts'
import {importedNotes} from './imported-notes.ts'
import {fetchFiles, pictureFiles} from './linked-files.ts'
import {missingProblems} from './missing-files.ts'
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
}

export type WrittenEpisodes = {
  readonly files: readonly ImportedFile[]
  readonly record: readonly ImportedEpisode[]
  readonly conflicts: number
  readonly problems: readonly Problem[]
}

/** Writes or merges the file of each episode, and the files beside it. Several episodes are written at once. */
export async function writeEpisodes(show: SourceShow, settings: WriteSettings): Promise<WrittenEpisodes> {
  const {folder, record, onProgress} = settings
  const known = new Map(record?.episodes.map((each) => [each.guid, each]))
  const names = namesOf(show.episodes, known, folder)
  const named = show.episodes.map((episode, index) => ({episode, name: names[index] ?? ''}))
  const pictures = pictureFiles(named, show.imageUrl, show.isPrivate ? [] : (record?.files ?? []))
  let done = 0
  const written = await severalAtOnce(
    named,
    async (each) => {
      const result = await writeEpisode(show, {...each, before: known.get(each.episode.guid), pictures}, settings)
      done += 1
      onProgress?.({done, total: show.episodes.length})
      return result
    },
    settings.atOnce,
  )
  const missing = written.flatMap((each) => each.missing)
  const here = new Set(show.episodes.map(({guid}) => guid))
  const gone = (record?.episodes ?? []).filter(({guid}) => !here.has(guid))
  return {
    files: written.map(({file}) => file),
    // An episode that the source has lost stays in the record, because it may come back.
    record: [...written.map(({entry}) => entry), ...gone.map((each) => ({...each, isGone: true}))],
    conflicts: written.reduce((sum, {conflicts}) => sum + conflicts, 0),
    problems: [
      ...written.flatMap(({problems}) => problems),
      ...missingProblems(missing, show.isPrivate),
      ...itemsGone(gone),
    ],
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

/**
 * The names of episodes. An episode keeps the name that an earlier import gave, even if that import was cut off before it recorded
 * the name. Every other episode gets a name that no file has.
 */
function namesOf(
  episodes: readonly SourceEpisode[],
  known: ReadonlyMap<string, ImportedEpisode>,
  folder: string,
): readonly string[] {
  const existing = readdirSync(folder).filter((name) => /\.md$/i.test(name))
  const recorded = new Set([...known.values()].map(({file}) => file))
  const written = new Map(
    existing
      .filter((name) => !recorded.has(name))
      .flatMap((name) => {
        const guid = writtenGuid(readFileSync(join(folder, name), 'utf8'))
        return guid === undefined ? [] : [[guid, stemOf(name)] as const]
      }),
  )
  const fresh = episodes.filter(({guid}) => !known.has(guid) && !written.has(guid))
  const taken = new Set([...existing, ...recorded].map((name) => stemOf(name).toLowerCase()))
  const names = new Map(episodeNames(fresh, taken).map((name, index) => [fresh[index]?.guid, name]))
  return episodes.map(({guid}) => {
    const before = known.get(guid)
    return before === undefined ? (written.get(guid) ?? names.get(guid) ?? '') : stemOf(before.file)
  })
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
  readonly pictures: ReadonlyMap<string, string>
}

async function writeEpisode(
  show: SourceShow,
  {episode, name, before, pictures}: NamedEpisode,
  {folder, takesMedia, siteUrl, files, isCopy}: WriteSettings,
) {
  const {problems, missing, ...parts} = await fetchFiles(episode, {
    files,
    pictures,
    name,
    takesMedia,
    isPrivate: show.isPrivate,
    ...(typeof show.fields.language === 'string' ? {showLanguage: show.fields.language} : {}),
  })
  const dated = episode.publishedAt === undefined ? {...episode, fields: {draft: true, ...episode.fields}} : episode
  const text = episodeText(dated, {...parts, siteUrl, notes: importedNotes(episode.notesHtml)})
  const file = `${name}.md`
  const merged = writeMerged(folder, {file, theirs: text, base: before?.text, isCopy})
  const {guid} = episode
  // What nobody understands may hold an address, and those of a private feed are secrets.
  const unknown = show.isPrivate ? [] : episode.unknown
  const entry: ImportedEpisode = {guid, file, text, ...(unknown.length === 0 ? {} : {unknown})}
  const written: ImportedFile = {file, guid, fate: merged.fate}
  return {file: written, entry, conflicts: merged.conflicts, problems: [...problems, ...merged.problems], missing}
}
