import {present} from '../model/present.ts'
import {parseDate} from '../text/time/dates.ts'
import {attributeOf, childElements, childText, ownText} from './elements.ts'
import {mediaFile} from './rss-files.ts'
import {rssItem} from './rss-item.ts'
import type {SourceElement} from './source-document.ts'
import type {LinkedMedia, SourceEpisode, SourceShow} from './source-show.ts'

/** The elements of an export have a prefix whose namespace differs from version to version: `{}wp:post_type`. */
function wpText(item: SourceElement, name: string): string | undefined {
  return childText(item, `{}wp:${name}`)
}

/** Whether a channel is a WordPress export (WXR) and no feed. */
export function isWordPressExport(channel: SourceElement): boolean {
  return wpText(channel, 'wxr_version') !== undefined
}

/**
 * A WordPress export: each published post with a media file, as PowerPress, Seriously Simple Podcasting and WordPress itself keep it (post
 * meta `enclosure`: address, size and type in lines; `audio_file`).
 */
export function wordPressShow(channel: SourceElement, items: readonly SourceElement[]): SourceShow {
  const posts = items.filter((item) => isPublished(item)).map(wordPressEpisode)
  return {
    format: 'wordpress',
    title: childText(channel, 'title') ?? '',
    fields: present({
      description: childText(channel, 'description'),
      language: childText(channel, 'language'),
    }),
    isPrivate: false,
    ...present({siteUrl: childText(channel, 'link')}),
    episodes: posts.filter(({media}) => media.length > 0),
    unknown: [],
  }
}

function isPublished(item: SourceElement): boolean {
  const type = wpText(item, 'post_type') ?? 'post'
  return type !== 'attachment' && type !== 'page' && (wpText(item, 'status') ?? 'publish') === 'publish'
}

function wordPressEpisode(item: SourceElement): SourceEpisode {
  const episode = rssItem(item, {})
  const meta = new Map(
    childElements(item, '{}wp:postmeta').map((each) => [
      wpText(each, 'meta_key') ?? '',
      wpText(each, 'meta_value') ?? '',
    ]),
  )
  const date = parseDate(wpText(item, 'post_date_gmt') ?? '', 'UTC')
  const words = childElements(item, 'category').filter((each) => attributeOf(each, 'domain') === 'post_tag')
  const {tags: _, ...fields} = episode.fields
  return {
    ...episode,
    ...('at' in date && date.at.getTime() > 0 ? {publishedAt: date.at} : {}),
    fields: {
      ...fields,
      ...present({
        summary: childText(item, '{}excerpt:encoded'),
        tags: words.length === 0 ? undefined : words.map(ownText),
        season: countOf(meta.get('itunes_season_number')),
        episode: countOf(meta.get('itunes_episode_number')),
      }),
    },
    media: mediaOf(meta),
    files: [],
    unknown: [],
  }
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

function mediaOf(meta: ReadonlyMap<string, string>): readonly LinkedMedia[] {
  const [url = '', length, type, more = ''] = (meta.get('enclosure') ?? '').split('\n').map((line) => line.trim())
  const address = url === '' ? (meta.get('audio_file') ?? '') : url
  if (!/^https?:\/\//i.test(address)) return []
  // PowerPress keeps what it knows in PHP's serialised form: s:8:"duration";s:8:"00:12:34";
  const duration = /"duration";s:\d+:"([\d:]+)"/.exec(more)?.[1] ?? meta.get('duration')
  return [mediaFile(address, type, length, duration === undefined ? undefined : secondsOf(duration))]
}

function secondsOf(text: string): number | undefined {
  const parts = text.split(':').map(Number)
  return parts.some(Number.isNaN) ? undefined : parts.reduce((sum, part) => sum * 60 + part, 0)
}
