/** What an item of a live feed, or an episode of a repository, can be recognised by. */
export type Joinable = {
  readonly title: string
  readonly guid?: string
  readonly mediaUrls: readonly string[]
  /** Names of media files here, which a host serves at an address of its own. */
  readonly mediaFiles?: readonly string[]
  readonly publishedAt?: Date
}

export type Pair<Item, Episode> = {
  readonly item: Item
  readonly episode: Episode
  readonly by: 'media' | 'guid' | 'title'
}

/** Letters and digits of a title: typography and punctuation differ between a file and a feed. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
