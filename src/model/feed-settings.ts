import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {AbsoluteUrl} from './absolute-url.ts'
import type {EpisodeType} from './episode.ts'
import type {ImageFacts} from './media.ts'
import type {Place} from './problem.ts'

/** The name of a form in which a feed is written. */
export type FeedFormatName = (typeof feedKinds)[number]['name']
/** The one that podcast apps read first. */
export const feedFormatNames: readonly FeedFormatName[] = feedKinds.map(({name}) => name)

/** Something of a feed, for each format that it is written in. */
export type ByFormat<T> = {readonly [F in FeedFormatName]?: T}
/** Where a feed is: paths below the site. */
export type FeedPaths = ByFormat<string>
/** The same as addresses. */
export type FeedUrls = ByFormat<AbsoluteUrl>

/** In the order of the formats, whatever the order in `values`. */
export function mapFormats<A, B>(values: ByFormat<A>, map: (value: A, format: FeedFormatName) => B): ByFormat<B> {
  const mapped: {[F in FeedFormatName]?: B} = {}
  for (const format of feedFormatNames) {
    const value = values[format]
    if (value !== undefined) mapped[format] = map(value, format)
  }
  return mapped
}

/** The value of the format that podcast apps read, or else of the next format. */
export function firstOfFormats<T>(values: ByFormat<T>): T | undefined {
  return Object.values(mapFormats(values, (value) => value))[0]
}

/** Which episodes a feed holds. Every condition must be true of an episode. Without conditions, all episodes are in the feed. */
export type FeedQuery = {
  /** The kind of the enclosure. Without one, sound comes first and a film only where there is no sound. */
  readonly media?: 'audio' | 'video'
  readonly seasons?: readonly number[]
  readonly tags?: readonly string[]
  readonly languages?: readonly string[]
  readonly types?: readonly EpisodeType[]
  readonly people?: readonly string[]
  /** How many of the episodes that fit all other conditions: the oldest ones (`first`) or the newest (`latest`). */
  readonly first?: number
  readonly latest?: number
}

/** One feed of a show: what is in it, and in what it differs from the show. The first feed of a show is its main feed. */
export type FeedSettings = {
  /** As its author calls it; `main` for the show's own. */
  readonly name: string
  readonly paths: FeedPaths
  /** `podcast:guid`: each feed has its own identity. */
  readonly guid: string
  readonly title?: string
  readonly subtitle?: string
  readonly description?: string
  readonly language?: string
  /** Cover art: below the show folder, or an absolute URL. */
  readonly image?: string
  readonly query: FeedQuery
  /** `own` for episodes that must not be taken for those of the main feed. */
  readonly itemGuids: 'same' | 'own'
  /** `oldest` for a feed that is heard from its first episode on. */
  readonly order: 'newest' | 'oldest'
  /** Items carry the whole transcript, for people who read. */
  readonly hasTranscripts: boolean
  /** Older episodes go to archives (RFC 5005) of this many episodes each. The feed keeps at least as many. */
  readonly itemsPerDocument?: number
  readonly budgetInBytes: number
  /** Services that count downloads, where they are not the show's. */
  readonly prefixes?: readonly string[]
  /** Kept out of directories. */
  readonly blocked: boolean
  /** Whether pages link it. */
  readonly isLinked: boolean
  /** The list of the members of a private feed. Each member has the feed at an address of their own. */
  readonly members?: string
  /** How long before everybody else its members get an episode. Only a feed with members has it. */
  readonly earlyInSeconds?: number
  readonly place: Place
}

/** After `probe`: what is known of the feed's own cover art. */
export type ProbedFeedSettings = FeedSettings & {readonly imageFacts?: ImageFacts}

/**
 * The guid of an item in a feed whose items have their own guids. It is made from the feed's guid and not from its name, because
 * a feed may be renamed.
 */
export function ownGuid(guid: string, feedGuid: string): string {
  return `${guid}#${feedGuid}`
}
