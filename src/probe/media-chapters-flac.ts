import type {Chapter} from '../model/chapter.ts'
import {latin1, uint} from './big-endian.ts'
import {vorbisCommentChapters} from './media-chapters-vorbis.ts'
import {id3v2LengthInBytes} from './mp3-tags.ts'
import type {RandomAccessReader} from './random-access-file.ts'

const mostBlocks = 1000
const commentBlock = 4

/** Chapters in the comments of a FLAC file, by its metadata blocks. RFC 9639 section 8. */
export async function readFlacChapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  let offset = id3v2LengthInBytes(await reader.read(0, 10))
  if (latin1(await reader.read(offset, 4)) !== 'fLaC') return []
  offset += 4
  for (let count = 0; count < mostBlocks; count += 1) {
    const head = await reader.read(offset, 4)
    if (head.length < 4) return []
    const type = uint(head, 0, 1)
    const length = uint(head, 1, 3)
    if ((type & 0x7f) === commentBlock) return vorbisCommentChapters(await reader.read(offset + 4, length))
    // The high bit marks the last block before the audio.
    if (type >= 0x80) return []
    offset += 4 + length
  }
  return []
}
