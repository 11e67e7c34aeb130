import type {FileKind} from '../file-kinds/file-kind.ts'
import type {Chapter} from '../model/chapter.ts'
import type {Problem} from '../model/problem.ts'

export type ChapterReadOptions = {
  /** The file for the places of problems, relative to the show folder. */
  readonly file?: string
}

export type WriteOptions = {
  /** The end of the last chapter, for formats that must name one. */
  readonly durationInSeconds?: number
}

/**
 * Reading never fails as a whole. It gives the chapters that could be read, as they stand (see `tidyChapters`), and what was wrong
 * with the rest. A file that cannot be read at all gives no chapters and an error.
 */
export type ReadChapters = {readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[]}

/** A chapter format. Each has one file in this folder, which has reading and writing side by side. */
export type ChapterFormat = {
  /** The name that configuration and commands have for it. */
  readonly name: string
  /** The name that people have for it. */
  readonly title: string
  /** The kind of a file beside an episode that holds chapters and nothing else. It says how such a file is called. */
  readonly file: FileKind
  /** Whether `text` is plainly of this format, whatever its file is called. */
  readonly sniff: (text: string) => boolean
  readonly read?: (text: string, options?: ChapterReadOptions) => ReadChapters
  /** Expects tidy chapters. Silent markers are left out if the format has no way to say that they are silent. */
  readonly write?: (chapters: readonly Chapter[], options?: WriteOptions) => string
}
