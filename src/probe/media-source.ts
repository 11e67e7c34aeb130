import type {RandomAccessReader} from './random-access-file.ts'

/** A media file, wherever it is: its bytes, its name, and the way to the files that it refers to. */
export type MediaSource = {
  readonly reader: RandomAccessReader
  /** A path or URL; only its ending is looked at. */
  readonly name: string
  /** What `use` makes of the file at `uri`, as seen from this one; `undefined` where it is out of reach. */
  readonly sibling?: <T>(uri: string, use: (reader: RandomAccessReader) => Promise<T>) => Promise<T | undefined>
}
