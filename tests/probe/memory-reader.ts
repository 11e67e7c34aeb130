import type {RandomAccessReader} from '../../src/probe/random-access-file.ts'

/** Bytes as a file. */
export function memory(bytes: Uint8Array): RandomAccessReader {
  return {
    sizeInBytes: bytes.length,
    read: async (offset, length) =>
      offset >= 0 && length > 0 ? bytes.subarray(offset, offset + length) : new Uint8Array(0),
  }
}
