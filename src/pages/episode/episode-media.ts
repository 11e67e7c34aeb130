import type {Channel, Enclosure, FeedItem, ListedItem} from '../../model/feed.ts'
import {type HostedVideo, isStream} from '../../model/media.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {siteAddress, sitePaths} from '../../model/site-paths.ts'
import {videoServiceNames} from '../../text/addresses/hosted-video.ts'
import {type Html, html, trustedHtml} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {sizeLabel, timeFragment} from '../labels.ts'
import {isOwn, type LinkBase, pageLink} from '../page-links.ts'
import {resizedAddress} from '../picture.ts'
import {showOfItem} from '../show-of-item.ts'

/** How to hear or see the episode: the browser's own player, and a link if the video is at a video service. */
export function mediaSection(
  {item, captionsUrl}: {readonly item: ListedItem} & Pick<RenderedEpisode, 'captionsUrl'>,
  base: LinkBase,
  words: Words,
  channel: Channel,
  /** Stands below the player, beside the downloads. */
  support?: Html,
): Html {
  const {hostedVideo} = item
  const player = nativePlayer(item, captionsUrl, base, words, channel, support)
  const video = hostedVideo !== undefined && videoCard(hostedVideo, words)
  return html`${player}${video}${player === undefined && support}`
}

function nativePlayer(
  {transcripts, chaptersUrl, ...item}: ListedItem,
  captionsUrl: string | undefined,
  base: LinkBase,
  words: Words,
  channel: Channel,
  support: Html | undefined,
): Html | undefined {
  // A stream is no enclosure, but browsers play it.
  const [main, ...others] = [
    ...(item.enclosure === undefined ? [] : [item.enclosure]),
    ...item.alternates,
    ...item.otherMedia,
  ]
  if (main === undefined) return undefined
  const {kind} = main
  const sources = [main, ...others]
    .filter((each) => each.kind === kind)
    .map((each) => html`<source src="${pageLink(each.url, base)}" type="${each.facts.mimeType}">`)
  const spoken = transcripts.find((transcript) => transcript.url === captionsUrl)?.language
  const captions =
    captionsUrl !== undefined &&
    html`<track kind="captions" src="${pageLink(captionsUrl, base)}" srclang="${spoken ?? 'en'}" label="${words.transcript}">`
  const chapters =
    chaptersUrl !== undefined &&
    html`<track kind="chapters" src="${pageLink(siteAddress(base.siteUrl, sitePaths.chapterTrack(item.slug)), base)}">`
  // Nothing is asked of another host before somebody clicks.
  const preload = isOwn(main.url, base) ? 'metadata' : 'none'
  const player =
    kind === 'video'
      ? html`<video controls preload="${preload}" playsinline aria-label="${words.player}">${sources}${captions}${chapters}</video>`
      : html`<audio controls preload="${preload}" aria-label="${words.player}">${sources}${captions}${chapters}</audio>`
  // What the player cannot offer beside its own kind: the film of an episode that is heard.
  const films = others.filter((each) => each.kind === 'video' && kind === 'audio')
  return html`<div class="player ${kind}"${dataOf(item, channel, base, words)}>${player}</div>
<div class="under"><p class="download">${[downloadLink(main, words.download, base, channel.language), ...films.map((film) => downloadLink(film, words.video, base, channel.language))]}</p>
${support}</div>
`
}

/** What the script of the player says and shows: the words of the page's language, and what is played. */
function dataOf(
  item: Pick<FeedItem, 'title' | 'image' | 'enclosure' | 'url'>,
  channel: Channel,
  base: LinkBase,
  words: Words,
): Html {
  const art = item.image ?? channel.image
  // On the page of a network the files of an episode are on the site of its show.
  const siteOfArt = (item.image && showOfItem(channel, item)) ?? base
  const duration = item.enclosure?.facts.durationInSeconds
  const values: readonly (readonly [string, string | undefined])[] = [
    ['title', item.title],
    ['show', channel.title],
    // The name under which the player remembers the place, so that the same episode on another page goes on there.
    ['page', new URL(item.url).pathname],
    [
      'art',
      art !== undefined && isOwn(art.url, base) ? pageLink(resizedAddress(art, siteOfArt, 480), base) : undefined,
    ],
    ['duration', duration === undefined ? undefined : String(Math.round(duration))],
    ['words', JSON.stringify(words.controls)],
  ]
  return html`${values.map(([name, value]) => value !== undefined && html` data-${trustedHtml(name)}="${value}"`)}`
}

function downloadLink({url, facts}: Enclosure, label: string, base: LinkBase, language: string): Html {
  const size = facts.sizeInBytes > 0 && html` <small dir="auto">${sizeLabel(facts.sizeInBytes, language)}</small>`
  // The playlist of a stream is to be opened, not to be kept.
  const link = isStream(facts)
    ? html`<a href="${pageLink(url, base)}">${label}</a>`
    : html`<a href="${pageLink(url, base)}" download>${label}</a>`
  return html`<span>${link}${size}</span> `
}

/** A link and no frame: services watch the visitors of every page that embeds them. */
function videoCard({service, pageUrl}: HostedVideo, words: Words): Html {
  return html`<a class="video-card" href="${pageUrl}" rel="noopener noreferrer">
<span class="play" aria-hidden="true"></span>
<span><b>${words.watchOn} ${videoServiceNames[service]}</b> <small>${words.watchPrivacy}</small></span>
</a>
`
}

/**
 * Where a time of the episode leads: into the player of the page or, if the episode is only a hosted video, to that moment of the
 * video. `undefined` if there is nothing to play.
 */
export function seekAddress({enclosure, hostedVideo}: ListedItem, seconds: number): string | undefined {
  if (enclosure !== undefined) return timeFragment(seconds)
  return hostedVideo === undefined ? undefined : momentOf(hostedVideo, Math.floor(seconds))
}

function momentOf({service, pageUrl}: HostedVideo, seconds: number): string {
  if (service === 'vimeo') return `${pageUrl}#t=${seconds}s`
  const joint = pageUrl.includes('?') ? '&' : '?'
  return service === 'youtube' ? `${pageUrl}${joint}t=${seconds}s` : `${pageUrl}${joint}start=${seconds}s`
}
