import {open} from 'node:fs/promises'

/**
 * Bytes by offset. Container readers take this and not a path. So they can read the header and the tail of an hour of audio
 * and leave the rest on the disk, and a remote file can have the same members.
 */
export type RandomAccessReader = {
  readonly sizeInBytes: number
  /**
   * The cost of a read that does not begin where the last one ended. Absent: it costs nothing, as on a disk. `request`: it costs another
   * request to a server. `all-between`: it costs all bytes up to that offset, because the server does not send ranges.
   */
  readonly seeking?: 'request' | 'all-between'
  /**
   * Up to `length` bytes from `offset`; fewer, or none, if the file ends before that. They may be put into `into`, which has at least that
   * length: a walk through a whole recording needs no memory for each of its parts.
   */
  readonly read: (offset: number, length: number, into?: Uint8Array) => Promise<Uint8Array>
}

/** Keeps `path` open while `use` runs. The size is that of the open file, so it belongs to the bytes that `use` reads. */
export async function withRandomAccessFile<T>(
  path: string,
  use: (reader: RandomAccessReader) => Promise<T>,
): Promise<T> {
  const handle = await open(path, 'r')
  try {
    const {size} = await handle.stat()
    return await use({
      sizeInBytes: size,
      read: async (offset, length, into) => {
        const wanted = Math.min(length, size - offset)
        if (!(offset >= 0 && wanted > 0)) return new Uint8Array(0)
        const bytes = into ?? new Uint8Array(wanted)
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
