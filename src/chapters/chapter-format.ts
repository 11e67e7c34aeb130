import type {Chapter} from '../model/chapter.ts'
import type {Problem} from '../model/problem.ts'

export type ReadOptions = {
  /** For the places of problems; relative to the show folder. */
  readonly file?: string
}

export type WriteOptions = {
  /** The end of the last chapter, for formats that must name one. */
  readonly durationInSeconds?: number
}

/**
 * Reading never fails as a whole: the chapters that could be read, as they stand (see `tidyChapters`), and what was wrong
 * with the rest. A file that cannot be read at all gives no chapters and an error.
 */
export type ReadChapters = {readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[]}

/** A chapter format: one file of this folder, reading and writing side by side. */
export type ChapterFormat = {
  /** As configuration and commands name it. */
  readonly name: string
  /** As people call it. */
  readonly title: string
  /** How a file beside an episode ends that holds chapters and nothing else. The first is the one that is written. */
  readonly extensions: readonly `.${string}`[]
  readonly mimeTypes: readonly string[]
  /** Whether `text` is plainly of this format, whatever its file is called. */
  readonly sniff: (text: string) => boolean
  readonly read?: (text: string, options?: ReadOptions) => ReadChapters
  /** Expects tidy chapters; silent markers are left out where the format has no way to say that they are silent. */
  readonly write?: (chapters: readonly Chapter[], options?: WriteOptions) => string
}
