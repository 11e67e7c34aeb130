import {present} from '../model/present.ts'
import {isJsonObject, type JsonObject} from '../text/json-object.ts'
import {parseDate} from '../text/time/dates.ts'
import {packedText} from './packed-text.ts'
import {linked, mediaFile, otherTypes} from './rss-files.ts'
import {personFields} from './rss-people.ts'
import type {
  FieldValue,
  LinkedFile,
  LinkedMedia,
  SourceEpisode,
  SourceShow,
  UnknownElement,
  WrittenFields,
} from './source-show.ts'
import {textHtml} from './text-notes.ts'

const readOfFeed = new Set(
  'version title home_page_url feed_url description icon favicon author authors language expired hubs items next_url _podcast'.split(
    ' ',
  ),
)
const readOfItem = new Set(
  `id url title content_html content_text summary image banner_image date_published date_modified author authors tags
  language attachments external_url _podcast`.split(/\s+/),
)

/** A feed in JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedShow(feed: JsonObject): SourceShow {
  const podcast = mapAt(feed, '_podcast')
  const hubs = listAt(feed, 'hubs').flatMap((hub) => textAt(hub, 'url') ?? [])
  const author = authorsOf(feed)[0]
  return {
    format: 'json',
    title: textAt(feed, 'title') ?? '',
    fields: present({
      description: textAt(feed, 'description'),
      language: textAt(feed, 'language'),
      author: typeof author === 'object' && 'name' in author ? author.name : author,
      explicit: podcast.explicit === true ? true : undefined,
      type: podcast.type === 'serial' ? 'serial' : undefined,
      complete: feed.expired === true ? true : undefined,
      hubs: hubs.length === 0 ? undefined : hubs,
    }),
    isPrivate: false,
    ...present({
      siteUrl: textAt(feed, 'home_page_url'),
      feedUrl: textAt(feed, 'feed_url'),
      podcastGuid: textAt(podcast, 'guid'),
      imageUrl: textAt(feed, 'icon'),
      olderUrl: textAt(feed, 'next_url'),
    }),
    episodes: listAt(feed, 'items').map(jsonEpisode),
    unknown: unknownOf(feed, readOfFeed),
  }
}

function jsonEpisode(item: JsonObject): SourceEpisode {
  const podcast = mapAt(item, '_podcast')
  const media = listAt(item, 'attachments').flatMap((file): readonly LinkedMedia[] => {
    const url = textAt(file, 'url')
    if (url === undefined || otherTypes.test(textAt(file, 'mime_type') ?? '')) return []
    const seconds = typeof file.duration_in_seconds === 'number' ? file.duration_in_seconds : undefined
    return [mediaFile(url, textAt(file, 'mime_type'), textAt(file, 'size_in_bytes'), seconds)]
  })
  const pageUrl = textAt(item, 'url')
  const text = textAt(item, 'content_text')
  const title = textAt(item, 'title') ?? text?.slice(0, 80) ?? ''
  const date = parseDate(textAt(item, 'date_published') ?? '', 'UTC')
  const updated = parseDate(textAt(item, 'date_modified') ?? '', 'UTC')
  const isUpdated = 'at' in updated && 'at' in date && updated.at > date.at
  return {
    guid: textAt(item, 'id') ?? media[0]?.url ?? pageUrl ?? title,
    title,
    ...('at' in date ? {publishedAt: date.at} : {}),
    fields: {...(isUpdated ? {updated: updated.at.toISOString()} : {}), ...fieldsOf(item, podcast)},
    notesHtml: packedText(textAt(item, 'content_html') ?? textHtml(text ?? '')),
    ...present({pageUrl}),
    media,
    files: filesOf(item, podcast),
    unknown: unknownOf(item, readOfItem),
  }
}

function fieldsOf(item: JsonObject, podcast: JsonObject): WrittenFields {
  const people = listAt(podcast, 'persons').map((each) => roleOf(each))
  const hosts =
    people.length > 0 ? people.filter(({own}) => own === 'hosts').map(({person}) => person) : authorsOf(item)
  const guests = people.filter(({own}) => own === 'guests').map(({person}) => person)
  const others = people.filter(({own}) => own === 'people').map(({person}) => person)
  const tags = Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : []
  const orNone = (list: readonly FieldValue[]) => (list.length === 0 ? undefined : list)
  const type = textAt(podcast, 'episode_type')
  return present({
    summary: textAt(item, 'summary'),
    season: numberAt(podcast, 'season'),
    episode: numberAt(podcast, 'episode'),
    type: type === 'trailer' || type === 'bonus' ? type : undefined,
    explicit: podcast.explicit === true ? true : undefined,
    language: textAt(item, 'language'),
    tags: orNone(tags),
    hosts: orNone(hosts),
    guests: orNone(guests),
    people: orNone(others),
    video: textAt(podcast, 'video_url'),
  })
}

function roleOf(person: JsonObject): {readonly own: 'hosts' | 'guests' | 'people'; readonly person: FieldValue} {
  const name = textAt(person, 'name') ?? ''
  const role = (textAt(person, 'role') ?? 'host').toLowerCase()
  const group = (textAt(person, 'group') ?? 'cast').toLowerCase()
  const own = group !== 'cast' ? 'people' : role === 'host' ? 'hosts' : role === 'guest' ? 'guests' : 'people'
  return {
    own,
    person: personFields(name, textAt(person, 'href'), textAt(person, 'img'), own === 'people' ? {role, group} : {}),
  }
}

function filesOf(item: JsonObject, podcast: JsonObject): readonly LinkedFile[] {
  const transcripts = listAt(podcast, 'transcripts').flatMap((each) =>
    linked('transcript', textAt(each, 'url'), textAt(each, 'type'), textAt(each, 'language')),
  )
  return [
    ...transcripts,
    ...linked('chapters', textAt(podcast, 'chapters_url')),
    ...linked('picture', textAt(item, 'image')),
  ]
}

/** `authors` of 1.1, or the one `author` of 1.0. */
function authorsOf(holder: JsonObject): readonly FieldValue[] {
  const list = listAt(holder, 'authors')
  return (list.length > 0 ? list : [mapAt(holder, 'author')]).flatMap((author): readonly FieldValue[] => {
    const name = textAt(author, 'name')
    return name === undefined ? [] : [personFields(name, textAt(author, 'url'), textAt(author, 'avatar'))]
  })
}

function unknownOf(holder: JsonObject, read: ReadonlySet<string>): readonly UnknownElement[] {
  const unknown = Object.entries(holder).filter(([name]) => !read.has(name))
  return unknown.map(([name, value]) => ({name, text: JSON.stringify(value)}))
}

function mapAt(holder: JsonObject, name: string): JsonObject {
  const value = holder[name]
  return isJsonObject(value) ? value : {}
}

function listAt(holder: JsonObject, name: string): readonly JsonObject[] {
  const value = holder[name]
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function textAt(holder: JsonObject, name: string): string | undefined {
  const value = holder[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function numberAt(holder: JsonObject, name: string): number | undefined {
  const value = holder[name]
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}
