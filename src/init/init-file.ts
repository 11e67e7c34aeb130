/** A file that `init` makes; `path` is below the folder of the show, or below that of the repository for its automation, with `/`. */
export type InitFile = {
  readonly path: string
  readonly content: string | Uint8Array
  /**
   * Whether a later `init` may bring it up to date. Such a file carries a mark with the hash of its text, so that a file that
   * somebody edited is told from a file that is as `init` wrote it. All other files belong to the author from the start.
   */
  readonly isUpdated: boolean
  /** What every file of this show contains. A file without it belongs to another show, and is left as it is. */
  readonly isOf?: string
}

/** The feed of a host that a show is a richer copy of. */
export type CopySource = {
  readonly url: string
  /** The mail address that unlocks it. */
  readonly owner?: string
}

/** A show of a network that is such a copy. */
export type CopyInNetwork = {
  /** The name of its folder. */
  readonly name: string
  readonly source: CopySource
}

/** What a show and its automation are made from. */
export type InitSettings = {
  readonly title?: string
  readonly author?: string
  readonly description?: string
  /** With a final `/`. */
  readonly siteUrl?: string
  /** A `podcast:guid`, where the address of the feed is known that it follows from. */
  readonly guid?: string
  readonly language: string
  readonly timeZone: string
  /** The day of the first episode: `2026-11-26`. */
  readonly day: string
  /** Where `show.yaml` is, below the repository, with a final `/`; empty for the repository itself. */
  readonly showFolder: string
  /** Which files are episodes, where there are some already: for the field `episodes`. Then none is made. */
  readonly glob?: string
  /** Absent: the show is its own source. */
  readonly copyOf?: CopySource
  /** Shows of a network that are copies. */
  readonly copies?: readonly CopyInNetwork[]
  /** Whether that folder holds a network of shows, each with a lock and a cache of its own. */
  readonly isNetwork?: boolean
  /** By how many jobs a network is built side by side. Absent: by one. */
  readonly shards?: number
  /** What the hosts of `hosting` in show.yaml call this one, where they have a name for it. */
  readonly hosting?: string
  /** The version of Castwright that CI installs. */
  readonly version: string
}
