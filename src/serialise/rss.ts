import {type Feed, type FeedItem, type ItemChannel, type KnownItems, noItemKnown} from '../model/feed.ts'
import {namespaces as allNamespaces} from '../tags/all-tags.ts'
import type {Namespace} from '../tags/tag.ts'
import {formatAttributes, formatXml, type XmlElement, xml} from '../text/markup/xml.ts'
import type {TextPiece} from '../text/text-piece.ts'
import {stylesheetInstruction} from './feed-stylesheet.ts'

function channelElements(feed: Feed, namespaces: readonly Namespace[]): readonly XmlElement[] {
  return namespaces.flatMap(({tags}) => tags.flatMap((tag) => tag.channel?.(feed) ?? []))
}

function itemElement(item: FeedItem, channel: ItemChannel, namespaces: readonly Namespace[]): XmlElement {
  return xml('item', {}, ...namespaces.flatMap(({tags}) => tags.flatMap((tag) => tag.item?.(item, {channel}) ?? [])))
}

/** The text of an item in RSS. */
export function rssText(item: FeedItem, channel: ItemChannel, namespaces: readonly Namespace[] = allNamespaces) {
  return `    ${formatXml(itemElement(item, channel, namespaces), '    ')}\n`
}

/** The prefixes of the namespaces that an item has elements of. */
export function prefixesOf(item: FeedItem, channel: ItemChannel): readonly string[] {
  return allNamespaces.filter((each) => each.prefix !== '' && isInItem(each, item, channel)).map(({prefix}) => prefix)
}

function isInItem({prefix, tags}: Namespace, item: FeedItem, channel: ItemChannel): boolean {
  return tags.some((tag) => hasPrefix(prefix, tag.item?.(item, {channel})))
}

function hasPrefix(prefix: string, elements: readonly XmlElement[] | undefined): boolean {
  return elements?.some(({name}) => name.startsWith(`${prefix}:`)) === true
}

function isUsed(namespace: Namespace, feed: Feed, known: KnownItems): boolean {
  const {prefix, tags} = namespace
  if (tags.some((tag) => hasPrefix(prefix, tag.channel?.(feed)))) return true
  return (
    tags.some(({item}) => item !== undefined) &&
    feed.items.some((item) => known.prefixesOf?.(item)?.includes(prefix) ?? isInItem(namespace, item, feed.channel))
  )
}

/** `xmlns:` of the prefixes that are in use, and of no others: an unused declaration misleads people who debug a feed. */
function namespaceAttributes(feed: Feed, namespaces: readonly Namespace[], known: KnownItems) {
  const used = namespaces.filter((namespace) => namespace.prefix !== '' && isUsed(namespace, feed, known))
  return Object.fromEntries(used.map(({prefix, uri}) => [`xmlns:${prefix}`, uri]))
}

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) in pieces, one for each item. As one string, a feed of 16,000 full
 * episodes would be longer than V8 allows. Items come after everything else of the channel (RSS Best Practices Profile).
 */
export function* formatRss(
  feed: Feed,
  namespaces: readonly Namespace[] = allNamespaces,
  known: KnownItems = noItemKnown,
): Generator<TextPiece> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield stylesheetInstruction(feed.channel.feedUrls.rss, feed.channel)
  yield `<rss version="2.0"${formatAttributes(namespaceAttributes(feed, namespaces, known))}>\n  <channel>\n`
  for (const element of channelElements(feed, namespaces)) yield `    ${formatXml(element, '    ')}\n`
  for (const item of feed.items) yield known.textOf(item) ?? rssText(item, feed.channel, namespaces)
  yield '  </channel>\n</rss>\n'
}
