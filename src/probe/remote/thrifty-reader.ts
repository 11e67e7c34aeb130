import type {RandomAccessReader} from '../random-access-file.ts'

/**
 * `reader` as long as what is asked of it is little: behind that it has no more bytes. For what is worth a request or two and
 * not a download, such as the chapters in a file.
 */
export function thriftyReader(reader: RandomAccessReader, mostBytes: number): RandomAccessReader {
  let askedInBytes = 0
  return {
    ...reader,
    read: async (offset, length) => {
      askedInBytes += Math.min(length, Math.max(0, reader.sizeInBytes - offset))
      // From a server without ranges, the bytes before these are part of the price.
      const isDear = askedInBytes > mostBytes || (reader.seeking === 'all-between' && offset + length > mostBytes)
      return isDear ? new Uint8Array(0) : reader.read(offset, length)
    },
  }
}
