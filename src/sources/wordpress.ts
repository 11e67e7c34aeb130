import {present} from '../model/present.ts'
import {parseDate} from '../text/time/dates.ts'
import {attributeOf, childElements, childText, ownText} from './elements.ts'
import {packedText} from './packed-text.ts'
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
export function wordPressShow(channel: SourceElement, episodes: readonly SourceEpisode[]): SourceShow {
  return {
    format: 'wordpress',
    title: childText(channel, 'title') ?? '',
    fields: present({
      description: childText(channel, 'description'),
      language: childText(channel, 'language'),
    }),
    isPrivate: false,
    ...present({siteUrl: childText(channel, 'link')}),
    episodes,
    unknown: [],
  }
}

function isPublished(item: SourceElement): boolean {
  const type = wpText(item, 'post_type') ?? 'post'
  return type !== 'attachment' && type !== 'page' && (wpText(item, 'status') ?? 'publish') === 'publish'
}

/** `undefined` if the item is no published post with a media file. */
export function wordPressEpisode(item: SourceElement): SourceEpisode | undefined {
  if (!isPublished(item)) return undefined
  const episode = rssItem(item)
  const meta = new Map(
    childElements(item, '{}wp:postmeta').map((each) => [
      wpText(each, 'meta_key') ?? '',
      wpText(each, 'meta_value') ?? '',
    ]),
  )
  const media = mediaOf(meta)
  if (media.length === 0) return undefined
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
        season: countOf(meta.get('itunes_season_number') ?? powerPressValue(meta, 'season')),
        episode: countOf(meta.get('itunes_episode_number') ?? powerPressValue(meta, 'episode_no')),
      }),
    },
    notesHtml: packedText(postHtml(episode.notesHtml())),
    media,
    files: [],
    unknown: [],
  }
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

function mediaOf(meta: ReadonlyMap<string, string>): readonly LinkedMedia[] {
  const [url = '', length, type] = (meta.get('enclosure') ?? '').split('\n').map((line) => line.trim())
  const address = url === '' ? (meta.get('audio_file') ?? '') : url
  if (!/^https?:\/\//i.test(address)) return []
  const duration = powerPressValue(meta, 'duration') ?? meta.get('duration')
  return [mediaFile(address, type, length, duration === undefined ? undefined : secondsOf(duration))]
}

/** PowerPress keeps what it knows behind the three lines of an enclosure, in PHP's serialised form: s:8:"duration";s:8:"00:12:34"; */
function powerPressValue(meta: ReadonlyMap<string, string>, key: string): string | undefined {
  const more = (meta.get('enclosure') ?? '').split('\n').slice(3).join('\n')
  return new RegExp(`"${key}";s:\\d+:"([\\d:]+)"`).exec(more)?.[1]
}

/**
 * The text of a post as WordPress shows it. Marks of its editor and the places of players are no text. A post without blocks has line
 * ends for what browsers need elements for (https://developer.wordpress.org/reference/functions/wpautop/).
 */
function postHtml(text: string): string {
  const hasBlocks = /<!-- \/?wp:/.test(text)
  const plain = text
    .replace(/<!-- \/?wp:[^>]*-->/g, '')
    .replace(/^[ \t]*\[(?:powerpress|podcast|ssp|audio|video|podcast_\w+)\b[^\]]*\][ \t]*$/gim, '')
    .trim()
  if (hasBlocks || /<(?:p|div|br)[\s/>]/i.test(plain)) return plain
  const paragraphs = plain
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
  return paragraphs
    .map((each) => (isBlock(each) ? each : `<p>${each.trim().replaceAll('\n', '<br>\n')}</p>`))
    .join('\n')
}

function isBlock(html: string): boolean {
  return /^\s*<(?:ul|ol|h[1-6]|blockquote|table|pre|figure|hr)[\s>]/i.test(html)
}

function secondsOf(text: string): number | undefined {
  const parts = text.split(':').map(Number)
  return parts.some(Number.isNaN) ? undefined : parts.reduce((sum, part) => sum * 60 + part, 0)
}
