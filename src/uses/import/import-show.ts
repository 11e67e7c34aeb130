import {mkdir} from 'node:fs/promises'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import {hostPace} from '../../probe/remote/host-pace.ts'
import {httpClient} from '../../probe/remote/http-client.ts'
import type {Connection} from '../../probe/remote/open-address.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {isNetwork} from '../../read/show/network-file.ts'
import {showText} from '../../sources/files/show-text.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import {systemRefusal} from '../../text/system-refusal.ts'
import {version} from '../../version.ts'
import {copyState} from './enrich/copy-state.ts'
import {enrichRefusals} from './enrich/enrich-refusals.ts'
import {type FetchedFiles, fetchedFiles} from './fetched-files.ts'
import {type GatheredShow, gatherSource} from './gather-source.ts'
import {problem} from './import-problems.ts'
import {type ImportRecord, readImportRecord} from './import-record.ts'
import {recordWriter} from './record-writer.ts'
import {fetchShowPicture} from './show-picture.ts'
import {showSettings, withoutMoves} from './show-settings.ts'
import {siteRemark} from './site-remark.ts'
import {refusals, remarksOn} from './source-remarks.ts'
import {type ImportedFile, type WrittenEpisodes, writeEpisodes} from './write-episodes.ts'
import {type FileFate, writeMerged} from './write-merged.ts'

/** What an import must do besides reading its source. */
export type ImportOptions = {
  /** The mail address that the feed names as its owner. It proves that a locked feed may be imported. */
  readonly owner?: string
  /** Whether media files are downloaded as well. Otherwise episodes name the addresses that the source has. */
  readonly media?: boolean
  /**
   * `enrich`: subscribers keep the feed of the host, and the show is a copy of it that says more (transcripts, people, chapters). Each
   * import takes what the host says now: its facts win over the author's, what it does not say stays the author's, and nothing is
   * left for a person to decide. No media are downloaded. Problems: `enrich-…`.
   */
  readonly only?: 'enrich'
  /** Where the show will be published. Absent: as an earlier import was told, otherwise the site that the source names. */
  readonly siteUrl?: string
  /** Whether the host of the source may be in a private network. */
  readonly allowPrivate?: boolean
  /** The time that counts as now; without it, that of this machine. */
  readonly now?: Date
  /** How many files are downloaded at once. */
  readonly downloadsAtOnce?: number
  /** Called after each episode. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
}

/** What an import found, and what happened to the files of the show. */
export type ImportReport = {
  readonly title: string
  readonly format: SourceShow['format']
  readonly showFile: FileFate
  /** In the order of the source. */
  readonly episodes: readonly ImportedFile[]
  /** How many places both the author and the source have changed. Problems name the files. */
  readonly conflicts: number
}

const usualDownloadsAtOnce = 4
const requestsPerSecond = 20
const silenceInMilliseconds = 20_000

/**
 * Makes a show in `folder` from the content of `source`: a feed (address or file; RSS, Atom, JSON Feed), a WordPress export, or the
 * feed of a YouTube channel. Guids and addresses of media are taken over byte for byte. Another run adds what is new. It merges
 * what changed, field by field and paragraph by paragraph, with what the author did in the meantime. Episodes are written one by
 * one, and the next run finishes what an earlier run left undone.
 */
export async function importShow(
  source: string,
  folder: string,
  options: ImportOptions = {},
): Promise<Outcome<ImportReport>> {
  const allowPrivate = options.allowPrivate === true
  const gathered = await gatherSource(source, {allowPrivate})
  if (!gathered.ok) return gathered
  const show = gathered.value
  const read = readImportRecord(folder)
  if (!read.ok) return {ok: false, problems: [...gathered.problems, ...read.problems]}
  const record = read.value
  const refused = refusedOf(source, show, folder, record, options)
  if (refused.length > 0) return {ok: false, problems: [...gathered.problems, ...refused]}
  const {connection, close} = openConnection(source, allowPrivate)
  try {
    await mkdir(folder, {recursive: true})
    // Addresses of a private feed are secrets, so nothing is remembered of them.
    const files = fetchedFiles(folder, connection, show.isPrivate ? [] : record?.files)
    const written = await writeShow(source, show, {folder, record, files, options})
    const problems = [
      ...gathered.problems,
      ...remarksOn(options.only === 'enrich' ? withoutMoves(show) : show, options.now ?? new Date()),
      ...(record === undefined && options.siteUrl === undefined ? siteRemark(show) : []),
      ...written.problems,
    ]
    return hasErrors(problems) ? {ok: false, problems} : {ok: true, value: written.report, problems}
  } catch (error) {
    const refusal = systemRefusal(error)
    if (refusal === undefined) throw error
    return {ok: false, problems: [...gathered.problems, unwritable(refusal)]}
  } finally {
    close()
  }
}

function unwritable(refusal: string): Problem {
  const hint = 'Mend that, or name another folder, and run the same import again'
  return problem('import-unwritable', {}, `The import could not go on: ${refusal}`, hint)
}

function refusedOf(
  source: string,
  show: GatheredShow,
  folder: string,
  record: ImportRecord | undefined,
  {owner = record?.owner, media = false, only, siteUrl}: ImportOptions,
): readonly Problem[] {
  if (isNetwork(folder)) return [ofNetwork(source, show, folder)]
  const isCopy = only === 'enrich'
  const foreign = isCopy ? enrichRefusals(source, show, copyState(folder, record, siteUrl)) : []
  if (foreign.length > 0) return foreign
  const other = isCopy ? undefined : otherShow(source, show, record)
  if (other !== undefined) return [other]
  return refusals(show, {takesMedia: media && !isCopy, ...present({owner})})
}

function ofNetwork(source: string, {title}: GatheredShow, folder: string): Problem {
  const message = `${source} is the show “${title}”, and ${folder} holds a network of shows, each of which has a folder of its own`
  return problem(
    'import-source-other',
    {},
    message,
    'Name a folder below it, which need not be there; nothing was changed',
  )
}

/** A feed that holds only the newest episodes may have none that is known; then its title is. */
function otherShow(source: string, show: GatheredShow, record: ImportRecord | undefined): Problem | undefined {
  const known = new Set(record?.episodes.map(({guid}) => guid))
  if (record === undefined || known.size === 0 || show.format === 'youtube') return undefined
  if (show.episodes.some(({guid}) => known.has(guid))) return undefined
  const {title} = readFrontMatter(`---\n${record.show}---\n`, 'show.yaml').data
  if (typeof title !== 'string' || title === show.title) return undefined
  const message = `${source} is “${show.title}”, and the folder holds “${title}”: none of its ${known.size} episodes is in the feed`
  return problem('import-source-other', {}, message, 'Name another folder for this show; nothing was changed')
}

type Target = {
  readonly folder: string
  readonly record: ImportRecord | undefined
  readonly files: FetchedFiles
  readonly options: ImportOptions
}

async function writeShow(source: string, show: GatheredShow, {folder, record, files, options}: Target) {
  const {only, onProgress, downloadsAtOnce = usualDownloadsAtOnce} = options
  const isCopy = only === 'enrich'
  const takesMedia = options.media === true && !isCopy
  const picture = await fetchShowPicture(show, files)
  const site = isCopy ? copyState(folder, record, options.siteUrl).siteUrl : (options.siteUrl ?? record?.site)
  const settings = showSettings(source, show, {isCopy, ...present({site, image: picture.file, earlier: record?.show})})
  const written = showText(isCopy ? withoutMoves(show) : show, settings)
  const base = record === undefined ? undefined : () => record.show
  const showFile = writeMerged(folder, {file: 'show.yaml', theirs: written, base, isCopy})
  const {siteUrl} = settings
  const newRecord = recordWriter(folder, {
    source: recordedSource(source, show),
    ...present({only, site, owner: show.locked?.isLocked === true ? (options.owner ?? record?.owner) : undefined}),
    show: written,
    unknown: show.isPrivate ? [] : show.unknown,
  })
  let done: WrittenEpisodes
  try {
    done = await writeEpisodes(show, {
      folder,
      record,
      takesMedia,
      siteUrl,
      files,
      isCopy,
      atOnce: downloadsAtOnce,
      onProgress,
      remember: newRecord.add,
    })
  } catch (error) {
    newRecord.giveUp()
    throw error
  }
  newRecord.finish(show.isPrivate ? [] : files.record())
  const report: ImportReport = {
    title: show.title,
    format: show.format,
    showFile: showFile.fate,
    episodes: done.files,
    conflicts: showFile.conflicts + done.conflicts,
  }
  return {report, problems: [...picture.problems, ...showFile.problems, ...done.problems]}
}

function openConnection(
  source: string,
  allowPrivate: boolean,
): {readonly connection: Connection; readonly close: () => void} {
  const allowedHosts = new Set(allowPrivate && URL.canParse(source) ? [new URL(source).host] : [])
  const userAgent = `Castwright/${version} (podcast importer)`
  const client = httpClient({userAgent, allowedHosts, connections: 8, silenceInMilliseconds})
  const connection = {client, pace: hostPace(requestsPerSecond), pausesInMilliseconds: [500, 2000]}
  return {connection, close: client.close}
}

/** What is committed names the host of a private feed, and not its address, which is a secret. */
function recordedSource(source: string, {isPrivate}: SourceShow): string {
  return isPrivate && URL.canParse(source) ? new URL(source).origin : source
}
