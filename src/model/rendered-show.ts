import type {Feed, FeedItem} from './feed.ts'
import type {FeedPaths} from './feed-settings.ts'
import type {SiteChannel} from './templates.ts'

/** What is published of a show as a whole. */
export type RenderedShow = {
  /** The channel of the main feed. */
  readonly channel: SiteChannel
  /** Every published episode, newest first, whatever feed it is in. */
  readonly items: readonly FeedItem[]
  readonly feeds: readonly RenderedFeed[]
  /** Of each episode, by its slug: what the search of the pages finds it by. Absent where nobody asks. */
  readonly words?: ReadonlyMap<string, string>
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
