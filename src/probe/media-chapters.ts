import {withoutImpliedEnds} from '../chapters/chapter-ends.ts'
import {cleanTitle} from '../chapters/chapter-title.ts'
import type {Chapter} from '../model/chapter.ts'
import {latin1} from './containers/big-endian.ts'
import {readFlacChapters} from './containers/media-chapters-flac.ts'
import {readMatroskaChapters} from './containers/media-chapters-matroska.ts'
import {readOggChapters} from './containers/media-chapters-ogg.ts'
import {readId3Chapters} from './containers/mp3/media-chapters-id3.ts'
import {readMp4Chapters} from './containers/mp4/media-chapters-mp4.ts'
import type {RandomAccessReader} from './random-access-file.ts'

type ChapterContainer = {
  /** Whether a file that begins with these bytes has this format. */
  readonly begins: (head: Uint8Array) => boolean
  readonly read: (reader: RandomAccessReader) => Promise<readonly Chapter[]>
}

/** The types that the first box of an MP4 or QuickTime file may have. Old files have no `ftyp`. */
const mp4Boxes = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot'])

const containers: readonly ChapterContainer[] = [
  {begins: (head) => latin1(head, 0, 3) === 'ID3', read: readTagged},
  {begins: (head) => mp4Boxes.has(latin1(head, 4, 4)), read: readMp4Chapters},
  {begins: (head) => latin1(head, 0, 4) === 'OggS', read: readOggChapters},
  {begins: (head) => latin1(head, 0, 4) === 'fLaC', read: readFlacChapters},
  {begins: (head) => latin1(head, 0, 4) === '\x1A\x45\xDF\xA3', read: readMatroskaChapters},
]

/** A file that begins with an ID3 tag. A FLAC file may have such a tag, too. */
async function readTagged(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const chapters = await readId3Chapters(reader)
  return chapters.length > 0 ? chapters : readFlacChapters(reader)
}

/**
 * The chapters inside a media file: ID3 CHAP frames, Nero's list or a chapter track in MP4, comments in Ogg and FLAC,
 * Matroska's editions. They are in the order of time, to the millisecond. The list is empty if the file has no chapters, or if
 * the bytes at their offset are damaged. It reads only headers and indexes, never the whole file.
 */
export async function readMediaChapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const head = await reader.read(0, 16)
  const container = containers.find((row) => row.begins(head))
  const chapters = container === undefined ? [] : await container.read(reader)
  const rounded = chapters.filter((chapter) => Number.isFinite(chapter.startInSeconds)).map(toMilliseconds)
  return withoutImpliedEnds(rounded.sort((one, other) => one.startInSeconds - other.startInSeconds))
}

function toMilliseconds(chapter: Chapter): Chapter {
  const {endInSeconds, ...rest} = chapter
  const startInSeconds = Math.round(chapter.startInSeconds * 1000) / 1000
  const end = endInSeconds === undefined ? Number.NaN : Math.round(endInSeconds * 1000) / 1000
  return {
    ...rest,
    startInSeconds,
    title: cleanTitle(chapter.title),
    ...(end > startInSeconds ? {endInSeconds: end} : {}),
  }
}
