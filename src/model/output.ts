/**
 * A file to publish. `path` is below the output folder, with `/`. `rank` orders the writing: what a feed refers to is
 * in place before the feed is, so a subscriber never follows a link to nothing.
 */
export type OutputFile = {
  readonly path: string
  readonly mimeType: string
  readonly rank: 'referred' | 'feed'
  /** Whoever knows the path has the file: it appears in no report and no list. */
  readonly isPrivate?: true
  /** The author's file it was made from: named when two inputs want one path. */
  readonly source: string
  /** Compressed copies are to lie beside it. */
  readonly compressed?: boolean
} & (
  | {readonly pieces: Iterable<string>}
  | {readonly copyFrom: string}
  /** Made already, by a worker: waiting in the stage, or the same as what is published. */
  | {readonly staged: StagedContent}
)

/** Media types of the documents that apps of subscribers ask for again and again. */
const feedTypes: ReadonlySet<string> = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json'])

export function isFeedFile({rank, mimeType, isPrivate}: OutputFile): boolean {
  return isPrivate !== true && rank === 'feed' && feedTypes.has(mimeType)
}

/** The same as what is published, or made by this one of those that make files, in a part of the stage of its own. */
export type StagedContent = 'unchanged' | {readonly maker: string}

/** Where a build makes its files, for workers that write them there themselves: both are absolute paths. */
export type StagePlaces = {
  readonly output: string
  readonly stage: string
  /** There was no output folder: nothing can be published in it already. */
  readonly isNew?: boolean
}

/** What a build did to the output folder. Paths are below it, sorted. */
export type WriteReport = {
  readonly written: readonly string[]
  readonly unchanged: readonly string[]
  readonly deleted: readonly string[]
}
