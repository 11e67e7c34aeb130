import type {Chapter} from './chapter.ts'
import type {Guid} from './episode.ts'

/** What the lock knows of one media file. */
export type LockedMedia = {
  /** As the feed published it. */
  readonly url: string
  /** Below the show folder, for a file of the author's. */
  readonly file?: string
  readonly kind: 'audio' | 'video'
  readonly type: string
  /** 0 where nobody knows. */
  readonly sizeInBytes: number
  readonly durationInSeconds?: number
  readonly widthInPixels?: number
  readonly heightInPixels?: number
  readonly codecs?: string
  /** Of the bytes of a file of the author's, in hex. */
  readonly sha256?: string
  /** Of a file on a server that was probed: its validators, and the day it was read (`2026-11-22`). */
  readonly etag?: string
  readonly lastModified?: string
  readonly probed?: string
  /** Chapters inside the file, so that a build without it publishes the same ones. */
  readonly chapters?: readonly Chapter[]
}

/** One published episode, as subscribers know it; or one that is due later, in a show that wants that in its lock. */
export type LockedEpisode = {
  readonly slug: string
  /** The Markdown file it is in, below the show folder: under another name it keeps its slug, so that no address moves. */
  readonly source?: string
  readonly guid: Guid
  /** First publication. */
  readonly published: string
  /** First the enclosure, then its alternates. */
  readonly media: readonly LockedMedia[]
  /** When the episode is due (ISO 8601), in a line that was written before that. */
  readonly ahead?: string
  /** The archive that it is in, by the name of the feed: it stays there. Absent where it is in none. */
  readonly archives?: Readonly<Record<string, number>>
  /** Hash of its video's page or its show notes, where there is no media to know the episode by after a rename. */
  readonly text?: string
}

/** The addresses of the show that subscribers have. */
export type LockedShow = {
  readonly guid: string
  readonly site: string
  readonly feeds: readonly string[]
}

/** `castwright.lock.json`: what was published once, and must stay. */
export type Lock = {
  readonly show: LockedShow
  readonly episodes: readonly LockedEpisode[]
  /** Files on servers that were probed before their episode was published. Absent where there are none. */
  readonly awaiting?: readonly LockedMedia[]
}

export const lockFileName = 'castwright.lock.json'
