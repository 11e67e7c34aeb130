import type {Feed, FeedItem, ListedItem} from './feed.ts'
import type {FeedPaths} from './feed-settings.ts'
import type {SiteChannel} from './templates.ts'

/** What is published of a show as a whole. */
export type RenderedShow = {
  /** The channel of the main feed. */
  readonly channel: SiteChannel
  /** Every published episode, newest first, whatever feed it is in. */
  readonly items: readonly FeedItem[]
  readonly feeds: readonly RenderedFeed[]
  /** What the search of the pages finds an episode by, which is asked for by its slug. Absent where there is no search. */
  readonly words?: (slug: string) => string
}

/** What lists of episodes are made of. */
export type ListedShow = {readonly channel: SiteChannel; readonly items: readonly ListedItem[]}

/** What a page is made of, beside what the file of the show and its cover say. */
export type PageSource = {
  /** The episodes that it lists. */
  readonly items: readonly ListedItem[]
  /** Whether it holds the words of these episodes. */
  readonly hasWords: boolean
}

/** One feed: the document that people subscribe to, and its archives, the oldest first. */
export type RenderedFeed = {
  readonly name: string
  /** Whether it is one member's. */
  readonly isPrivate: boolean
  readonly document: Feed
  /** Where `document` is, below the site, as its channel says in `feedUrls`. */
  readonly paths: FeedPaths
  readonly archives: readonly {readonly number: number; readonly document: Feed; readonly paths: FeedPaths}[]
  readonly budgetInBytes: number
}
