import type {Channel, FeedItem} from '../../model/feed.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {siteAddress, sitePaths} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {escapeHtml, html} from '../../text/markup/html.ts'
import {wordsFor} from '../../words/words.ts'
import {barePage, type PageHead} from '../page.ts'
import {pageLink} from '../page-links.ts'
import {pictureOf, resizedAddress} from '../picture.ts'
import {chapterList} from './episode-aside.ts'
import {mediaSection} from './episode-media.ts'

/** The height of the player with its title. A film keeps its proportions. */
const widthInPixels = 640
const soundHeightInPixels = 260
const filmHeightInPixels = 520

function embedAddress({siteUrl}: Channel, {slug}: FeedItem): ReturnType<typeof siteAddress> {
  return siteAddress(siteUrl, sitePaths.embed(slug))
}

/** Whether there is something that a page of another site could play. */
export function isEmbeddable({enclosure, alternates, otherMedia}: FeedItem): boolean {
  return enclosure !== undefined || alternates.length > 0 || otherMedia.length > 0
}

/** The player alone, for frames of other sites: its links lead out of the frame. */
export function embedPage(channel: SiteChannel, {item, captionsUrl}: RenderedEpisode): readonly string[] {
  const {words} = wordsFor(channel.language)
  const image = item.image ?? channel.image
  const head: PageHead = {
    kind: 'episode',
    url: embedAddress(channel, item),
    siteUrl: channel.siteUrl,
    canonical: item.url,
    title: item.title,
    language: item.language ?? channel.language,
    type: 'article',
    hidden: true,
    isFramed: true,
    mediaUrls: [item.enclosure, ...item.alternates, ...item.otherMedia].flatMap((each) =>
      each === undefined ? [] : [each.url],
    ),
  }
  const chapters = chapterList(item, words)
  const main = html`<main id="content" class="embed">
<header>${pictureOf(image, head, {widthInPixels: 72})}<div><p><a href="${channel.siteUrl}" target="_top"><bdi>${channel.title}</bdi></a></p>
<h1 dir="auto"><a href="${pageLink(item.url, head)}" target="_top">${item.title}</a></h1></div></header>
${mediaSection(captionsUrl === undefined ? {item} : {item, captionsUrl}, head, words, channel)}${chapters}</main>
`.html
  return [...barePage(channel, head, [main])]
}

/** https://oembed.com: how a site that knows the address of the episode puts its player into a page. */
export function oembedData(channel: Channel, item: FeedItem): object {
  const height = item.enclosure?.kind === 'video' ? filmHeightInPixels : soundHeightInPixels
  const address = escapeHtml(embedAddress(channel, item))
  const image = item.image ?? channel.image
  const thumbnail = image === undefined ? undefined : resizedAddress(image, {siteUrl: channel.siteUrl}, 480)
  return {
    version: '1.0',
    type: 'rich',
    title: item.title,
    author_name: channel.author,
    provider_name: channel.title,
    provider_url: channel.siteUrl,
    width: widthInPixels,
    height,
    ...(thumbnail === undefined ? {} : thumbnailOf(thumbnail)),
    html: `<iframe src="${address}" width="${widthInPixels}" height="${height}" style="border:0;max-width:100%" loading="lazy" title="${escapeHtml(item.title)}"></iframe>`,
  }
}

/** oEmbed wants its size with it. */
function thumbnailOf(address: string): object {
  return {thumbnail_url: address, thumbnail_width: 480, thumbnail_height: 480}
}
