import {trackTitle} from '../../chapters/cue-sheet.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'
import {vorbisCommentChapters} from './media-chapters-vorbis.ts'
import {id3v2LengthInBytes} from './mp3/mp3-tags.ts'

const mostBlocks = 1000
const streamInfoBlock = 0
const commentBlock = 4
const cueSheetBlock = 5

/**
 * Chapters in the comments of a FLAC file, else the tracks of its cue sheet. Both are metadata blocks before the audio. RFC 9639
 * section 8.
 */
export async function readFlacChapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const blocks = await readBlocks(reader, [streamInfoBlock, commentBlock, cueSheetBlock])
  const [info, comments, sheet] = [streamInfoBlock, commentBlock, cueSheetBlock].map((type) => blocks.get(type))
  const named = comments === undefined ? [] : vorbisCommentChapters(comments)
  if (named.length > 0 || info === undefined || sheet === undefined) return named
  const sampleRateInHertz = Math.floor(uint(info, 10, 3) / 16)
  return sampleRateInHertz === 0 ? [] : cueSheetTracks(sheet, sampleRateInHertz)
}

/** The first metadata block of each of these types. */
async function readBlocks(
  reader: RandomAccessReader,
  types: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const found = new Map<number, Uint8Array>()
  let offset = id3v2LengthInBytes(await reader.read(0, 10))
  if (latin1(await reader.read(offset, 4)) !== 'fLaC') return found
  offset += 4
  for (let count = 0; count < mostBlocks; count += 1) {
    const head = await reader.read(offset, 4)
    if (head.length < 4) return found
    const type = uint(head, 0, 1) & 0x7f
    const length = uint(head, 1, 3)
    if (types.includes(type) && !found.has(type)) found.set(type, await reader.read(offset + 4, length))
    // The high bit marks the last block before the audio.
    if (uint(head, 0, 1) >= 0x80) return found
    offset += 4 + length
  }
  return found
}

/** Section 8.7: what comes before the number of tracks, and the length of a track without its index points. */
const tracksAt = 395
const trackInBytes = 36
const indexInBytes = 12
/** The last "track" is the end of the file: 170 on a compact disc, else 255. */
const leadOuts: readonly number[] = [170, 255]

/** Such a sheet has no titles: `metaflac` writes only places into it. */
function cueSheetTracks(block: Uint8Array, sampleRateInHertz: number): readonly Chapter[] {
  const chapters: Chapter[] = []
  const count = uint(block, tracksAt, 1)
  let offset = tracksAt + 1
  for (let index = 0; index < count && offset + trackInBytes <= block.length; index += 1) {
    const number = uint(block, offset + 8, 1)
    const points = uint(block, offset + 35, 1)
    const samples = uint(block, offset, 4) * 2 ** 32 + uint(block, offset + 4, 4)
    const first = firstIndexInSamples(block.subarray(offset + trackInBytes), points)
    offset += trackInBytes + points * indexInBytes
    if (leadOuts.includes(number)) continue
    chapters.push({startInSeconds: (samples + first) / sampleRateInHertz, title: trackTitle(number)})
  }
  return chapters
}

/** Where index 01 is, from the beginning of its track. Index 00 is the pause before it. */
function firstIndexInSamples(points: Uint8Array, count: number): number {
  for (let index = 0; index < count && (index + 1) * indexInBytes <= points.length; index += 1) {
    const at = index * indexInBytes
    if (uint(points, at + 8, 1) === 1) return uint(points, at, 4) * 2 ** 32 + uint(points, at + 4, 4)
  }
  return 0
}
