import {present} from '../model/present.ts'
import {parseDate} from '../text/time/dates.ts'
import {attributeOf, childElements, childText, ownText} from './elements.ts'
import {rssItem} from './rss-item.ts'
import type {SourceElement} from './source-document.ts'
import type {LeftPosts, SourceEpisode, SourceShow} from './source-show.ts'
import {wordPressMeta} from './wordpress-meta.ts'

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
export function wordPressShow(
  channel: SourceElement,
  episodes: readonly SourceEpisode[],
  leftPosts: LeftPosts,
): SourceShow {
  return {
    format: 'wordpress',
    title: childText(channel, 'title') ?? '',
    fields: present({
      description: childText(channel, 'description'),
      language: childText(channel, 'language'),
      author: onlyAuthor(channel),
    }),
    isPrivate: false,
    ...present({siteUrl: childText(channel, 'link')}),
    episodes,
    leftPosts,
    unknown: [],
  }
}

/** Plugins have types of their own for episodes. WordPress keeps its parts under these. */
function isOfPosts(type: string): boolean {
  return !/^(?:attachment|page|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/.test(
    type,
  )
}

/** Where a site has one author, it is the one of the show. */
function onlyAuthor(channel: SourceElement): string | undefined {
  const names = childElements(channel, '{}wp:author').map((each) => wpText(each, 'author_display_name'))
  return names.length === 1 ? names[0] : undefined
}

/** The episode that a post is, or why it is none. `other`: it is no post at all, but a page, a menu, or a file of the library. */
export function wordPressEpisode(item: SourceElement): SourceEpisode | keyof LeftPosts | 'other' {
  const type = wpText(item, 'post_type') ?? 'post'
  if (!isOfPosts(type)) return 'other'
  const {media, files, fields: known, unknown} = wordPressMeta(item)
  const isPublished = (wpText(item, 'status') ?? 'publish') === 'publish'
  if (media.length === 0) return isPublished ? 'withoutMedia' : 'other'
  if (!isPublished) return 'unpublished'
  const episode = rssItem(item, postHtml)
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
      }),
      ...known,
    },
    media,
    files,
    unknown,
  }
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
