import type {Enclosure, FeedItem} from '../../model/feed.ts'
import {type HostedVideo, isStream} from '../../model/media.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {videoServiceNames} from '../../text/hosted-video.ts'
import {type Html, html} from '../../text/html.ts'
import type {Words} from '../../words/words.ts'
import {sizeLabel, timeFragment} from './labels.ts'
import {type PagePlace, pageLink} from './page-links.ts'

/** How to hear or see the episode: the browser's own player, and a link where the video lives at somebody else's. */
export function mediaSection({item, captionsUrl}: RenderedEpisode, place: PagePlace, words: Words): Html {
  const {hostedVideo} = item
  const player = nativePlayer(item, captionsUrl, place, words)
  const video = hostedVideo !== undefined && videoCard(hostedVideo, words)
  return html`${player}${video}`
}

function nativePlayer(
  {transcripts, chaptersUrl, ...item}: FeedItem,
  captionsUrl: string | undefined,
  place: PagePlace,
  words: Words,
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
    .map((each) => html`<source src="${pageLink(each.url, place)}" type="${each.facts.mimeType}">`)
  const spoken = transcripts.find((transcript) => transcript.url === captionsUrl)?.language
  const captions =
    captionsUrl !== undefined &&
    html`<track kind="captions" src="${pageLink(captionsUrl, place)}" srclang="${spoken ?? 'en'}" label="${words.transcript}">`
  const chapters =
    chaptersUrl !== undefined &&
    html`<track kind="chapters" src="${pageLink(chaptersUrl.replace(/\.json$/, '.vtt'), place)}">`
  const player =
    kind === 'video'
      ? html`<video controls preload="metadata" playsinline aria-label="${words.player}">${sources}${captions}${chapters}</video>`
      : html`<audio controls preload="metadata" aria-label="${words.player}">${sources}${captions}${chapters}</audio>`
  // What the player cannot offer beside its own kind: the film of an episode that is heard.
  const films = others.filter((each) => each.kind === 'video' && kind === 'audio')
  return html`<div class="player ${kind}">${player}</div>
${[downloadLine(main, words.download, place), ...films.map((film) => downloadLine(film, words.video, place))]}`
}

function downloadLine({url, facts}: Enclosure, label: string, place: PagePlace): Html {
  const size = facts.sizeInBytes > 0 && html` <small>${sizeLabel(facts.sizeInBytes)}</small>`
  // The playlist of a stream is to be opened, not to be kept.
  const link = isStream(facts)
    ? html`<a href="${pageLink(url, place)}">${label}</a>`
    : html`<a href="${pageLink(url, place)}" download>${label}</a>`
  return html`<p class="download">${link}${size}</p>
`
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
 * Where a time of the episode leads: into the player of the page, or, where the episode is only a hosted video, to that moment
 * of it. Nowhere if there is nothing to play.
 */
export function seekAddress({enclosure, hostedVideo}: FeedItem, seconds: number): string | undefined {
  if (enclosure !== undefined) return timeFragment(seconds)
  return hostedVideo === undefined ? undefined : momentOf(hostedVideo, Math.floor(seconds))
}

function momentOf({service, pageUrl}: HostedVideo, seconds: number): string {
  if (service === 'vimeo') return `${pageUrl}#t=${seconds}s`
  const joint = pageUrl.includes('?') ? '&' : '?'
  return service === 'youtube' ? `${pageUrl}${joint}t=${seconds}s` : `${pageUrl}${joint}start=${seconds}s`
}
