import type {Chapter} from './chapter.ts'
import type {Place} from './problem.ts'

/** What the author says about a media file. Numbers that are absent are probed. */
export type MediaReference = {
  /** Below the show folder with `/` (a local file), or an absolute http(s) URL. */
  readonly location: string
  readonly kind: 'audio' | 'video'
  readonly mimeType?: string
  readonly sizeInBytes?: number
  readonly durationInSeconds?: number
  /** Where the author named it; absent for a sidecar found by its stem. */
  readonly place?: Place
}

/** What is known of a media file after `probe`. */
export type MediaFacts = {
  /** As podcast apps accept it: `audio/mpeg`, `audio/x-m4a`, `video/mp4`, ... */
  readonly mimeType: string
  /** 0 if nobody knows, as for a file on a server that was never probed: RSS asks for 0, not for an absent length. */
  readonly sizeInBytes: number
  readonly durationInSeconds?: number
  readonly widthInPixels?: number
  readonly heightInPixels?: number
  readonly bitrateInBitsPerSecond?: number
  /** RFC 6381, for example `avc1.64001f, mp4a.40.2`. */
  readonly codecs?: string
}

/** Whether it is a playlist of HLS: to be played, but no file that an app could download as its enclosure. */
export function isStream({mimeType}: Pick<MediaFacts, 'mimeType'>): boolean {
  return /mpegurl$/i.test(mimeType)
}

export type MediaAsset = MediaReference & {readonly facts: MediaFacts; readonly chapters: readonly Chapter[]}

/** A video on a page of somebody else's: a link or an embed, never an enclosure. */
export type HostedVideo = {
  readonly service: 'youtube' | 'vimeo' | 'peertube'
  readonly id: string
  readonly pageUrl: string
  readonly embedUrl: string
}

export type ImageFacts = {
  readonly mimeType: string
  readonly widthInPixels: number
  readonly heightInPixels: number
  readonly sizeInBytes: number
}

/**
 * A further picture of a show or an episode: a banner, or a card for social networks. It says in words what it shows, for people
 * who cannot see it.
 */
export type PictureReference = {
  /** Below the show folder, or an absolute URL. */
  readonly location: string
  /** What is to be seen in it. */
  readonly alt?: string
  /** Words of the podcast namespace (`banner`, `social`) or of a service (`apple/showcase-hero`). */
  readonly purposes: readonly string[]
  /** As in CSS: `16/9`. */
  readonly aspectRatio?: string
  readonly widthInPixels?: number
  readonly heightInPixels?: number
  readonly mimeType?: string
}

/** After `probe`; no facts for a picture on another server. */
export type ProbedPicture = PictureReference & {readonly facts?: ImageFacts}
