import type {AbsoluteUrl} from './absolute-url.ts'
import type {EpisodeType} from './episode.ts'
import type {ImageFacts} from './media.ts'
import type {Place} from './problem.ts'

export const feedFormatNames = ['rss', 'atom', 'json'] as const
export type FeedFormatName = (typeof feedFormatNames)[number]

/** Where a feed is, in each format that it is written in: paths below the site. */
export type FeedPaths = {readonly [F in FeedFormatName]?: string}
/** The same as addresses. */
export type FeedUrls = {readonly [F in FeedFormatName]?: AbsoluteUrl}

/** Which episodes a feed holds. All of what is said must be true of an episode; where nothing is said, all are in it. */
export type FeedQuery = {
  /** The kind of the enclosure. Without one, sound comes first and a film only where there is no sound. */
  readonly media?: 'audio' | 'video'
  readonly seasons?: readonly number[]
  readonly tags?: readonly string[]
  readonly languages?: readonly string[]
  readonly types?: readonly EpisodeType[]
  readonly people?: readonly string[]
  /** So many of those that are left: the oldest, or the newest. */
  readonly first?: number
  readonly latest?: number
}

/** One feed of a show: what is in it and what it says otherwise than the show does. The first of a show is its main feed. */
export type FeedPlan = {
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
  /** Older episodes go to archives (RFC 5005) of so many each; the feed keeps at least as many. */
  readonly itemsPerDocument?: number
  readonly budgetInBytes: number
  /** Services that count downloads, where they are not the show's. */
  readonly prefixes?: readonly string[]
  /** Kept out of directories. */
  readonly blocked: boolean
  /** Whether pages link it. */
  readonly isLinked: boolean
  /** Where the members of a private feed are listed, each of whom has it at an address of its own. */
  readonly members?: string
  /** So long before everybody its members have an episode; never of a feed without members. */
  readonly earlyInSeconds?: number
  readonly place: Place
}

/** The addresses that anybody may know. Those of members are in no file but their own. */
export function publicPaths(feeds: readonly FeedPlan[]): readonly string[] {
  return feeds.flatMap(({paths, members}) => (members === undefined ? Object.values(paths) : []))
}

/** After `probe`: what is known of the feed's own cover art. */
export type ProbedFeedPlan = FeedPlan & {readonly imageFacts?: ImageFacts}
