/**
 * A file to publish. `path` is below the output folder, with `/`. `rank` orders the writing: what a feed refers to is
 * in place before the feed is, so a subscriber never follows a link to nothing.
 */
export type OutputFile = {
  readonly path: string
  readonly mimeType: string
  readonly rank: 'referred' | 'feed'
  /** The author's file it was made from: named when two inputs want one path. */
  readonly source: string
} & ({readonly pieces: Iterable<string>} | {readonly copyFrom: string})

/** What a build did to the output folder. Paths are below it, sorted. */
export type WriteReport = {
  readonly written: readonly string[]
  readonly unchanged: readonly string[]
  readonly deleted: readonly string[]
}
