import {bareMediaUrl, isSameMedia} from '../text/addresses/analytics-prefixes.ts'
import {oldSitePath} from '../text/addresses/site-path.ts'

/** An item of the live feed, and the episode that it is, as a build would publish it. */
export type LivePair = {
  readonly item: {
    readonly guid: string
    readonly pageUrl?: string
    readonly media: readonly LiveMedia[]
  }
  readonly episode: {
    /** Its Markdown file, below the show. */
    readonly file: string
    /** Present where the author wrote it: then the lock cannot give it another one. */
    readonly ownGuid?: string
    readonly pageUrl: string
    readonly mediaUrls: readonly string[]
  }
}

type LiveMedia = {
  readonly url: string
  readonly mimeType?: string
  readonly sizeInBytes?: number
  readonly durationInSeconds?: number
}

/** What subscribers have and the files do not say, by file. If it counts more than what the file says, the reason is given. */
export type LiveFacts = {
  readonly additions: ReadonlyMap<string, EpisodeFacts>
  readonly corrections: ReadonlyMap<string, EpisodeFacts & {readonly reason: string}>
  /** Services that count downloads, if they stand before most enclosures of the feed and before no address in the files. */
  readonly prefix?: string
}

export type EpisodeFacts = {
  readonly guid?: string
  readonly aliases?: readonly string[]
  /** A text: the file or the address alone. */
  readonly audio?: WrittenMedia | string
  readonly video?: WrittenMedia
}

type WrittenMedia = {
  readonly url: string
  readonly type?: string
  readonly size?: number
  readonly duration?: number
}

/** A value that most items have in common is a habit of the show. */
const habitShare = 2 / 3

export function liveFacts(pairs: readonly LivePair[], siteUrl: string): LiveFacts {
  const prefix = mostCommon(pairs.map(countingPrefix))
  const pageCounts = new Map<string, number>()
  for (const {item} of pairs) {
    if (item.pageUrl !== undefined) pageCounts.set(item.pageUrl, (pageCounts.get(item.pageUrl) ?? 0) + 1)
  }
  const additions = new Map<string, EpisodeFacts>()
  const corrections = new Map<string, EpisodeFacts & {readonly reason: string}>()
  for (const {item, episode} of pairs) {
    const [media] = item.media
    const [own] = episode.mediaUrls
    const oldPage =
      pageCounts.get(item.pageUrl ?? '') === 1 ? oldPageOf(item.pageUrl, episode.pageUrl, siteUrl) : undefined
    const added: EpisodeFacts = {
      ...(oldPage === undefined ? {} : {aliases: [oldPage]}),
      ...(media === undefined || own !== undefined ? {} : authored(media)),
    }
    if (Object.keys(added).length > 0) additions.set(episode.file, added)
    const corrected: EpisodeFacts = {
      ...(episode.ownGuid === undefined || episode.ownGuid === item.guid ? {} : {guid: item.guid}),
      ...(media === undefined || own === undefined || isSameMedia(media.url, own) ? {} : authored(media)),
    }
    if (Object.keys(corrected).length > 0) {
      corrections.set(episode.file, {...corrected, reason: 'subscribers have it so, in the live feed'})
    }
  }
  return {
    additions: sorted(additions),
    corrections: sorted(corrections),
    ...(prefix === undefined || prefix === '' ? {} : {prefix}),
  }
}

function sorted<T>(byFile: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...byFile].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** A site serves one page at an address with and without `index.html` and the last `/`. */
function oldPageOf(pageUrl: string | undefined, now: string, siteUrl: string): string | undefined {
  const plain = (path: string) => path.replace(/(?:^|\/)index\.html?$/, '').replace(/\/$/, '')
  const path = pageUrl === undefined ? undefined : oldSitePath(siteUrl, pageUrl)
  return path === undefined || plain(path) === plain(oldSitePath(siteUrl, now) ?? '') ? undefined : `/${path}`
}

function authored({url, mimeType, sizeInBytes, durationInSeconds}: LiveMedia): EpisodeFacts {
  const written = {
    url,
    ...(mimeType === undefined ? {} : {type: mimeType}),
    ...(sizeInBytes === undefined ? {} : {size: sizeInBytes}),
    ...(durationInSeconds === undefined ? {} : {duration: durationInSeconds}),
  }
  return mimeType?.startsWith('video/') ? {video: written} : {audio: written}
}

/** What stands in the live feed before the address that the episode has. `undefined` if the feed has another address. */
function countingPrefix({item, episode}: LivePair): string {
  const [live, own] = [item.media[0]?.url ?? '', episode.mediaUrls[0] ?? '']
  if (own === '')
    return bareMediaUrl(live) === live ? '' : live.slice(0, live.length - withoutScheme(bareMediaUrl(live)).length)
  const [address, rest] = [live.replace(/[?#].*$/, ''), withoutScheme(own).replace(/[?#].*$/, '')]
  return address.endsWith(rest) && withoutScheme(address) !== rest ? address.slice(0, -rest.length) : ''
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//i, '')
}

export function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort(([, one], [, other]) => other - one)
  return best !== undefined && best[1] >= values.length * habitShare ? best[0] : undefined
}
