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
  /** A hash of the bytes, in hex, for a file of the author's. */
  readonly sha256?: string
  /** For a file on a server that was probed: its validators, and the day on which it was read (`2026-11-22`). */
  readonly etag?: string
  readonly lastModified?: string
  readonly probed?: string
  /** Chapters inside the file, so that a build without it publishes the same ones. */
  readonly chapters?: readonly Chapter[]
}

/** One published episode, as subscribers know it. If the show wants that in its lock, also one that is due later. */
export type LockedEpisode = {
  readonly slug: string
  /** The Markdown file it is in, below the show folder: under another name it keeps its slug, so that no address moves. */
  readonly source?: string
  /** The slug under which its files were first published, if its page has another slug by now: the files stay where they are. */
  readonly files?: string
  readonly guid: Guid
  /** First publication. */
  readonly published: string
  /** First the enclosure, then its alternates. */
  readonly media: readonly LockedMedia[]
  /** When the episode is due (ISO 8601), in a line that was written before that. */
  readonly ahead?: string
  /** The archive that it is in, by the name of the feed: it stays there. Absent where it is in none. */
  readonly archives?: Readonly<Record<string, number>>
  /** A hash of its video's page or of its show notes, if there are no media to know the episode by after a rename. */
  readonly text?: string
  /** The names of the feeds that it is in, except windows. Absent in a lock of the first format. */
  readonly feeds?: readonly string[]
  /** What else is published of it, below the site: transcripts, chapters, pictures, and pages that are left at old addresses. */
  readonly also?: readonly string[]
}

/** What people and apps know the show by. */
export type LockedShow = {
  readonly guid: string
  readonly site: string
  /** Pictures of the show and of its feeds, below the site. */
  readonly also?: readonly string[]
  /** Parts of the site that another program makes, and no build. Absent where there are none. */
  readonly left?: readonly SitePart[]
  /** It was published with `complete: true`. */
  readonly isComplete?: true
}

/** `media` only if they lie below the site: what is elsewhere is no part of it. */
export type SitePart = 'pages' | 'media'

/** One feed, as its subscribers know it. */
export type LockedFeed = {
  /** As `show.yaml` calls it, `main` for the show's own; in a lock of the first format its path. */
  readonly name: string
  /**
   * Where it is below the site, with the old addresses where it was left. Empty for members, whose addresses belong to them
   * alone.
   */
  readonly paths: readonly string[]
  /** `podcast:guid`. Absent in a lock of the first format. */
  readonly guid?: string
  /** Its items have guids of their own, made from that of the feed. */
  readonly itemGuids?: 'own'
  /** The kind of its enclosures, where it asks for one. */
  readonly media?: 'audio' | 'video'
  /** The slugs that are in a feed of the newest so many, which moves on by design. The lines of episodes do not name such a feed. */
  readonly window?: readonly string[]
  /** At least so many episodes stay in the document that people subscribe to. Older ones go to archives by design. */
  readonly kept?: number
  /** For a feed of members: shows whether their addresses are made from the same secret, and gives no address away. */
  readonly key?: string
  /** For a feed of members: how long before everybody they have its episodes. */
  readonly earlyInSeconds?: number
  /**
   * For a feed of members: a keyed mark of each episode that they have and nobody else. It tells neither the episode nor anything of it.
   * Absent where nobody knows, as in a lock of an older version.
   */
  readonly early?: readonly string[]
  /** For a feed of members: where it is published, if not below the site. It is no address of a member. */
  readonly membersAt?: string
}

/** In the lock of a network: an episode of one of its shows, as the feeds of the network have it. The lock of its show has the rest. */
export type LockedItem = {
  /** The name of the show and the slug: `night-trains/first-light`. */
  readonly episode: string
  readonly guid: Guid
  /** First publication. */
  readonly published: string
  /** The address of its enclosure in each feed that has it, by the name of the feed. Empty where it has none. */
  readonly feeds: Readonly<Record<string, string>>
  /** The archive that it is in, by the name of the feed: it stays there. Absent where it is in none. */
  readonly archives?: Readonly<Record<string, number>>
}

/** `castwright.lock.json`: what was published once, and must stay. */
export type Lock = {
  readonly show: LockedShow
  readonly feeds: readonly LockedFeed[]
  readonly episodes: readonly LockedEpisode[]
  /** For a network: its shows that have published something, by name. Absent in a lock of an older version. */
  readonly shows?: readonly string[]
  /** For a network: what its feeds have. Absent in a lock of an older version. */
  readonly items?: readonly LockedItem[]
  /** `FEED MARK` for each member of a feed whose list is a file of the show: neither a name nor an address. */
  readonly members?: readonly string[]
  /** Files on servers that were probed before their episode was published. Absent where there are none. */
  readonly awaiting?: readonly LockedMedia[]
  /** What was published and is not any more, because the author accepted that. Older outputs may still have it. */
  readonly takenBack?: readonly string[]
}

export const lockFileName = 'castwright.lock.json'
