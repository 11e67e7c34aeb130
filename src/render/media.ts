import {extensionOf} from '../file-kinds/endings.ts'
import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Enclosure} from '../model/feed.ts'
import {isStream, type MediaAsset} from '../model/media.ts'
import type {Place, Problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {fileStemOf, siteAddress, sitePaths} from '../model/site-paths.ts'
import {videoServiceNames} from '../text/addresses/hosted-video.ts'
import {isRemote} from './addresses.ts'
import {divideMedia, type ItemMedia} from './feeds/feed-media.ts'
import {problem} from './render-problems.ts'

export type RenderedMedia = ItemMedia & {
  /** In the order of the episode's media. */
  readonly urls: readonly AbsoluteUrl[]
  readonly copies: readonly FileCopy[]
  readonly problems: readonly Problem[]
}

/** Tells the files of one episode apart. They share the slug, and usually only the extension differs. */
function partName(media: readonly MediaAsset[], index: number): string {
  const extension = extensionOf(media[index]?.location ?? '')
  const earlier = media.slice(0, index).filter(({location}) => extensionOf(location) === extension)
  return earlier.length === 0 ? '' : `-${earlier.length + 1}`
}

function remoteUrl(asset: MediaAsset, show: Show): AbsoluteUrl | undefined {
  if (isRemote(asset.location)) return absoluteUrl(asset.location.replace(/^\/\//, 'https://'))
  if (show.mediaUrl === undefined) return undefined
  // Many file names have blanks, commas or a percent sign. Only what a URL cannot hold is encoded. An address that is
  // percent-encoded already stays as it is.
  return absoluteUrl(`./${asset.location.replace(/^\/+/, '').replace(/[?#]/g, encodeURIComponent)}`, show.mediaUrl)
}

/** Addresses of an episode's media: first the enclosure, then its alternates. Local files are published under the slug. */
export function renderMedia(show: Show, episode: ProbedEpisode): RenderedMedia {
  const enclosures: Enclosure[] = []
  const copies: FileCopy[] = []
  const problems: Problem[] = []
  for (const [index, asset] of episode.media.entries()) {
    const remote = remoteUrl(asset, show)
    const path = sitePaths.media(fileStemOf(episode), partName(episode.media, index), extensionOf(asset.location))
    if (remote === undefined) copies.push({from: asset.location, path, mimeType: asset.facts.mimeType})
    const {kind, facts} = asset
    if (remote === undefined && isStream(facts)) problems.push(streamNotServed(episode, asset))
    // A playlist has other bytes than what it plays.
    const known = isStream(facts) ? {...facts, sizeInBytes: 0} : facts
    enclosures.push({url: remote ?? siteAddress(show.siteUrl, path), kind, facts: known})
  }
  const media = divideMedia(enclosures, {mixes: episode.alternateVideo ?? show.alternateVideo})
  if (media.enclosure === undefined) problems.push(nothingToPlay(episode, enclosures.length > 0))
  const isMixed = media.alternates.some(({kind}) => kind !== media.enclosure?.kind)
  // If it is true of the whole show, the problem is said once for the show.
  if (isMixed && episode.alternateVideo === true) {
    problems.push(mixedMedia({file: episode.file, ...episode.places.get('alternate_video')}))
  }
  return {urls: enclosures.map(({url}) => url), copies, problems, ...media}
}

/** The problem, and its reason if the author allowed it: for an episode or for the show. */
export function mixedMedia(place: Place): Problem {
  const message = 'The feed names films beside the sound, at which Apple’s web player shows a black screen'
  const hint =
    'Give the films a feed of their own: feeds: {video: {media: video}}; or leave it, if your listeners use apps of Podcasting 2.0'
  return problem('media-mixed', place, message, hint)
}

function streamNotServed({file}: ProbedEpisode, {location, place}: MediaAsset): Problem {
  const message = `${location} is a playlist of a stream: the files that it names would not be published with it`
  const hint = 'Serve its folder from elsewhere and write its address: video: https://media.example/talk/master.m3u8'
  return problem('stream-not-served', {file, ...place}, message, hint)
}

function nothingToPlay({file, title, places, hostedVideo}: ProbedEpisode, hasStream: boolean): Problem {
  if (hasStream) {
    const message = `"${title}" has only a stream, which podcast apps cannot download: they leave the episode out`
    const hint = 'Add it as a file: video: https://media.example/talk.mp4, or the sound: audio: talk.mp3'
    return problem('episode-without-enclosure', {file, ...places.get('video')}, message, hint)
  }
  if (hostedVideo === undefined) {
    const hint = 'Put a media file of the same name beside it, or write: audio: https://media.example/001.mp3'
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
