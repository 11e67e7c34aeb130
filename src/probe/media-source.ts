import type {RandomAccessReader} from './random-access-file.ts'

/** A media file, wherever it is: its bytes, its name, and the way to the files that it refers to. */
export type MediaSource = {
  readonly reader: RandomAccessReader
  /** A path or URL. Only its ending matters. */
  readonly name: string
  /** The result of `use` for the file at `uri`, which is relative to this file; `undefined` if that file is out of reach. */
  readonly sibling?: <T>(uri: string, use: (reader: RandomAccessReader) => Promise<T>) => Promise<T | undefined>
}
