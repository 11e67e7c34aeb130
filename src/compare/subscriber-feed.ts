import {XMLParser} from 'fast-xml-parser'

/** An item as an app keeps it. */
export type SubscriberItem = {
  readonly guid: string
  readonly title: string
  readonly link?: string
  readonly enclosureUrl?: string
  /** `undefined` where the feed gives none that can be read. */
  readonly publishedAt?: Date
}

export type SubscriberFeed = {
  readonly items: readonly SubscriberItem[]
  /** `podcast:guid`, of RSS alone, as the two below. */
  readonly podcastGuid?: string
  /** `itunes:new-feed-url` */
  readonly newFeedUrl?: string
  /** `itunes:image` */
  readonly imageUrl?: string
}

type Node = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  // Numeric references as well: our own feeds write `&#x26;`.
  htmlEntities: true,
  isArray: (name) => name === 'item' || name === 'entry',
})

/** What subscribers have of a feed of any maker: RSS, Atom or JSON Feed. `undefined` where it is none of them. */
export function readSubscriberFeed(text: string): SubscriberFeed | undefined {
  try {
    return text.trimStart().startsWith('{') ? readJsonFeed(JSON.parse(text)) : readXmlFeed(parser.parse(text))
  } catch {
    // Both parsers throw at what is not well-formed; there is nothing to compare then.
    return undefined
  }
}

function readXmlFeed(root: unknown): SubscriberFeed | undefined {
  const channel = child(child(root, 'rss'), 'channel')
  if (channel !== undefined) return rssFeed(channel)
  const feed = child(root, 'feed')
  return feed === undefined ? undefined : {items: list(feed, 'entry').map(atomEntry)}
}

function rssFeed(channel: unknown): SubscriberFeed {
  const items = list(channel, 'item').map(rssItem)
  const podcastGuid = textOf(channel, 'podcast:guid')
  const newFeedUrl = textOf(channel, 'itunes:new-feed-url')
  const imageUrl = textOf(child(channel, 'itunes:image'), '@href')
  return {
    items,
    ...(podcastGuid === '' ? {} : {podcastGuid}),
    ...(newFeedUrl === '' ? {} : {newFeedUrl}),
    ...(imageUrl === '' ? {} : {imageUrl}),
  }
}

function rssItem(item: unknown): SubscriberItem {
  const enclosureUrl = textOf(child(item, 'enclosure'), '@url')
  const link = textOf(item, 'link')
  // Without a guid, apps go by the enclosure, then by the link.
  const guid = textOf(item, 'guid') || enclosureUrl || link
  return itemOf(guid, textOf(item, 'title'), link, enclosureUrl, textOf(item, 'pubDate'))
}

function atomEntry(entry: unknown): SubscriberItem {
  const links = [child(entry, 'link')].flat()
  const hrefOf = (rel: string) =>
    textOf(
      links.find((link) => (textOf(link, '@rel') || 'alternate') === rel),
      '@href',
    )
  const date = textOf(entry, 'published') || textOf(entry, 'updated')
  return itemOf(textOf(entry, 'id'), textOf(entry, 'title'), hrefOf('alternate'), hrefOf('enclosure'), date)
}

function readJsonFeed(feed: unknown): SubscriberFeed | undefined {
  if (!textOf(feed, 'version').includes('jsonfeed.org')) return undefined
  const items = list(feed, 'items').map((item) => {
    const attachment = list(item, 'attachments')[0]
    const id = textOf(item, 'id')
    return itemOf(
      id,
      textOf(item, 'title'),
      textOf(item, 'url'),
      textOf(attachment, 'url'),
      textOf(item, 'date_published'),
    )
  })
  return {items}
}

function itemOf(guid: string, title: string, link: string, enclosureUrl: string, date: string): SubscriberItem {
  const at = Date.parse(date)
  return {
    guid,
    // Apps show white space as one blank.
    title: title.replace(/\s+/g, ' '),
    ...(link === '' ? {} : {link}),
    ...(enclosureUrl === '' ? {} : {enclosureUrl}),
    ...(Number.isNaN(at) ? {} : {publishedAt: new Date(at)}),
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function child(node: unknown, name: string): unknown {
  return isNode(node) && Object.hasOwn(node, name) ? node[name] : undefined
}

function list(node: unknown, name: string): readonly unknown[] {
  const found = child(node, name)
  return Array.isArray(found) ? found : []
}

function textOf(node: unknown, name: string): string {
  const found = child(node, name)
  const value = Array.isArray(found) ? found[0] : found
  const text = isNode(value) ? value['#text'] : value
  return typeof text === 'string' || typeof text === 'number' ? String(text).trim() : ''
}
