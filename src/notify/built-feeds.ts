import {XMLParser} from 'fast-xml-parser'
import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'

/** A feed as it was built, with what it says of itself. */
export type BuiltFeed = {
  readonly path: string
  readonly format: FeedFormatName
  /** Where subscribers have it. */
  readonly url: string
  readonly hubs: readonly string[]
  /** `podcast:medium`. */
  readonly medium?: string
  /** Kept out of directories, so nobody but its hubs may be told of its address. */
  readonly isHidden: boolean
}

type Link = {readonly '@rel'?: string; readonly '@href'?: string}
type ParsedChannel = {
  readonly 'atom:link'?: readonly Link[]
  readonly link?: readonly Link[]
  readonly 'podcast:medium'?: readonly string[]
  readonly 'podcast:block'?: readonly unknown[]
  readonly 'itunes:block'?: readonly string[]
}
type Document = {
  readonly rss?: readonly {readonly channel?: readonly ParsedChannel[]}[]
  readonly feed?: readonly ParsedChannel[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (_n, _p, _l, isAttribute) => !isAttribute,
})

/** What a feed of ours says; `undefined` where it does not say its address. */
export function readBuiltFeed(path: string, mimeType: string, text: string): BuiltFeed | undefined {
  const format = feedKinds.find((kind) => kind.mimeType === mimeType)?.name
  if (format === undefined) return undefined
  return format === 'json' ? readJson(path, text) : readXml(path, format, text)
}

function readXml(path: string, format: FeedFormatName, text: string): BuiltFeed | undefined {
  const document: Document = parser.parse(text)
  const channel = format === 'rss' ? document.rss?.[0]?.channel?.[0] : document.feed?.[0]
  const links = channel?.[format === 'rss' ? 'atom:link' : 'link'] ?? []
  const addresses = (rel: string) => links.flatMap((link) => (link['@rel'] === rel ? (link['@href'] ?? []) : []))
  const [url] = addresses('self')
  if (channel === undefined || url === undefined) return undefined
  const medium = channel['podcast:medium']?.[0]
  const isHidden = isBlocked(channel)
  return {path, format, url, hubs: addresses('hub'), isHidden, ...(medium === undefined ? {} : {medium})}
}

function isBlocked(channel: ParsedChannel): boolean {
  const blocks = [...(channel['itunes:block'] ?? []), ...(channel['podcast:block'] ?? [])]
  return blocks.some((block) => /yes/i.test(JSON.stringify(block)))
}

function readJson(path: string, text: string): BuiltFeed | undefined {
  const {feed_url: url, hubs = []}: {readonly feed_url?: string; readonly hubs?: readonly {readonly url: string}[]} =
    JSON.parse(text)
  if (url === undefined) return undefined
  return {path, format: 'json', url, hubs: hubs.map((hub) => hub.url), isHidden: false}
}
