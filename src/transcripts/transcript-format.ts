import type {Problem} from '../model/problem.ts'
import type {Transcript} from '../model/transcript.ts'

export type ReadOptions = {
  /** For the places of problems; relative to the show folder. */
  readonly file?: string
}

/** Reading never fails as a whole: what could be read, and what was wrong with the rest. */
export type ReadTranscript = {readonly transcript: Transcript; readonly problems: readonly Problem[]}

/** A transcript format: one file of this folder, reading and writing side by side. */
export type TranscriptFormat = {
  /** As configuration and commands name it. */
  readonly name: string
  /** As people call it. */
  readonly title: string
  /** The first is the one that is written. */
  readonly extensions: readonly `.${string}`[]
  /** The first is `podcast:transcript`'s `type`; apps compare it letter by letter. */
  readonly mimeTypes: readonly string[]
  /** Whether a file of this format carries times when it is written, so that `rel="captions"` may be said of it. */
  readonly captions: boolean
  /** Whether `text` is plainly of this format, whatever its file is called. `false` where only the name can tell. */
  readonly sniff: (text: string) => boolean
  readonly read?: (text: string, options?: ReadOptions) => ReadTranscript
  readonly write?: (transcript: Transcript) => string
}

/** A format that is published as well as read. */
export type PublishedFormat = TranscriptFormat & {readonly write: (transcript: Transcript) => string}
