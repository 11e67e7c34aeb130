import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Enclosure} from '../model/feed.ts'
import type {MediaAsset} from '../model/media.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {videoServiceNames} from '../text/hosted-video.ts'
import {extensionOf, isRemote, siteAddress, sitePaths} from './addresses.ts'
import {divideMedia, type EpisodeMedia} from './feed-media.ts'

export type RenderedMedia = EpisodeMedia & {
  readonly copies: readonly FileCopy[]
  readonly problems: readonly Problem[]
}

/** Tells the files of one episode apart: they share the slug, and usually differ by extension alone. */
function partName(media: readonly MediaAsset[], index: number): string {
  const extension = extensionOf(media[index]?.location ?? '')
  const earlier = media.slice(0, index).filter(({location}) => extensionOf(location) === extension)
  return earlier.length === 0 ? '' : `-${earlier.length + 1}`
}

function remoteUrl(asset: MediaAsset, show: Show): AbsoluteUrl | undefined {
  if (isRemote(asset.location)) return absoluteUrl(asset.location.replace(/^\/\//, 'https://'))
  if (show.mediaUrl === undefined) return undefined
  // File names with blanks, commas or a percent sign are common; only what a URL cannot hold is encoded, and an address
  // that is percent-encoded already stays so.
  return absoluteUrl(`./${asset.location.replace(/^\/+/, '').replace(/[?#]/g, encodeURIComponent)}`, show.mediaUrl)
}

/** Addresses of an episode's media: first the enclosure, then its alternates. Local files are published under the slug. */
export function renderMedia(show: Show, episode: ProbedEpisode): RenderedMedia {
  const enclosures: Enclosure[] = []
  const copies: FileCopy[] = []
  for (const [index, asset] of episode.media.entries()) {
    const remote = remoteUrl(asset, show)
    const path = sitePaths.media(episode.slug, partName(episode.media, index), extensionOf(asset.location))
    if (remote === undefined) copies.push({from: asset.location, path, mimeType: asset.facts.mimeType})
    enclosures.push({url: remote ?? siteAddress(show.siteUrl, path), kind: asset.kind, facts: asset.facts})
  }
  const media = divideMedia(enclosures, {mixes: false})
  return {...media, copies, problems: media.enclosure === undefined ? [nothingToPlay(episode)] : []}
}

function nothingToPlay({file, title, places, hostedVideo}: ProbedEpisode): Problem {
  if (hostedVideo === undefined) {
    const hint = 'Put a media file of the same name beside it, or write `audio: https://…`'
    return problem(
      'episode-without-media',
      {file, line: 1},
      `"${title}" has nothing to play, so podcast apps leave it out`,
      hint,
    )
  }
  const message = `"${title}" has only a video on ${videoServiceNames[hostedVideo.service]}, which podcast apps cannot play: they leave the episode out`
  return problem(
    'episode-without-enclosure',
    {file, ...places.get('hostedVideo')},
    message,
    'Add the sound as a file beside it, e.g. `audio: interview.mp3`',
  )
}
