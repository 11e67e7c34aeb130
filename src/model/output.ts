import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {TextPiece} from '../text/text-piece.ts'
import type {PictureRecipe} from './pictures-of-pages.ts'

/**
 * What refers to what: a file names files of the ranks before its own. Files are moved into the output in this order and deleted in the
 * opposite one, so a subscriber never follows a link to nothing. `moved` is what stands at old addresses and leads to new ones: feeds
 * that are left there, and redirects.
 */
export const ranks = ['referred', 'archive', 'feed', 'moved'] as const
/** The rank of a file: the files of a rank name those of the ranks before it. */
export type Rank = (typeof ranks)[number]

/** A file to publish. `path` is below the output folder, with `/`. */
export type OutputFile = {
  readonly path: string
  readonly mimeType: string
  readonly rank: Rank
  /** Anybody who knows the path has the file, so the path appears in no report and no list. */
  readonly isPrivate?: true
  /** The author's file it was made from: named when two inputs want one path. */
  readonly source: string
  /** Compressed copies are to lie beside it. */
  readonly compressed?: boolean
} & (
  | {readonly pieces: Iterable<TextPiece>}
  | {readonly copyFrom: string; readonly recipe?: PictureRecipe}
  /** Made already, by a worker: waiting in the stage, or the same as what is published. */
  | {readonly staged: StagedContent}
)

/** What is known of a file beside what is in it. */
export type FileRecord = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'source'>

/** The file without what is in it, which is what is published already. */
export function unchangedFile({path, mimeType, rank, source}: FileRecord): OutputFile {
  return {path, mimeType, rank, source, staged: 'unchanged'}
}

/** Media types of the documents that apps of subscribers ask for again and again. */
const feedTypes: ReadonlySet<string> = new Set(feedKinds.map(({mimeType}) => mimeType))

type FileOfKind = Pick<OutputFile, 'path' | 'rank' | 'mimeType' | 'isPrivate'>

/** Whether a file is a feed that somebody subscribes to; archives are read from there. Its compressed copies are none. */
export function isFeedFile({path, rank, mimeType, isPrivate}: FileOfKind): boolean {
  const isFeed = (rank === 'feed' || rank === 'moved') && feedTypes.has(mimeType)
  return isFeed && isPrivate !== true && !/\.(?:gz|br)$/.test(path)
}

/**
 * Sorts files as they are to be moved into the output. Among the feeds RSS comes last, since it names the same feed in the other formats.
 */
export function inOrderOfRank<T extends Pick<OutputFile, 'rank' | 'mimeType'>>(files: readonly T[]): readonly T[] {
  const position = ({rank, mimeType}: T) => ranks.indexOf(rank) * 2 + (mimeType === 'application/rss+xml' ? 1 : 0)
  return files.toSorted((one, other) => position(one) - position(other))
}

/** The same as what is published, or made by this maker in its own part of the stage. Several threads make files. */
export type StagedContent =
  | 'unchanged'
  | {
      readonly maker: string
      /** Of the bytes, in Base64, where the output hashes its texts. */
      readonly sha1?: string
    }

/** Where a build makes its files, for workers that write them there themselves: both are absolute paths. */
export type BuildFolders = {
  readonly output: string
  readonly stage: string
  /** There was no output folder: nothing can be published in it already. */
  readonly isNew?: boolean
  /** Whether it is noted of each text that is made what its hash is. */
  readonly hashesTexts?: boolean
}

/** What a build did to the output folder. Paths are below it, sorted. */
export type WriteReport = {
  readonly written: readonly string[]
  readonly unchanged: readonly string[]
  readonly deleted: readonly string[]
}
