import {Feed as FeedPackage, type Item} from 'feed'
import type {Channel, Enclosure, Feed, FeedItem} from '../model/feed.ts'
import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import {measuredUrl} from '../text/analytics-prefixes.ts'
import {type Json, podcastMembers} from './podcast-members.ts'

const version = 'https://jsonfeed.org/version/1.1'

type Extension = {readonly name: string; readonly objects: Record<string, unknown>}

/**
 * The `feed` package writes JSON Feed 1.0; what 1.1 adds goes through its extensions, each of which sets one member.
 * Its type asks for an object, its code takes any JSON.
 */
function extension(name: string, value: Json): readonly Extension[] {
  return value === undefined ? [] : [{name, objects: value as Record<string, unknown>}]
}

function authorOf({name, url, image}: Person): Json {
  return {name, url, avatar: image}
}

function attachments(item: FeedItem, {prefixes, guid}: Channel): Json {
  const all = [...(item.enclosure === undefined ? [] : [item.enclosure]), ...item.alternates, ...item.otherMedia]
  if (all.length === 0) return undefined
  // Attachments with one title are the same content in other formats (JSON Feed 1.1, attachments).
  const title = all.length > 1 ? item.title : undefined
  return all.map(({url, facts}: Enclosure) => ({
    url: measuredUrl(url, prefixes, guid),
    mime_type: facts.mimeType,
    title,
    size_in_bytes: facts.sizeInBytes === 0 ? undefined : facts.sizeInBytes,
    duration_in_seconds: facts.durationInSeconds === undefined ? undefined : Math.round(facts.durationInSeconds),
  }))
}

/** What JSON Feed has no members for. The object is ours; its names are those of the podcast namespace. */
function podcastExtension(item: FeedItem, feed: Feed): Json {
  const {season, number, type, explicit, chaptersUrl, hostedVideo} = item
  return {
    about: 'https://podcasting2.org/docs/podcast-namespace',
    season,
    episode: number,
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
    ...podcastMembers((tag) => tag.item?.(item, feed)),
  }
}

function packageItem(item: FeedItem, feed: Feed): Item {
  // `content` and `description` become content_html and summary; an item must have content of some kind.
  const text = item.summary === '' ? item.title : item.summary
  const content = item.notesHtml === '' ? {description: text} : {content: item.notesHtml, description: item.summary}
  return {
    id: item.guid,
    link: item.url,
    title: item.title,
    ...content,
    ...(item.image === undefined ? {} : {image: item.image.url}),
    date: item.updatedAt,
    published: item.publishedAt,
    ...(item.tags.length === 0 ? {} : {category: item.tags.map((name) => ({name}))}),
    extensions: [
      ...extension('authors', item.people.length === 0 ? undefined : item.people.map(authorOf)),
      ...extension('language', item.language),
      ...extension('attachments', attachments(item, feed.channel)),
      ...extension('_podcast', podcastExtension(item, feed)),
    ],
  }
}

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
    // Older episodes, document by document: there is no link back to newer ones.
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

/** The show as a value of the `feed` package, for programs that already work with one. Holds every item: not for 10,000. */
export function toFeedPackage(feed: Feed): FeedPackage {
  const packaged = packageFeed(feed)
  for (const item of feed.items) packaged.addItem(packageItem(item, feed))
  return packaged
}

type JsonFeed = {readonly items: readonly object[]} & Readonly<Record<string, unknown>>

function parsed(feed: FeedPackage): JsonFeed {
  return JSON.parse(feed.json1()) as JsonFeed
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), in pieces, an item each. */
export function* formatJsonFeed(feed: Feed): Generator<string> {
  const {items: _none, ...head} = parsed(packageFeed(feed))
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`
  let separator = '\n'
  for (const item of feed.items) {
    // One item at a time: the package formats a whole feed as one string.
    const single = new FeedPackage({title: ''})
    single.addItem(packageItem(item, feed))
    const text = JSON.stringify(parsed(single).items[0], null, 2)
    yield `${separator}    ${text.replaceAll('\n', '\n    ')}`
    separator = ',\n'
  }
  yield feed.items.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
}
