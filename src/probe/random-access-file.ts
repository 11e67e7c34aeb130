import {open} from 'node:fs/promises'

/**
 * Bytes by offset. Container readers take this and not a path, so that they read a header and a tail of an hour of
 * audio and leave the rest on the disk, and so that a remote file can stand behind the same two members.
 */
export type RandomAccessReader = {
  readonly sizeInBytes: number
  /**
   * What a read away from the last one costs. Absent: nothing, as on a disk. `request`: another request to a server.
   * `all-between`: all bytes up to there, from a server that gives none by ranges.
   */
  readonly seeking?: 'request' | 'all-between'
  /** Up to `length` bytes from `offset`: fewer, or none, where the file ends first. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

/** Opens `path` for as long as `use` runs. The size is of the open file, so it belongs to the bytes that are read. */
export async function withRandomAccessFile<T>(
  path: string,
  use: (reader: RandomAccessReader) => Promise<T>,
): Promise<T> {
  const handle = await open(path, 'r')
  try {
    const {size} = await handle.stat()
    return await use({
      sizeInBytes: size,
      read: async (offset, length) => {
        const wanted = Math.min(length, size - offset)
        if (!(offset >= 0 && wanted > 0)) return new Uint8Array(0)
        const bytes = new Uint8Array(wanted)
        const {bytesRead} = await handle.read(bytes, 0, wanted, offset)
        return bytes.subarray(0, bytesRead)
      },
    })
  } finally {
    await handle.close()
  }
}

/**
 * The same bytes through one window of `windowInBytes`. A walk over elements of a few bytes each (EBML, Ogg) would
 * otherwise ask the operating system for each of them.
 */
export function buffered(reader: RandomAccessReader, windowInBytes: number): RandomAccessReader {
  let start = 0
  let window: Uint8Array = new Uint8Array(0)
  return {
    ...reader,
    read: async (offset, length) => {
      if (length > windowInBytes) return reader.read(offset, length)
      const inside = offset >= start && offset + length <= start + window.length
      if (!inside) {
        start = offset
        window = await reader.read(offset, windowInBytes)
      }
      return window.subarray(offset - start, offset - start + length)
    },
  }
}
