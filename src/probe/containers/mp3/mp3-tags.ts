import type {RandomAccessReader} from '../../random-access-file.ts'
import {latin1, syncsafe, uint} from '../big-endian.ts'
import {littleEndianUint} from '../little-endian.ts'

/** Where the audio of an MP3 file may lie: after the tags at its start and before the tags at its end. */
export type Mp3AudioRange = {readonly start: number; readonly end: number}

/**
 * The bytes between the tags. Taggers that do not know each other leave several ID3v2 tags in a row, and an APEv2 tag between
 * the audio and the ID3v1 tag. If such a tag counted as audio, a large cover in it would add minutes.
 */
export async function mp3AudioRange(reader: RandomAccessReader): Promise<Mp3AudioRange> {
  let start = 0
  for (;;) {
    const length = id3v2LengthInBytes(await reader.read(start, 10))
    if (length === 0) break
    start += length
  }
  let end = reader.sizeInBytes
  // A server without ranges would have to send the whole file for its end. The tag there can stay in the range: it is no frame,
  // and it is smaller than the difference that a header may have.
  while (reader.seeking !== 'all-between') {
    const length = trailingTagInBytes(await reader.read(Math.max(start, end - 128), Math.min(128, end - start)))
    if (length === 0 || end - length < start) break
    end -= length
  }
  return {start: Math.min(start, end), end}
}

/** The whole length of the ID3v2 tag that begins with `head`; 0 if none does. https://id3.org/id3v2.4.0-structure section 3.1 */
export function id3v2LengthInBytes(head: Uint8Array): number {
  if (head.length < 10 || latin1(head, 0, 3) !== 'ID3') return 0
  const footer = (uint(head, 5, 1) & 0x10) === 0 ? 0 : 10
  return 10 + syncsafe(head, 6) + footer
}

function trailingTagInBytes(tail: Uint8Array): number {
  if (tail.length === 128 && latin1(tail, 0, 3) === 'TAG') return 128
  const footer = tail.subarray(-32)
  if (latin1(footer, 0, 8) === 'APETAGEX') {
    // The length does not include the optional header of 32 bytes.
    const items = littleEndianUint(footer, 12, 4)
    const hasHeader = (uint(footer, 23, 1) & 0x80) !== 0
    return items + (hasHeader ? 32 : 0)
  }
  const end = tail.subarray(-10)
  return latin1(end, 0, 3) === '3DI' ? 20 + syncsafe(end, 6) : 0
}
