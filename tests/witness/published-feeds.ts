import {XMLParser} from 'fast-xml-parser'

/** A document of a feed as apps read it. Nothing of it is read by the program's own code: this is what the program is judged by. */
export type PublishedFeed = {
  /** The feed's own identity. */
  readonly guid: string
  /** The enclosure of each item, by guid; empty where it has none. */
  readonly items: ReadonlyMap<string, string>
  /** When each item was published, by guid. */
  readonly dates: ReadonlyMap<string, number>
  /** The document of older items that this one names. */
  readonly older?: string
  /** Pictures, transcripts and chapters that it names. */
  readonly others: readonly string[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['item', 'entry', 'link', 'atom:link', 'podcast:transcript'].includes(name),
})

type Node = Readonly<Record<string, unknown>>

/** `undefined` for a file that is no feed. */
export function publishedFeed(text: string): PublishedFeed | undefined {
  if (text.startsWith('{'))
    return text.includes('https://jsonfeed.org/version/') ? jsonFeed(JSON.parse(text)) : undefined
  if (!/<(?:rss|feed)\b/.test(text.slice(0, 2000))) return undefined
  const {rss, feed} = parser.parse(text) as {readonly rss?: {readonly channel: Node}; readonly feed?: Node}
  return rss === undefined ? atomFeed(feed ?? {}) : rssFeed(rss.channel)
}

function rssFeed(channel: Node): PublishedFeed {
  const items = nodes(channel.item)
  const guidOf = (item: Node) => textOf(item.guid)
  return {
    guid: textOf(channel['podcast:guid']),
    items: new Map(items.map((item) => [guidOf(item), textOf(item.enclosure, '@url')])),
    dates: new Map(items.map((item) => [guidOf(item), Date.parse(textOf(item.pubDate))])),
    ...older(linkOf(nodes(channel['atom:link']), 'prev-archive')),
    others: [channel, ...items].flatMap((node) => [
      textOf(node['itunes:image'], '@href'),
      textOf(node['podcast:chapters'], '@url'),
      ...nodes(node['podcast:transcript']).map((each) => textOf(each, '@url')),
    ]),
  }
}

function atomFeed(feed: Node): PublishedFeed {
  const entries = nodes(feed.entry)
  return {
    guid: textOf(feed.id).replace('urn:uuid:', ''),
    items: new Map(entries.map((entry) => [textOf(entry.id), linkOf(nodes(entry.link), 'enclosure')])),
    dates: new Map(entries.map((entry) => [textOf(entry.id), Date.parse(textOf(entry.published))])),
    ...older(linkOf(nodes(feed.link), 'prev-archive')),
    others: [],
  }
}

function jsonFeed(feed: Node): PublishedFeed {
  const items = nodes(feed.items)
  const next = textOf(feed.next_url)
  return {
    guid: textOf(feed._podcast, 'guid'),
    items: new Map(items.map((item) => [textOf(item.id), textOf(nodes(item.attachments)[0], 'url')])),
    dates: new Map(items.map((item) => [textOf(item.id), Date.parse(textOf(item.date_published))])),
    ...older(next),
    others: [],
  }
}

function older(address: string): Pick<PublishedFeed, 'older'> {
  return address === '' ? {} : {older: address}
}

function linkOf(links: readonly Node[], relation: string): string {
  return textOf(
    links.find((link) => link['@rel'] === relation),
    '@href',
  )
}

function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
}

function textOf(value: unknown, name = '#text'): string {
  if (typeof value === 'string') return name === '#text' ? value : ''
  const found = typeof value === 'object' && value !== null ? (value as Node)[name] : undefined
  return typeof found === 'string' ? found : ''
}
