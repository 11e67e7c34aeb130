import {XMLParser} from 'fast-xml-parser'

export type FeedDocument = {
  readonly titles: readonly string[]
  readonly isArchive: boolean
  /** Of the document itself, by relation; `self` and `next_url` for a JSON feed. */
  readonly links: Readonly<Record<string, string>>
}

type Link = {readonly '@rel'?: string; readonly '@href'?: string; readonly '@type'?: string}
type Item = {readonly title?: unknown}
type Head = {
  readonly item?: readonly Item[]
  readonly entry?: readonly Item[]
  readonly link?: readonly Link[]
  readonly 'atom:link'?: readonly Link[]
  readonly 'fh:archive'?: unknown
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['item', 'entry', 'atom:link', 'link'].includes(name),
})

/** What a document of a feed is, in any of the three formats. */
export function podcastFeed(text: string): FeedDocument {
  if (text.startsWith('{')) return jsonDocument(JSON.parse(text))
  const {rss, feed} = parser.parse(text) as {readonly rss?: {readonly channel: Head}; readonly feed?: Head}
  const head = rss?.channel ?? feed ?? {}
  const relations = (head['atom:link'] ?? head.link ?? []).flatMap((link) => {
    const {'@rel': relation = '', '@href': address = ''} = link
    return relation === 'alternate' ? [] : [[relation, address] as const]
  })
  return {
    titles: (head.item ?? head.entry ?? []).map(({title}) => String(title)),
    isArchive: head['fh:archive'] !== undefined,
    links: Object.fromEntries(relations),
  }
}

function jsonDocument({items, feed_url: self, next_url: next}: Record<string, unknown>): FeedDocument {
  const titles = Array.isArray(items) ? items.map((item: Item) => String(item.title)) : []
  const links = {self: String(self), ...(next === undefined ? {} : {next_url: String(next)})}
  return {titles, isArchive: false, links}
}
