import {buffered, type RandomAccessReader} from '../../random-access-file.ts'
import {latin1, syncsafe, uint} from '../big-endian.ts'

/** Covers and chapter pictures are in the tag. Bytes after this limit are not worth the memory. */
const largestTagInBytes = 32 * 1024 * 1024
const mostFrames = 20_000

/** Frames that hold pictures and files. They may have megabytes, and nothing here needs them. */
const attachments = new Set(['APIC', 'GEOB', 'PRIV'])

/**
 * The bytes of the ID3v2 tag of `lengthInBytes` at `offset`. For a file on a server the pictures are left out: a cover has
 * hundreds of kilobytes, and the chapters after it have one.
 */
export async function id3Tag(file: RandomAccessReader, offset: number, lengthInBytes: number): Promise<Uint8Array> {
  const length = Math.min(lengthInBytes, largestTagInBytes)
  const head = await file.read(offset, 10)
  const [version, flags] = [uint(head, 3, 1), uint(head, 5, 1)]
  // In a tag that is unsynchronised as a whole (2.3), the sizes of frames differ from the bytes in the file. An extended header
  // is rare. Both kinds of tag are read whole.
  const isPlain = version === 4 ? (flags & 0x40) === 0 : version === 3 && (flags & 0xc0) === 0
  if (file.seeking === undefined || !isPlain) return file.read(offset, length)
  const reader = buffered(file, 1 << 12)
  const pieces: Uint8Array[] = [head]
  let position = offset + 10
  for (let count = 0; count < mostFrames && position + 10 < offset + length; count += 1) {
    const frameHead = await reader.read(position, 10)
    const id = latin1(frameHead, 0, 4)
    if (!/^[A-Z0-9]{4}$/.test(id)) break
    const size = 10 + (version === 4 ? syncsafe(frameHead, 4) : uint(frameHead, 4, 4))
    if (!attachments.has(id)) pieces.push(await reader.read(position, Math.min(size, offset + length - position)))
    position += size
  }
  return Buffer.concat(pieces)
}
