import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import type {DeliveredItem} from './delivered.ts'

/** What a feed document of ours says about itself and its items. */
export type ScannedFeed = {
  /** `podcast:guid`. */
  readonly guid?: string
  readonly items: readonly DeliveredItem[]
  /** Whether the document is the whole feed (RFC 5005): then an item that leaves the document leaves the feed, as in a window. */
  readonly isComplete: boolean
}

/**
 * Reads an RSS or JSON feed that a build wrote. It uses no parser, because a parser would take longer for a large feed than the
 * build. Our own serialisers give each fact its own line. Nothing that an author writes can look like such a line, since it is
 * escaped or allow-listed. `undefined` for anything else, also for Atom: the other formats have the same items, with their guids
 * unchanged.
 */
export function scanFeed(text: string, site: string): ScannedFeed | undefined {
  if (text.startsWith('{')) return scanJson(text, site)
  if (!text.includes('<rss ')) return undefined
  const [head = '', ...items] = text.split('\n    <item>\n')
  const guid = valueIn(head, /<podcast:guid>([^<]*)</)
  return {
    items: items.map((item) => rssItem(item, site)),
    isComplete: head.includes('<fh:complete/>'),
    ...(guid === undefined ? {} : {guid}),
  }
}

function rssItem(item: string, site: string): DeliveredItem {
  const link = valueIn(item, /^ {6}<link>([^<]*)</m)
  const enclosure = valueIn(item, /^ {6}<enclosure url="([^"]*)"/m)
  const date = valueIn(item, /^ {6}<pubDate>([^<]*)</m) ?? ''
  return itemOf(valueIn(item, /^ {6}<guid\b[^>]*>([^<]*)</m) ?? '', link, enclosure, date, site)
}

function valueIn(text: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : decodeCharacterReferences(found)
}

function itemOf(
  guid: string,
  link: string | undefined,
  enclosure: string | undefined,
  date: string,
  site: string,
): DeliveredItem {
  const slug = link?.startsWith(`${site}episodes/`)
    ? link.slice(`${site}episodes/`.length).replace(/\/$/, '')
    : undefined
  return {
    guid,
    publishedInMilliseconds: Date.parse(date),
    ...(slug === undefined ? {} : {slug}),
    ...(enclosure === undefined ? {} : {enclosure}),
  }
}

type JsonItem = {
  readonly id?: unknown
  readonly url?: unknown
  readonly date_published?: unknown
  readonly attachments?: readonly {readonly url?: unknown}[]
}

function scanJson(text: string, site: string): ScannedFeed | undefined {
  try {
    const feed: {
      readonly version?: unknown
      readonly _podcast?: {readonly guid?: unknown}
      readonly items?: readonly JsonItem[]
    } = JSON.parse(text)
    if (!String(feed.version).includes('jsonfeed.org')) return undefined
    const guid = feed._podcast?.guid
    return {
      items: (feed.items ?? []).map(({id, url, date_published: date, attachments = []}) => {
        const enclosure = attachments[0]?.url
        const address = typeof url === 'string' ? url : undefined
        return itemOf(String(id), address, typeof enclosure === 'string' ? enclosure : undefined, String(date), site)
      }),
      isComplete: false,
      ...(typeof guid === 'string' ? {guid} : {}),
    }
  } catch {
    // The document is not ours, or it was cut off, so it says nothing.
    return undefined
  }
}
