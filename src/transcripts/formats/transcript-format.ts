import type {FileKind} from '../../file-kinds/file-kind.ts'
import type {Problem} from '../../model/problem.ts'
import type {Transcript} from '../../model/transcript.ts'

export type TranscriptReadOptions = {
  /** The file that problems name as their place; relative to the show folder. */
  readonly file?: string
}

/** Reading never fails as a whole. The result is what could be read, and what was wrong with the rest. */
export type ReadTranscript = {readonly transcript: Transcript; readonly problems: readonly Problem[]}

/** A transcript format. Each file of this folder is one format, with reading and writing side by side. */
export type TranscriptFormat = {
  /** The name in configuration and commands. */
  readonly name: string
  /** The name that people use. */
  readonly title: string
  /** How files of the format are called. The type is the one in `podcast:transcript`; apps compare it letter by letter. */
  readonly file: FileKind
  /** Whether a file of this format carries times when it is written. If so, its link may have `rel="captions"`. */
  readonly captions: boolean
  /** Whether `text` is clearly of this format, whatever the name of its file is. It is `false` where only the name can tell. */
  readonly sniff: (text: string) => boolean
  readonly read?: (text: string, options?: TranscriptReadOptions) => ReadTranscript
  readonly write?: (transcript: Transcript) => string
}

/** A format that is published as well as read. */
export type WrittenFormat = TranscriptFormat & {readonly write: (transcript: Transcript) => string}
