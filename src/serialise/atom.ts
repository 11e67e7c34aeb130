import {
  type Enclosure,
  type Feed,
  type FeedItem,
  type ItemChannel,
  type KnownItems,
  noItemKnown,
} from '../model/feed.ts'
import {eachOnce} from '../model/person.ts'
import {feedHistory, historyLinks, historyMarks} from '../tags/feed-history.ts'
import {furtherFiles} from '../tags/podcast/alternate-enclosure.ts'
import {measuredUrl} from '../text/addresses/analytics-prefixes.ts'
import {isUri} from '../text/addresses/uri-syntax.ts'
import {formatAttributes, formatXml, type XmlElement, xml} from '../text/markup/xml.ts'
import {withoutIllegalXml} from '../text/markup/xml-characters.ts'
import type {TextPiece} from '../text/text-piece.ts'
import {formatRfc3339} from '../text/time/date-formats.ts'
import {stylesheetInstruction} from './feed-stylesheet.ts'

const atomNamespace = 'http://www.w3.org/2005/Atom'

/** `updated` of a feed that has no entries. RFC 4287 wants one; readers take a date before the first feeds for a mistake. */
const beforeAnyEntry = new Date('2000-01-01T00:00:00Z')

function feedHead({channel, items, updatedAt, history}: Feed): readonly XmlElement[] {
  const {siteUrl, feedUrls, image} = channel
  return [
    xml('id', {}, `urn:uuid:${channel.guid}`),
    xml('title', {}, channel.title),
    xml('subtitle', {}, channel.description),
    xml('updated', {}, formatRfc3339(items.length === 0 ? beforeAnyEntry : updatedAt)),
    xml('author', {}, xml('name', {}, channel.author)),
    xml('link', {rel: 'self', type: 'application/atom+xml', href: feedUrls.atom}),
    xml('link', {rel: 'alternate', type: 'text/html', href: siteUrl}),
    ...channel.hubs.map((href) => xml('link', {rel: 'hub', href})),
    ...historyLinks(history, 'atom').map(({rel, href}) => xml('link', {rel, type: 'application/atom+xml', href})),
    ...historyMarks(history),
    ...(image === undefined ? [] : [xml('icon', {}, image.url)]),
    ...(channel.copyright === undefined ? [] : [xml('rights', {}, channel.copyright)]),
    xml('generator', {}, 'Castwright'),
  ]
}

/** Atom ids are IRIs. An opaque guid becomes an IRI by a rule that depends only on the guid, so that the id never changes. */
export function atomId(guid: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(guid)) return `urn:uuid:${guid}`
  // A guid may be anything, and must stay. A guid that only looks like a URI would make the feed in Atom invalid for good.
  if (isUri(guid)) return guid
  // Half of a surrogate pair has no encoding. RSS cannot hold it either.
  return `urn:castwright:guid:${encodeURIComponent(withoutIllegalXml(guid))}`
}

function enclosureLink({url, facts}: Enclosure, {prefixes, guid}: ItemChannel): XmlElement {
  const length = facts.sizeInBytes === 0 ? undefined : facts.sizeInBytes
  return xml('link', {rel: 'enclosure', type: facts.mimeType, length, href: measuredUrl(url, prefixes, guid)})
}

function entryElement(item: FeedItem, channel: ItemChannel): XmlElement {
  const enclosures = [...(item.enclosure === undefined ? [] : [item.enclosure]), ...item.alternates, ...item.otherMedia]
  const video = item.hostedVideo
  return xml(
    'entry',
    {'xml:lang': item.language === channel.language ? undefined : item.language},
    xml('id', {}, atomId(item.guid)),
    xml('title', {}, item.title),
    xml('published', {}, formatRfc3339(item.publishedAt)),
    xml('updated', {}, formatRfc3339(item.updatedAt)),
    ...eachOnce(item.people)
      .filter(({role}) => role !== 'Host' || item.people.length > 1)
      .map(({name, url}) =>
        xml('contributor', {}, xml('name', {}, name), ...(url === undefined ? [] : [xml('uri', {}, url)])),
      ),
    xml('link', {rel: 'alternate', type: 'text/html', href: item.url}),
    ...(item.externalUrl === undefined
      ? []
      : [xml('link', {rel: 'related', type: 'text/html', href: item.externalUrl})]),
    ...enclosures.map((each) => enclosureLink(each, channel)),
    ...furtherFiles(item).map(({url, mimeType, sizeInBytes, title}) =>
      xml('link', {rel: 'enclosure', type: mimeType, length: sizeInBytes, title, href: url}),
    ),
    ...(video === undefined ? [] : [xml('link', {rel: 'related', type: 'text/html', href: video.pageUrl})]),
    ...item.tags.map((tag) => xml('category', {term: tag})),
    ...(item.summary === '' ? [] : [xml('summary', {}, item.summary)]),
    ...(item.notesHtml === '' ? [] : [xml('content', {type: 'html'}, item.notesHtml)]),
  )
}

/** The text of an item in Atom. */
export function atomText(item: FeedItem, channel: ItemChannel): string {
  return `  ${formatXml(entryElement(item, channel), '  ')}\n`
}

/** Atom 1.0 (RFC 4287) in pieces, one for each entry. Atom is the default namespace, because few readers understand prefixed Atom. */
export function* formatAtom(feed: Feed, known: KnownItems = noItemKnown): Generator<TextPiece> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield stylesheetInstruction(feed.channel.feedUrls.atom, feed.channel)
  const prefixes = historyMarks(feed.history).length === 0 ? {} : {[`xmlns:${feedHistory.prefix}`]: feedHistory.uri}
  yield `<feed xmlns="${atomNamespace}"${formatAttributes({...prefixes, 'xml:lang': feed.channel.language})}>\n`
  for (const element of feedHead(feed)) yield `  ${formatXml(element, '  ')}\n`
  for (const item of feed.items) yield known.textOf(item) ?? atomText(item, feed.channel)
  yield '</feed>\n'
}
