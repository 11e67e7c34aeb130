import {mkdir} from 'node:fs/promises'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import {hostPace} from '../../probe/remote/host-pace.ts'
import {httpClient} from '../../probe/remote/http-client.ts'
import type {Connection} from '../../probe/remote/open-address.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import {showText} from '../../sources/files/show-text.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import {version} from '../../version.ts'
import {gatherSource} from './gather-source.ts'
import {readImportRecord, writeImportRecord} from './import-record.ts'
import {refusals, remarksOn} from './source-remarks.ts'
import {fetchShowPicture, type ImportedFile, writeEpisodes} from './write-episodes.ts'
import {type FileFate, writeMerged} from './write-merged.ts'

/** What an import must do besides reading its source. */
export type ImportOptions = {
  /** The mail address that the feed names as its owner. It proves that a locked feed may be imported. */
  readonly owner?: string
  /** Whether media files are downloaded as well. Otherwise episodes name the addresses that the source has. */
  readonly media?: boolean
  /** Where the show will be published. Absent: the site that the source names. */
  readonly siteUrl?: string
  /** Whether the host of the source may be in a private network. */
  readonly allowPrivate?: boolean
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
  const takesMedia = options.media === true
  const refused = refusals(show, {takesMedia, ...(options.owner === undefined ? {} : {owner: options.owner})})
  if (refused.length > 0) return {ok: false, problems: [...gathered.problems, ...refused]}
  const record = await readImportRecord(folder)
  if (!record.ok) return {ok: false, problems: [...gathered.problems, ...record.problems]}
  await mkdir(folder, {recursive: true})
  const problems: Problem[] = [...gathered.problems, ...remarksOn(show)]
  const {connection, close} = openConnection(source, allowPrivate)
  try {
    const atOnce = options.downloadsAtOnce ?? usualDownloadsAtOnce
    const picture = await fetchShowPicture(show, folder, connection)
    const settings = settingsOf(source, show, options, picture.file)
    const written = showText(show, settings)
    const showFile = writeMerged(folder, 'show.yaml', written, record.value?.show)
    const {siteUrl} = settings
    const {onProgress} = options
    const target = {folder, record: record.value, takesMedia, siteUrl, connection, atOnce, onProgress}
    const done = await writeEpisodes(show, target)
    await writeImportRecord(folder, {
      source: recordedSource(source, show),
      show: written,
      unknown: show.isPrivate ? [] : show.unknown,
      episodes: done.record,
    })
    problems.push(...picture.problems, ...showFile.problems, ...done.problems)
    const conflicts = showFile.conflicts + done.conflicts
    const value = {title: show.title, format: show.format, showFile: showFile.fate, episodes: done.files, conflicts}
    return hasErrors(problems) ? {ok: false, problems} : {ok: true, value, problems}
  } finally {
    close()
  }
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

function settingsOf(source: string, show: SourceShow, options: ImportOptions, image: string | undefined) {
  const feedUrl = /^https?:/i.test(source) ? source : show.feedUrl
  const siteUrl = withSlash(options.siteUrl ?? show.siteUrl ?? 'https://example.org/')
  // Every tool derives this identity in the same way, from the address that subscribers have.
  const guid = show.podcastGuid ?? podcastGuidOf(feedUrl ?? new URL('feed.xml', siteUrl).href)
  // The address of a private feed is a secret; that of a channel is no feed of a podcast.
  const isSecret = show.isPrivate || show.format === 'youtube'
  const feedPath = show.isPrivate ? undefined : pathBelow(siteUrl, feedUrl)
  return {
    siteUrl,
    guid,
    ...(image === undefined ? {} : {image}),
    ...(feedPath === undefined ? {} : {feedPath}),
    ...(feedPath !== undefined || feedUrl === undefined || isSecret ? {} : {oldFeedUrl: feedUrl}),
  }
}

/** What is committed names the host of a private feed, and not its address, which is a secret. */
function recordedSource(source: string, {isPrivate}: SourceShow): string {
  return isPrivate && URL.canParse(source) ? new URL(source).origin : source
}

function withSlash(url: string): string {
  if (!URL.canParse(url)) return url
  const {origin, pathname} = new URL(url)
  return `${origin}${pathname.replace(/\/(?:index\.html?)?$/, '').replace(/\/?$/, '/')}`
}

/** The path of a feed that lies below the site. Such a feed stays where it is. */
function pathBelow(siteUrl: string, feedUrl: string | undefined): string | undefined {
  if (feedUrl === undefined || !URL.canParse(feedUrl) || !URL.canParse(siteUrl)) return undefined
  const [site, feed] = [new URL(siteUrl), new URL(feedUrl)]
  const path = feed.pathname.slice(site.pathname.length)
  const isBelow = site.host === feed.host && feed.pathname.startsWith(site.pathname) && feed.search === ''
  return isBelow && /^[\w./-]+\.[a-z]+$/i.test(path) ? path : undefined
}
