import type {FeedItem} from '../../model/feed.ts'
import type {OutputFile} from '../../model/output.ts'
import type {Problem} from '../../model/problem.ts'

/** Where problems are placed: in the file of a published item, or in the show's own file where a problem is in no item. */
export type FeedAuthors = {readonly items: readonly FeedItem[]; readonly showFile: string}

/** What is wrong with a feed that was taken. Other feeds may be made before the answer is there. */
export type Judge = (feed: TakenFeed) => Promise<readonly Problem[]>

export type TakenFeed = {
  readonly file: OutputFile
  /** What problems call the feed. */
  readonly reportedPath: string
  readonly authors: FeedAuthors
  /**
   * Where each of its pieces ended when it was taken, in bytes: one piece for each item, and one after the last. Empty if nobody
   * read them.
   */
  readonly pieceEndsInBytes: readonly number[]
  /** The text between two items. The pieces of all items but the first begin with it. */
  readonly separator: string
}
