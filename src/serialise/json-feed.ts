import {Feed as FeedPackage} from 'feed'
import {
  type Enclosure,
  type Feed,
  type FeedItem,
  type ItemChannel,
  type KnownItems,
  noItemKnown,
} from '../model/feed.ts'
import {eachOnce, type Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import {furtherFiles} from '../tags/podcast/alternate-enclosure.ts'
import {measuredUrl} from '../text/addresses/analytics-prefixes.ts'
import {pieceAfter, type TextPiece} from '../text/text-piece.ts'
import {type Json, podcastMembers} from './podcast-members.ts'

const version = 'https://jsonfeed.org/version/1.1'

type Extension = {readonly name: string; readonly objects: Record<string, unknown>}

/**
 * The `feed` package writes the head of JSON Feed 1.0. What version 1.1 adds is written by extensions of the package, each of
 * which sets one member. The type of an extension is an object, but the code of the package takes any JSON.
 */
function extension(name: string, value: Json): readonly Extension[] {
  return value === undefined ? [] : [{name, objects: value as Record<string, unknown>}]
}

function authorOf({name, url, image}: Person): Json {
  return {name, url, avatar: image}
}

function attachments(item: FeedItem, {prefixes, guid}: ItemChannel): Json {
  const all = [...(item.enclosure === undefined ? [] : [item.enclosure]), ...item.alternates, ...item.otherMedia]
  const further = furtherFiles(item).map(({url, mimeType, sizeInBytes, title}) => ({
    url,
    mime_type: mimeType,
    title: title ?? item.title,
    size_in_bytes: sizeInBytes,
  }))
  if (all.length + further.length === 0) return undefined
  // Attachments with one title are the same content in other formats (JSON Feed 1.1, attachments).
  const title = all.length + further.length > 1 ? item.title : undefined
  const files = all.map(({url, facts}: Enclosure) => ({
    url: measuredUrl(url, prefixes, guid),
    mime_type: facts.mimeType,
    title,
    size_in_bytes: facts.sizeInBytes === 0 ? undefined : facts.sizeInBytes,
    duration_in_seconds: facts.durationInSeconds === undefined ? undefined : Math.round(facts.durationInSeconds),
  }))
  return [...files, ...further]
}

/** What JSON Feed has no members for. The object is ours; its names are those of the podcast namespace. */
function podcastExtension(item: FeedItem, channel: ItemChannel): Json {
  const {season, number, shortCode, type, explicit, chaptersUrl, hostedVideo} = item
  return {
    about: 'https://podcasting2.org/docs/podcast-namespace',
    season,
    episode: number,
    episode_code: shortCode,
    episode_type: type,
    explicit,
    chapters_url: chaptersUrl,
    video_url: hostedVideo?.pageUrl,
    transcripts:
      item.transcripts.length === 0
        ? undefined
        : item.transcripts.map(({url, mimeType, language, captions}) => ({
            url,
            type: mimeType,
            language,
            rel: captions ? 'captions' : undefined,
          })),
    persons:
      item.people.length === 0
        ? undefined
        : item.people.map(({name, role, group, url}) => ({name, role, group, href: url})),
    ...podcastMembers((tag) => tag.item?.(item, {channel})),
  }
}

/** An item as it is written; a member that is `undefined` is left out. */
function itemObject(item: FeedItem, channel: ItemChannel): Json {
  const text = item.summary === '' ? item.title : item.summary
  return {
    id: item.guid,
    // An item must have content of some kind.
    content_html: item.notesHtml === '' ? undefined : item.notesHtml,
    content_text: item.notesHtml === '' ? text : undefined,
    url: item.url,
    external_url: item.externalUrl,
    title: item.title === '' ? undefined : item.title,
    summary: item.notesHtml === '' || item.summary === '' ? undefined : item.summary,
    image: item.image?.url,
    date_modified: item.updatedAt.toISOString(),
    date_published: item.publishedAt.toISOString(),
    tags: item.tags.length === 0 ? undefined : item.tags,
    authors: item.people.length === 0 ? undefined : eachOnce(item.people).map(authorOf),
    language: item.language,
    attachments: attachments(item, channel),
    _podcast: podcastExtension(item, channel),
  }
}

/** The head. The package would format a whole feed as one string, so the items (there may be ten thousand) are written here. */
function packageFeed(feed: Feed): FeedPackage {
  const {channel, history} = feed
  const packaged = new FeedPackage({
    title: channel.title,
    link: channel.siteUrl,
    description: channel.description,
    feedLinks: present({json: channel.feedUrls.json}),
    ...(channel.image === undefined ? {} : {image: channel.image.url}),
  })
  const additions = [
    ...extension('version', version),
    // Older episodes, document by document. There is no link back to newer documents.
    ...extension('next_url', history === undefined || history.kind === 'complete' ? undefined : history.previous?.json),
    ...extension('language', channel.language),
    ...extension('authors', [{name: channel.author, url: channel.siteUrl}]),
    ...extension('hubs', channel.hubs.length === 0 ? undefined : channel.hubs.map((url) => ({type: 'WebSub', url}))),
    ...extension('expired', channel.complete ? true : undefined),
    ...extension('_podcast', {
      guid: channel.guid,
      explicit: channel.explicit,
      type: channel.type,
      ...podcastMembers((tag) => tag.channel?.(feed)),
    }),
  ]
  for (const {name, objects} of additions) packaged.addExtension({name, objects})
  return packaged
}

/** The text of an item in JSON Feed. */
export function jsonText(item: FeedItem, channel: ItemChannel): string {
  return `\n    ${JSON.stringify(itemObject(item, channel), null, 2).replaceAll('\n', '\n    ')}`
}

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) in pieces, one for each item, so that nobody holds a whole feed as one
 * string.
 */
export function* formatJsonFeed(feed: Feed, known: KnownItems = noItemKnown): Generator<TextPiece> {
  const {items: _none, ...head} = JSON.parse(packageFeed(feed).json1())
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`
  let separator = ''
  for (const item of feed.items) {
    yield pieceAfter(separator, known.textOf(item) ?? jsonText(item, feed.channel))
    separator = ','
  }
  yield feed.items.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
}
