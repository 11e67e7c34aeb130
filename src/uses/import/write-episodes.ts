import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {downloadFile} from '../../downloads/download-file.ts'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {extensionOf} from '../../file-kinds/endings.ts'
import {pictureKinds} from '../../file-kinds/picture-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import {severalAtOnce} from '../../plan/several-at-once.ts'
import type {Connection} from '../../probe/remote/open-address.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {episodeNames} from '../../sources/files/episode-names.ts'
import {episodeText} from '../../sources/files/episode-text.ts'
import type {SourceEpisode, SourceShow} from '../../sources/source-show.ts'
import {problem} from './import-problems.ts'
import type {ImportedEpisode, ImportRecord} from './import-record.ts'
import {importedNotes} from './imported-notes.ts'
import {fetchFiles} from './linked-files.ts'
import {type FileFate, writeMerged} from './write-merged.ts'

/** An episode of the source, and what happened to its file. */
export type ImportedFile = {readonly file: string; readonly guid: string; readonly fate: FileFate}

export type WriteSettings = {
  readonly folder: string
  readonly record: ImportRecord | undefined
  readonly takesMedia: boolean
  readonly siteUrl: string
  readonly connection: Connection
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
  let done = 0
  const written = await severalAtOnce(
    show.episodes.map((episode, index) => ({episode, name: names[index] ?? ''})),
    async ({episode, name}) => {
      const result = await writeEpisode(show, episode, name, known.get(episode.guid), settings)
      done += 1
      onProgress?.({done, total: show.episodes.length})
      return result
    },
    settings.atOnce,
  )
  const here = new Set(show.episodes.map(({guid}) => guid))
  const gone = (record?.episodes ?? []).filter(({guid}) => !here.has(guid))
  return {
    files: written.map(({file}) => file),
    // An episode that the source has lost stays in the record, because it may come back.
    record: [...written.map(({entry}) => entry), ...gone],
    conflicts: written.reduce((sum, {conflicts}) => sum + conflicts, 0),
    problems: [...written.flatMap(({problems}) => problems), ...gone.map(itemGone)],
  }
}

function itemGone({file}: ImportedEpisode): Problem {
  const message = `The source has no episode for ${file} any more: the file stays, and so does the episode`
  return problem('import-item-gone', {file}, message, 'If it is to go from your show as well, delete the file')
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

async function writeEpisode(
  show: SourceShow,
  episode: SourceEpisode,
  name: string,
  before: ImportedEpisode | undefined,
  {folder, takesMedia, siteUrl, connection}: WriteSettings,
) {
  const {problems, ...parts} = await fetchFiles(episode, {
    folder,
    name,
    takesMedia,
    isPrivate: show.isPrivate,
    connection,
    ...(show.imageUrl === undefined ? {} : {showPicture: show.imageUrl}),
    ...(typeof show.fields.language === 'string' ? {showLanguage: show.fields.language} : {}),
  })
  const dated = episode.publishedAt === undefined ? {...episode, fields: {draft: true, ...episode.fields}} : episode
  const text = episodeText(dated, {...parts, siteUrl, notes: importedNotes(episode.notesHtml)})
  const file = `${name}.md`
  const merged = writeMerged(folder, file, text, before?.text)
  const {guid} = episode
  // What nobody understands may hold an address, and those of a private feed are secrets.
  const unknown = show.isPrivate ? [] : episode.unknown
  const entry: ImportedEpisode = {guid, file, text, ...(unknown.length === 0 ? {} : {unknown})}
  const written: ImportedFile = {file, guid, fate: merged.fate}
  return {file: written, entry, conflicts: merged.conflicts, problems: [...problems, ...merged.problems]}
}

const mostPictureBytes = 30 * 1024 * 1024

/** The cover of the show as a file beside `show.yaml`; its address if it cannot be fetched. */
export async function fetchShowPicture(
  {imageUrl, isPrivate}: SourceShow,
  folder: string,
  connection: Connection,
): Promise<{readonly file?: string; readonly problems: readonly Problem[]}> {
  if (imageUrl === undefined || !URL.canParse(imageUrl)) return {problems: []}
  const {pathname} = new URL(imageUrl)
  const isArt = pictureKinds.some((kind) => kind.isArt && kind === fileKinds.ofName(pathname))
  const extension = isArt ? extensionOf(pathname) : '.jpg'
  const file = `cover${extension}`
  const got = await downloadFile(connection, {url: imageUrl, path: join(folder, file), mostBytes: mostPictureBytes})
  if (got.state !== 'failed') return {file, problems: []}
  const message = isPrivate
    ? `The cover ${got.what}; its address may be a secret, so it is not written`
    : `The cover, ${imageUrl}, ${got.what}: its address stays in show.yaml`
  return {
    ...(isPrivate ? {} : {file: imageUrl}),
    problems: [problem('import-file-missing', {file: 'show.yaml'}, message, 'Run the same import again')],
  }
}
