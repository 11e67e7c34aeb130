import type {SubscriberFeed} from '../compare/subscriber-feed.ts'

/** What a server answers at the end of its redirects; `fault` is a clause without a subject: `does not exist (404)`. */
export type AddressAnswer =
  | {readonly status: number; readonly url: string; readonly hops: readonly Hop[]; readonly mimeType?: string}
  | {readonly fault: string; readonly hops: readonly Hop[]}

/** One redirect. */
export type Hop = {readonly status: number; readonly from: string; readonly to: string}

/** How a media file is served. */
export type MediaAnswers = {readonly url: string; readonly head: AddressAnswer; readonly range: AddressAnswer}

/** All that is asked before a move is judged. */
export type MoveFacts = {
  readonly oldUrl: string
  readonly newUrl: string
  /** As subscribers have it today, or had it in a copy that was kept. */
  readonly old?: SubscriberFeed
  /** Whether a copy of the old feed is kept, for the time when its address redirects. */
  readonly hasCopy: boolean
  /** What a build would publish. */
  readonly planned: SubscriberFeed
  /** What the new address serves; `fault` where that is no feed. */
  readonly live: {readonly feed: SubscriberFeed} | {readonly fault: string}
  readonly redirect: AddressAnswer
  readonly artwork?: {readonly url: string; readonly head: AddressAnswer}
  readonly media: readonly MediaAnswers[]
  /** By the old address of an enclosure that has another one in the new feed: where the old one leads. */
  readonly movedMedia: ReadonlyMap<string, {readonly to: string; readonly answer: AddressAnswer}>
  readonly now: Date
}
