import type {RandomAccessReader} from '../random-access-file.ts'

/** A file on a server that counts the bytes that were fetched so far. */
export type CountedReader = RandomAccessReader & {readonly fetchedInBytes: () => number}

/**
 * `reader` with a limit on the bytes that it fetches. After the limit it gives no more bytes. It is for values that are worth
 * a request or two but not a download, such as the chapters in a file.
 */
export function thriftyReader(reader: CountedReader, mostBytes: number): RandomAccessReader {
  const {fetchedInBytes, seeking, sizeInBytes, read} = reader
  const before = fetchedInBytes()
  return {
    ...reader,
    read: async (offset, length) => {
      // A server without ranges also sends all bytes before these, so they are part of the price.
      const priceInBytes = seeking === 'all-between' ? offset + length - fetchedInBytes() : length
      const isDear = priceInBytes > mostBytes || fetchedInBytes() - before > mostBytes
      return isDear ? new Uint8Array(0) : read(offset, Math.min(length, sizeInBytes - offset))
    },
  }
}
