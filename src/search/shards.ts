import {bucketCount} from '../browser/search/search-terms.ts'
import {transcriptKinds} from '../file-kinds/text-kinds.ts'
import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel, ListedItem} from '../model/feed.ts'
import {searchFolder, searchListPath} from '../model/site-paths.ts'

export type SearchFile = {
  readonly path: string
  readonly mimeType?: string
  readonly pieces: Iterable<string>
  /** The episodes that are in it; absent where it is about all. */
  readonly items?: readonly ListedItem[]
}

/** An episode, and its words as `episodeWords` has them: those of a large show are too many to be held. */
export type SearchedEpisode = {readonly item: ListedItem; readonly words: () => string}

type ShowFacts = Pick<Channel, 'siteUrl' | 'timeZone'>
type Season = {readonly name: string; readonly episodes: readonly SearchedEpisode[]; readonly shards: number}

/** A shard is fetched as a whole, even for one word. On average it has at most this size, and a third of it on the wire. */
const largestShardInCharacters = 40_000

/**
 * What the search of the pages fetches: the seasons, the episodes of each season, and their words in shards. A new episode
 * changes only the files of its own season or year.
 */
export function* searchFiles(channel: ShowFacts, episodes: readonly SearchedEpisode[]): Generator<SearchFile> {
  const seasons = seasonsOf(episodes)
  if (seasons.length === 0) return
  const list = seasons.map(({name, shards}) => [name, shards])
  yield {path: searchListPath, mimeType: 'application/json', pieces: [`${JSON.stringify(list)}\n`]}
  for (const season of seasons) {
    const folder = `${searchFolder}${season.name}/`
    const items = season.episodes.map(({item}) => item)
    yield {path: `${folder}episodes.json`, mimeType: 'application/json', pieces: episodeList(season, channel), items}
    const lines = linesOnce(season)
    for (let shard = 0; shard < season.shards; shard += 1)
      yield {path: `${folder}${shard}.txt`, pieces: shardOf(season, lines, shard), items}
  }
}

/** The seasons if the author counts seasons, else the years. They are in the order of their newest episodes. */
function seasonsOf(episodes: readonly SearchedEpisode[]): readonly Season[] {
  const seasons = new Map<string, SearchedEpisode[]>()
  for (const episode of episodes) {
    const {season, publishedAt} = episode.item
    const name = season === undefined ? String(publishedAt.getUTCFullYear()) : `season-${season}`
    const known = seasons.get(name)
    if (known === undefined) seasons.set(name, [episode])
    else known.push(episode)
  }
  return [...seasons].map(([name, members]) => ({name, episodes: members, shards: shardsFor(members)}))
}

/** A power of two, so that each bucket is in one shard. */
function shardsFor(episodes: readonly SearchedEpisode[]): number {
  const size = episodes.reduce((sum, {words}) => sum + words().length, 0)
  let shards = 1
  while (shards < bucketCount && size / shards > largestShardInCharacters) shards *= 2
  return shards
}

/** Path, title, day, and where the captions are. The script reads the second and the sentence from the captions. */
function* episodeList({episodes}: Season, {siteUrl, timeZone}: ShowFacts): Generator<string> {
  const dayOf = daysIn(timeZone)
  yield '['
  for (const [index, {item}] of episodes.entries()) {
    const {url, title, publishedAt, transcripts} = item
    const captions = transcripts.find(
      (each) => each.mimeType === transcriptKinds.vtt.mimeType && isBelow(each.url, siteUrl),
    )
    const row = [below(url, siteUrl), title, dayOf(publishedAt)]
    if (captions !== undefined) row.push(below(captions.url, siteUrl))
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(row)}`
  }
  yield '\n]\n'
}

/** `2026-01-31` in the time zone of the show, as on its pages. */
function daysIn(timeZone: string): (date: Date) => string {
  const format = new Intl.DateTimeFormat('en', {timeZone, year: 'numeric', month: '2-digit', day: '2-digit'})
  return (date) => {
    const parts = new Map(format.formatToParts(date).map(({type, value}) => [type, value]))
    return ['year', 'month', 'day'].map((part) => parts.get(part as Intl.DateTimeFormatPartTypes)).join('-')
  }
}

function isBelow(address: string, siteUrl: AbsoluteUrl): boolean {
  return address.startsWith(siteUrl)
}

function below(address: string, siteUrl: AbsoluteUrl): string {
  return isBelow(address, siteUrl) ? address.slice(siteUrl.length) : address
}

/** A line for each episode, as in the list. */
function* shardOf({shards}: Season, lines: Lines, shard: number): Generator<string> {
  for (const ofEpisode of lines()) {
    let own = ''
    for (let bucket = shard; bucket < ofEpisode.length; bucket += shards) {
      const line = ofEpisode[bucket]
      if (line) own = own === '' ? line : `${own} ${line}`
    }
    yield `${own}\n`
  }
}

type Lines = () => readonly (readonly string[])[]

/**
 * The lines of each episode. They are taken apart when the first shard of the season is made, because most builds make none of
 * its shards.
 */
function linesOnce({episodes}: Season): Lines {
  let lines: ReturnType<Lines> | undefined
  return () => {
    lines ??= episodes.map(({words}) => words().split('\n'))
    return lines
  }
}
