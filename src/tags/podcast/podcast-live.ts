import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Guid} from '../../model/episode.ts'
import type {Feed, FeedItem} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import {formatRfc3339} from '../../text/time/date-formats.ts'
import {person} from '../kinds/person-kind.ts'
import type {Reading, ValueKind} from '../kinds/value-kind.ts'
import {booleanKind, oneOf, text} from '../kinds/value-kinds.ts'
import {dateTime, sizeInBytes} from '../kinds/value-numbers.ts'
import {checked, eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {mimeType, webUrl} from '../kinds/value-texts.ts'
import {
  type AuthoredKey,
  attributesOf,
  type FeedValue,
  type Namespace,
  type Tag,
  type TagValues,
  tagKey,
  textOf,
} from '../tag.ts'
import {contentLinksKey} from './podcast-episode.ts'
import {specOf} from './podcast-spec.ts'

const stream = eitherOf(
  mapped(webUrl, (url) => ({url, type: 'audio/mpeg'})),
  objectOf({
    url: {kind: webUrl, required: true},
    type: {kind: mimeType, required: true, aliases: ['mimeType']},
    length: {kind: sizeInBytes, aliases: ['size']},
  }),
)

/** What a live item has beside the keys of the tags that every item may have. */
const ownKeys = {
  status: {kind: oneOf(['pending', 'live', 'ended'])},
  start: {kind: dateTime, required: true, aliases: ['date']},
  end: {kind: dateTime},
  title: {kind: text(), required: true},
  guid: {kind: text(), required: true},
  description: {kind: text(), aliases: ['summary']},
  link: {kind: webUrl, aliases: ['url']},
  image: {kind: webUrl},
  explicit: {kind: booleanKind},
  enclosure: {kind: stream, aliases: ['audio', 'video', 'stream']},
  people: {kind: listOf(person), aliases: ['guests', 'hosts']},
  content_links: {kind: contentLinksKey.kind, required: true, aliases: ['contentLink', 'watch']},
} as const

const ownKind = objectOf(ownKeys)
type Own = typeof ownKind extends ValueKind<infer T> ? T : never
type Live = {readonly own: Own; readonly tagValues: TagValues}

function liveKind(tagKeys: readonly AuthoredKey[]): ValueKind<Live> {
  const keysOfTags = Object.fromEntries(tagKeys.map(({key, kind, aliases}) => [key, {kind, aliases}]))
  // The keys of tags are read as well. Only the rows that own them know what they mean.
  const all: typeof ownKeys = {...keysOfTags, ...ownKeys}
  return checked(objectOf(all), (own): Reading<Live> => {
    if (own.end !== undefined && own.end <= own.start) return {wrong: 'ends before it starts', at: ['end']}
    const values = new Map(Object.entries(own))
    const tagValues = new Map(tagKeys.flatMap(({key}) => (values.has(key) ? [[key, values.get(key)] as const] : [])))
    return {value: {own, tagValues}}
  })
}

/** It has no `pubDate`: a live item is about the future, and readers would sort it by that date. */
const leftOut: ReadonlySet<string> = new Set(['pubDate', 'itunes:episodeType', 'itunes:title'])

function itemOf({own, tagValues}: Live, {channel}: Feed): FeedItem {
  const {title, guid, start, description = '', link = channel.siteUrl, image, enclosure, people = []} = own
  return {
    guid: guid as Guid,
    slug: '',
    url: link,
    title,
    summary: description,
    notesHtml: description === '' ? '' : `<p>${escapeHtml(description)}</p>`,
    publishedAt: start,
    updatedAt: start,
    alternates: [],
    otherMedia: [],
    people: [...channel.people.filter(({name}) => !people.some((each) => each.name === name)), ...people],
    type: 'full',
    explicit: own.explicit ?? channel.explicit,
    blocked: false,
    tags: [],
    transcripts: [],
    chapters: [],
    tagValues,
    aliases: [],
    source: {file: ''},
    ...present({
      image: image === undefined ? undefined : {url: image},
      enclosure: enclosure === undefined ? undefined : streamOf(enclosure),
    }),
  }
}

type Stream = {readonly url: AbsoluteUrl; readonly type: string; readonly length?: number}

function streamOf({url, type, length = 0}: Stream): NonNullable<FeedItem['enclosure']> {
  const kind = type.startsWith('video/') ? 'video' : 'audio'
  return {url, kind, facts: {mimeType: type, sizeInBytes: length}}
}

/** The keys that only a broadcast has, read from somebody's feed, as an author would write them. */
function liveFromFeed(element: XmlElement): FeedValue {
  const {status, start, end} = attributesOf(element)
  const children = element.children.filter((child) => typeof child !== 'string' && 'name' in child)
  const named = (name: string) => children.filter((child) => child.name === name)
  const textIn = (name: string) =>
    named(name)
      .map(textOf)
      .find((each) => each !== '')
  const [enclosure] = named('enclosure').map(attributesOf)
  const people = named('podcast:person').map((each) => {
    const {role, group, href: url, img} = attributesOf(each)
    return present({name: textOf(each), role, group, url, image: img})
  })
  return present({
    status,
    start,
    end,
    title: textIn('title'),
    guid: textIn('guid'),
    description: htmlText(textIn('description') ?? '').trim() || undefined,
    link: textIn('link'),
    image: named('itunes:image').map(attributesOf)[0]?.href,
    explicit: textIn('itunes:explicit'),
    enclosure:
      enclosure?.url === undefined
        ? undefined
        : present({url: enclosure.url, type: enclosure.type, length: enclosure.length}),
    people: people.length === 0 ? undefined : people,
  })
}

/** A broadcast that is announced, on air or over. What may stand in an item may stand in it, so the rows of items write it. */
export function liveItem(itemNamespaces: readonly Namespace[]): Tag {
  const rows = itemNamespaces.flatMap(({tags}) => tags).filter(({name}) => !leftOut.has(name))
  const tagKeys = rows.flatMap(({authored: key, item}) =>
    key === undefined || item === undefined || key.level === 'show' ? [] : [key],
  )
  const liveKey = tagKey<readonly Live[]>({
    key: 'live',
    aliases: ['live_items'],
    level: 'show',
    kind: listOf(liveKind(tagKeys)),
    meaning:
      'Broadcasts that are announced, on air or over. Each has its own `guid`, and `content_links` to the pages where people see or hear it.',
    example:
      'live: [{status: pending, start: 2026-06-01 20:00, title: Live from Narvik, guid: live-1, content_links: https://example.org/live}]',
  })
  return {
    name: 'podcast:liveItem',
    spec: specOf('live-item'),
    summary:
      '`live`: broadcasts, each with `content_links` to the pages where people see it. A new `guid` is a new broadcast.',
    authored: liveKey,
    fromFeed: ([element]) => (element === undefined ? undefined : liveFromFeed(element)),
    holdsItem: true,
    channel: (feed) =>
      (liveKey.of(feed.channel) ?? []).map((each) => {
        const {status = 'pending', start, end} = each.own
        const item = itemOf(each, feed)
        return xml(
          'podcast:liveItem',
          {status, start: formatRfc3339(start), end: end && formatRfc3339(end)},
          ...rows.flatMap((row) => row.item?.(item, feed) ?? []),
        )
      }),
  }
}
