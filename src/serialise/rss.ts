import type {Feed, FeedItem, KnownItem} from '../model/feed.ts'
import {namespaces as allNamespaces} from '../tags/all-tags.ts'
import type {Namespace} from '../tags/tag.ts'
import {formatAttributes, formatXml, type XmlElement, xml} from '../text/markup/xml.ts'
import {stylesheetInstruction} from './feed-stylesheet.ts'

function channelElements(feed: Feed, namespaces: readonly Namespace[]): readonly XmlElement[] {
  return namespaces.flatMap(({tags}) => tags.flatMap((tag) => tag.channel?.(feed) ?? []))
}

function itemElement(item: FeedItem, feed: Feed, namespaces: readonly Namespace[]): XmlElement {
  return xml('item', {}, ...namespaces.flatMap(({tags}) => tags.flatMap((tag) => tag.item?.(item, feed) ?? [])))
}

function isUsed({prefix, tags}: Namespace, feed: Feed): boolean {
  const has = (elements: readonly XmlElement[] | undefined) => elements?.some(({name}) => name.startsWith(`${prefix}:`))
  return tags.some(
    (tag) => has(tag.channel?.(feed)) || (tag.item && feed.items.some((item) => has(tag.item?.(item, feed)))),
  )
}

/** `xmlns:` of the prefixes that are in use, and of no others: an unused declaration misleads people who debug a feed. */
function namespaceAttributes(feed: Feed, namespaces: readonly Namespace[]): Readonly<Record<string, string>> {
  const used = namespaces.filter((namespace) => namespace.prefix !== '' && isUsed(namespace, feed))
  return Object.fromEntries(used.map(({prefix, uri}) => [`xmlns:${prefix}`, uri]))
}

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) in pieces, one for each item. As one string, a feed of 16,000 full
 * episodes would be longer than V8 allows. Items come after everything else of the channel (RSS Best Practices Profile).
 */
export function* formatRss(
  feed: Feed,
  namespaces: readonly Namespace[] = allNamespaces,
  known: KnownItem = () => undefined,
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield stylesheetInstruction(feed.channel.feedUrls.rss, feed.channel)
  yield `<rss version="2.0"${formatAttributes(namespaceAttributes(feed, namespaces))}>\n  <channel>\n`
  for (const element of channelElements(feed, namespaces)) yield `    ${formatXml(element, '    ')}\n`
  for (const item of feed.items) yield known(item) ?? `    ${formatXml(itemElement(item, feed, namespaces), '    ')}\n`
  yield '  </channel>\n</rss>\n'
}
