import type {RandomAccessReader} from '../random-access-file.ts'

/** A file on a server, and what was fetched of it so far. */
export type CountedReader = RandomAccessReader & {readonly fetchedInBytes: () => number}

/**
 * `reader` as long as it fetches little: behind that it has no more bytes. For what is worth a request or two and not a
 * download, such as the chapters in a file.
 */
export function thriftyReader(reader: CountedReader, mostBytes: number): RandomAccessReader {
  const {fetchedInBytes, seeking, sizeInBytes, read} = reader
  const before = fetchedInBytes()
  return {
    ...reader,
    read: async (offset, length) => {
      // From a server without ranges, the bytes before these are part of the price.
      const priceInBytes = seeking === 'all-between' ? offset + length - fetchedInBytes() : length
      const isDear = priceInBytes > mostBytes || fetchedInBytes() - before > mostBytes
      return isDear ? new Uint8Array(0) : read(offset, Math.min(length, sizeInBytes - offset))
    },
  }
}
