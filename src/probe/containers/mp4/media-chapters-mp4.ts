import type {Chapter} from '../../../model/chapter.ts'
import {buffered, type RandomAccessReader} from '../../random-access-file.ts'
import {uint} from '../big-endian.ts'
import {readChapterTrack} from './media-chapters-mp4-track.ts'
import {boxAtPath, topLevelBoxes} from './mp4-boxes.ts'
import {mp4Index} from './mp4-index.ts'

/** The count of chapters in Nero's list is one byte. */
const mostNeroChapters = 255

/** Chapters of an MP4 or QuickTime file, from its chapter track and from Nero's list. */
export async function readMp4Chapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const source = buffered(reader, 4096)
  for await (const box of topLevelBoxes(source)) {
    if (box.type !== 'moov') continue
    const moov = await mp4Index(source, box)
    const nero = neroChapters(boxAtPath(moov, 'udta', 'chpl'))
    // The titles of a track lie all over the file. On a server each would take a request, and Nero's list has them already.
    if (reader.seeking !== undefined && nero.length > 0 && nero.length < mostNeroChapters) return nero
    return mergeLists(await readChapterTrack(reader, moov), nero)
  }
  return []
}

/**
 * Titles come from the track, since Nero's list is limited to 255 chapters with titles of 255 bytes. Starts come from the list
 * if both have the same number of chapters, since FFmpeg's track lets the first chapter begin at 0, even if its start is later.
 */
function mergeLists(track: readonly Chapter[], nero: readonly Chapter[]): readonly Chapter[] {
  if (track.length === 0) return nero
  if (track.length !== nero.length) return track
  return track.map((chapter, index) => ({
    ...chapter,
    startInSeconds: nero[index]?.startInSeconds ?? chapter.startInSeconds,
  }))
}

/**
 * Nero's list: each chapter has a start in units of 100 ns and a title with its length in a byte. No document describes it;
 * this is what FFmpeg and mp4v2 read and write.
 */
function neroChapters(list: Uint8Array | undefined): readonly Chapter[] {
  if (list === undefined) return []
  const chapters: Chapter[] = []
  let offset = list[0] === 0 ? 4 : 8
  const count = list[offset] ?? 0
  offset += 1
  for (let index = 0; index < count && offset + 9 <= list.length; index += 1) {
    const length = list[offset + 8] ?? 0
    const title = new TextDecoder().decode(list.subarray(offset + 9, offset + 9 + length))
    chapters.push({startInSeconds: uint(list, offset, 8) / 1e7, title})
    offset += 9 + length
  }
  return chapters
}
