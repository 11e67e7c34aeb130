import {existsSync} from 'node:fs'
import {basename} from 'node:path'
import type {Outcome, Problem} from '../../model/problem.ts'
import {readSource} from '../../sources/read-source.ts'
import {problem} from '../../sources/source-problems.ts'
import type {SourceEpisode, SourceShow} from '../../sources/source-show.ts'
import {bytesInMemory, type SourceBytes} from '../../sources/source-text.ts'
import {type FetchOptions, fetchPieces} from '../fetch-feed.ts'
import {bytesOfFile} from './bytes-of-file.ts'
import {unpackedBytes} from './unpacked-bytes.ts'

export type GatheredShow = SourceShow & {
  /** Where the redirects of its address ended. Absent: it was a file. */
  readonly servedFrom?: string
}

/** A feed with more documents than this goes round in a circle, whatever its addresses say. */
const mostDocuments = 2000

/**
 * Reads a show from the address of a feed or from a file. It reads all documents of the feed, older ones after newer ones, and
 * takes each episode once. What a later document repeats is left out. If two items of one document have one guid, that is reported
 * (`source-item-repeated`).
 */
export async function gatherSource(source: string, options: FetchOptions): Promise<Outcome<GatheredShow>> {
  const problems: Problem[] = []
  const first = await readDocument(source, options)
  if (!first.ok) return first
  problems.push(...first.problems)
  const seen = new Set([source])
  const episodes = new Map<string, SourceEpisode>()
  let document = first.value
  for (;;) {
    problems.push(...addEpisodes(document.episodes, episodes))
    const {olderUrl} = document
    if (olderUrl === undefined || seen.has(olderUrl) || seen.size >= mostDocuments) break
    seen.add(olderUrl)
    const next = await readDocument(olderUrl, options)
    problems.push(...next.problems)
    // A whole back catalogue must not end silently where one document cannot be fetched.
    if (!next.ok) return {ok: false, problems}
    document = next.value
  }
  const show = {...withoutOwnMove(first.value, source), episodes: [...episodes.values()]}
  if (show.episodes.length > 0) return {ok: true, value: show, problems}
  const hint =
    show.isCutOff === true ? 'Run the same import again later' : 'Give the feed that podcast apps subscribe to'
  return {
    ok: false,
    problems: [
      ...problems,
      problem(
        'source-empty',
        {file: source},
        `${source} has no episodes${show.isCutOff === true ? ': it ends before the first one' : ''}`,
        hint,
      ),
    ],
  }
}

/**
 * Transistor, Acast, Podbean and others name the address of the feed itself (itunes:new-feed-url): it has not moved. In a feed at
 * another address, the line would send subscribers back to the host.
 */
function withoutOwnMove(show: GatheredShow, source: string): GatheredShow {
  const {new_feed_url: url, ...fields} = show.fields
  const own = [source, show.servedFrom, show.feedUrl].map(comparableAddress)
  return typeof url === 'string' && own.includes(comparableAddress(url)) ? {...show, fields} : show
}

function comparableAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const {host, pathname, search} = new URL(url)
  return `${host}${pathname.replace(/\/$/, '')}${search}`
}

async function readDocument(source: string, options: FetchOptions): Promise<Outcome<GatheredShow>> {
  if (/^https?:\/\//i.test(source)) {
    const fetched = await fetchPieces(source, options)
    if (!fetched.ok) return fetched
    const show = readUnpacked(bytesInMemory(fetched.value.pieces), source)
    return show.ok ? {...show, value: {...show.value, servedFrom: fetched.value.url}} : show
  }
  try {
    return readUnpacked(bytesOfFile(source), basename(source))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = existsSync(source) ? `${source} cannot be read: ${reason}` : `There is no file ${source}`
    return {ok: false, problems: [problem('source-unreadable', {}, message, 'Give the address or the file of a feed')]}
  }
}

function readUnpacked(packed: SourceBytes, name: string): Outcome<SourceShow> {
  const bytes = unpackedBytes(packed, name)
  return bytes.ok ? readSource(bytes.value, name) : bytes
}

function addEpisodes(found: readonly SourceEpisode[], episodes: Map<string, SourceEpisode>): readonly Problem[] {
  const here = new Set<string>()
  const problems: Problem[] = []
  for (const episode of found) {
    const {guid, title} = episode
    if (here.has(guid)) {
      const message = `"${title}" has the guid of an earlier item (${guid}), so apps never see it; it is left out`
      problems.push(
        problem('source-item-repeated', {}, message, 'If it is an episode of its own, add its file by hand'),
      )
    }
    here.add(guid)
    if (!episodes.has(guid)) episodes.set(guid, episode)
  }
  return problems
}
