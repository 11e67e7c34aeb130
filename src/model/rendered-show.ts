import type {Channel, Feed, FeedItem} from './feed.ts'

/** What is published of a show as a whole. */
export type RenderedShow = {
  /** That of the main feed. */
  readonly channel: Channel
  /** Every published episode, newest first, whatever feed it is in. */
  readonly items: readonly FeedItem[]
  readonly feeds: readonly RenderedFeed[]
}

/** One feed: the document that people subscribe to, and its archives, the oldest first. */
export type RenderedFeed = {
  readonly name: string
  /** Whether it is one member's. */
  readonly isPrivate: boolean
  readonly document: Feed
  readonly archives: readonly {readonly number: number; readonly document: Feed}[]
  readonly budgetInBytes: number
}
