/** An item as the subscribers of one feed have it. */
export type DeliveredItem = {
  /** The guid in this feed. */
  readonly guid: string
  /** The slug of the episode, where it is known. */
  readonly slug?: string
  readonly enclosure?: string
  readonly publishedInMilliseconds: number
}

/** A feed as its subscribers have it. */
export type DeliveredFeed = {
  readonly name: string
  /** Paths below the site. Empty for feeds of members, because each member has an address of their own. */
  readonly paths: readonly string[]
  /** `podcast:guid`, where that is known. */
  readonly guid?: string
  /** The items in the document that people subscribe to; absent where nobody knows them. */
  readonly items?: readonly DeliveredItem[]
  /** The items in its archives, which few apps read. */
  readonly archived: readonly DeliveredItem[]
  /** Set where the build leaves the feed as it is, byte for byte. Nobody has to read it then. */
  readonly isUnchanged?: true
  /** Whether the feed holds only a number of the newest items. Then the oldest items leave it by design. */
  readonly isWindow: boolean
  /** The kind of its enclosures, where it asks for one: then an episode without such a file is not in it. */
  readonly media?: 'audio' | 'video'
  /** At least this many items stay in the document. Older ones go to archives by design. */
  readonly kept?: number
  /** What the addresses of members are made from, in a form that may be made public. */
  readonly key?: string
  /** Of a feed for members: where it is published, an empty text for below the site; absent where nobody knows. */
  readonly membersAt?: string
}

/** What people and apps have of a show. The lock, the output, or the plan of a build may tell it. */
export type Delivered = {
  readonly feeds: readonly DeliveredFeed[]
  /**
   * Everything else that has an address below the site, with its owner: the slug of an episode, or `show`. Archives are not among
   * them, because the items of an archive only have to be somewhere in the feed.
   */
  readonly addresses: ReadonlyMap<string, string>
  /**
   * What lay behind the addresses of media below the site, where the output remembers it: hashes by path. It is read when somebody asks,
   * and empty where nobody knows.
   */
  readonly mediaHashes?: () => ReadonlyMap<string, string>
  /** Set for what a network has published itself, beside its shows. */
  readonly isOfNetwork?: true
}
