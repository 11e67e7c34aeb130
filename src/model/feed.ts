import type {TextPiece} from '../text/text-piece.ts'
import type {AbsoluteUrl} from './absolute-url.ts'
import type {Chapter} from './chapter.ts'
import type {EpisodeType, Guid} from './episode.ts'
import type {FeedUrls} from './feed-settings.ts'
import type {HostedVideo, ImageFacts, MediaFacts, PictureReference} from './media.ts'
import type {Person} from './person.ts'
import type {Place} from './problem.ts'
import type {Category} from './show.ts'
import type {Theme} from './theme.ts'

/** A media file as an app downloads it. */
export type Enclosure = {
  readonly url: AbsoluteUrl
  readonly kind: 'audio' | 'video'
  readonly facts: MediaFacts
  /** A hash of the bytes, as browsers take it (`sha256-…`). It is known for files of the show. */
  readonly sriHash?: string
}

/** One published form of a transcript. `captions` only where every time in it is real, not estimated. */
export type TranscriptLink = {
  readonly url: AbsoluteUrl
  readonly mimeType: string
  readonly language?: string
  readonly captions: boolean
}

export type ImageLink = {
  readonly url: AbsoluteUrl
  readonly facts?: ImageFacts
  /** The widths in which it is also published for pages (`resizedPath`). */
  readonly widths?: readonly number[]
}

/** A further picture with its address; size and type as far as they are known. */
export type PictureLink = Omit<PictureReference, 'location'> & {readonly url: AbsoluteUrl}

/**
 * An episode as feeds and pages show it: published (drafts and future episodes do not get this far), complete, every
 * URL absolute, every HTML allow-listed. Small: the transcript itself is not in it.
 */
export type FeedItem = {
  readonly guid: Guid
  /** A page about the episode on another site. */
  readonly externalUrl?: AbsoluteUrl
  readonly slug: string
  /** The slug under which its files were first published, if it is another one: the files stay there. */
  readonly filesAt?: string
  /** The episode's page. */
  readonly url: AbsoluteUrl
  /** Addresses that its page once had, as the author wrote them. */
  readonly aliases: readonly string[]
  /** Where they were written. */
  readonly aliasesPlace?: Place
  readonly title: string
  readonly subtitle?: string
  /** Pages of the same episode in other languages, by language tag. */
  readonly translations?: ReadonlyMap<string, AbsoluteUrl>
  /** Plain text, one paragraph. */
  readonly summary: string
  /** Show notes for podcast apps and readers: the feed allow-list. May be empty. */
  readonly notesHtml: string
  /** The same for apps that take little HTML, and only 4,000 bytes of it. Absent if `notesHtml` is that already. */
  readonly descriptionHtml?: string
  /** The whole transcript with its heading. Present only if a feed of the show carries it. */
  readonly transcriptHtml?: string
  readonly publishedAt: Date
  readonly updatedAt: Date
  /** Nobody gets the episode before this time, not even members. */
  readonly notBefore?: Date
  /** Absent for an episode that is only a hosted video. Podcast apps do not show such an item. */
  readonly enclosure?: Enclosure
  /** The same in other files, as far as a podcast app may be told of them beside the enclosure. */
  readonly alternates: readonly Enclosure[]
  /**
   * All other files of the episode, for Atom, JSON Feed and its page. Beside an enclosure of the other kind, they would make
   * Apple's web player show a black screen (PeerTube #7637).
   */
  readonly otherMedia: readonly Enclosure[]
  readonly hostedVideo?: HostedVideo
  readonly image?: ImageLink
  readonly pictures?: readonly PictureLink[]
  /** The hosts stand here again, because a `podcast:person` of an item replaces the list of the channel. */
  readonly people: readonly Person[]
  readonly type: EpisodeType
  readonly season?: number
  readonly seasonName?: string
  readonly number?: number
  /** What the author calls it, if that is no number: `V001`. */
  readonly shortCode?: string
  readonly explicit: boolean
  readonly blocked: boolean
  readonly tags: readonly string[]
  readonly language?: string
  readonly transcripts: readonly TranscriptLink[]
  readonly chapters: readonly Chapter[]
  /** The published `chapters.json`; absent where there are no chapters. */
  readonly chaptersUrl?: AbsoluteUrl
  readonly tagValues: ReadonlyMap<string, unknown>
  /** The author's file, for problems that only show when all episodes are seen together. */
  readonly source: Place & {readonly file: string}
}

/** An episode as lists show it: without the texts that only its feeds and its own page have. */
export type ListedItem = Omit<FeedItem, 'notesHtml' | 'descriptionHtml' | 'transcriptHtml'>

export type FeedLink = {readonly title: string; readonly urls: FeedUrls}

/** What a feed says of itself. What the main feed says is what the pages say of the show. */
export type Channel = {
  readonly title: string
  readonly subtitle?: string
  readonly description: string
  readonly siteUrl: AbsoluteUrl
  readonly language: string
  /** IANA name. Pages show dates in this zone, so that an episode of 23:30 belongs to the day that its author wrote. */
  readonly timeZone: string
  readonly author: string
  readonly owner?: {readonly name?: string; readonly email: string}
  readonly copyright?: string
  readonly categories: readonly Category[]
  readonly explicit: boolean
  readonly image?: ImageLink
  readonly pictures?: readonly PictureLink[]
  readonly type: 'episodic' | 'serial'
  readonly complete: boolean
  readonly blocked: boolean
  readonly people: readonly Person[]
  /** `podcast:guid`: the show's identity through every move. */
  readonly guid: string
  readonly newFeedUrl?: AbsoluteUrl
  /** Services that count the downloads of enclosures; the enclosures of items are without them. */
  readonly prefixes: readonly string[]
  /** WebSub hubs. */
  readonly hubs: readonly AbsoluteUrl[]
  /** Pages of the show in directories, by the name of the app (`model/app-links.ts`). `none` for an app that is not to be offered. */
  readonly appLinks: ReadonlyMap<string, AbsoluteUrl | 'none'>
  /** Pages of the same show in other languages, by language tag. */
  readonly translations?: ReadonlyMap<string, AbsoluteUrl>
  /** Where the files of the show are edited in the browser: before their paths (`text/addresses/edit-address.ts`). */
  readonly editBase?: string
  /** Of this document, in each format that it is written in. */
  readonly feedUrls: FeedUrls
  /** The feeds of the show that everybody may find, the main one first: pages link them. */
  readonly publicFeeds: readonly FeedLink[]
  readonly tagValues: ReadonlyMap<string, unknown>
  /** Of a network, on its pages: the shows that it lists. */
  readonly shows?: readonly NetworkShow[]
  /** What other sites show of pages that are not of an episode. */
  readonly card?: ImageLink
  /** Whether there is a style sheet with the colour of the cover (`coverColoursPath`). */
  readonly hasCoverColours?: true
  /** What the author changes of the pages. */
  readonly theme?: Theme
  /** Addresses of pages of the author's own. */
  readonly ownPages?: readonly AbsoluteUrl[]
  /** Another generator makes the site. */
  readonly leavesOutPages?: true
  /** Other sites may have the player in pages of theirs. */
  readonly hasEmbed?: true
  /** Other generators get everything as JSON. */
  readonly hasData?: true
}

/** What the page of a network says of one of its shows. */
export type NetworkShow = Pick<Channel, 'title' | 'subtitle' | 'description' | 'siteUrl' | 'image'>

/** All that an item is written with of the channel around it: the same item in another channel that says the same is the same text. */
export type ItemChannel = Pick<Channel, 'author' | 'guid' | 'language' | 'prefixes'>

/**
 * A document of a feed, in no particular format: a serialiser needs nothing else. A feed without archives is one document.
 * Otherwise this is the document that people subscribe to, or an archive of older episodes, which does not change (RFC 5005).
 */
export type Feed = {
  readonly channel: Channel
  readonly items: readonly FeedItem[]
  /** The newest content date, never the clock: the same input gives the same bytes. */
  readonly updatedAt: Date
  readonly history?: FeedHistory
  /**
   * The trailers of the whole feed, whichever document their items are in: apps look for them in the document that they subscribe
   * to.
   */
  readonly trailers: readonly FeedItem[]
}

/** What somebody has of the items of a document, so that they need not be written. */
export type KnownItems = {
  /** The text of an item in the document, without the separator before it. */
  readonly textOf: (item: FeedItem) => TextPiece | undefined
  /** The prefixes of the namespaces that an item has elements of in RSS. Where it is not known, the elements are made and asked. */
  readonly prefixesOf?: (item: FeedItem) => readonly string[] | undefined
}

export const noItemKnown: KnownItems = {textOf: () => undefined}

/** How a document is connected with the other documents of its feed (https://www.rfc-editor.org/rfc/rfc5005). */
export type FeedHistory =
  /** This document is the whole feed: what is not in it any more is no part of the feed. */
  | {readonly kind: 'complete'}
  | {readonly kind: 'subscription'; readonly previous: FeedUrls}
  | {readonly kind: 'archive'; readonly current: FeedUrls; readonly previous?: FeedUrls; readonly next?: FeedUrls}
