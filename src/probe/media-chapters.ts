import {withoutImpliedEnds} from '../chapters/chapter-ends.ts'
import {cleanTitle} from '../chapters/chapter-title.ts'
import type {Chapter} from '../model/chapter.ts'
import {latin1} from './big-endian.ts'
import {readFlacChapters} from './media-chapters-flac.ts'
import {readId3Chapters} from './media-chapters-id3.ts'
import {readMatroskaChapters} from './media-chapters-matroska.ts'
import {readMp4Chapters} from './media-chapters-mp4.ts'
import {readOggChapters} from './media-chapters-ogg.ts'
import type {RandomAccessReader} from './random-access-file.ts'

type ChapterContainer = {
  /** Whether a file that begins with these bytes is one. */
  readonly begins: (head: Uint8Array) => boolean
  readonly read: (reader: RandomAccessReader) => Promise<readonly Chapter[]>
}

/** The first box of MP4 and QuickTime files; old ones have no `ftyp`. */
const mp4Boxes = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot'])

const containers: readonly ChapterContainer[] = [
  {begins: (head) => latin1(head, 0, 3) === 'ID3', read: readTagged},
  {begins: (head) => mp4Boxes.has(latin1(head, 4, 4)), read: readMp4Chapters},
  {begins: (head) => latin1(head, 0, 4) === 'OggS', read: readOggChapters},
  {begins: (head) => latin1(head, 0, 4) === 'fLaC', read: readFlacChapters},
  {begins: (head) => latin1(head, 0, 4) === '\x1A\x45\xDF\xA3', read: readMatroskaChapters},
]

/** FLAC files may carry an ID3 tag in front. */
async function readTagged(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const chapters = await readId3Chapters(reader)
  return chapters.length > 0 ? chapters : readFlacChapters(reader)
}

/**
 * The chapters that a media file carries itself: ID3 CHAP frames, Nero's list or a chapter track in MP4, comments in Ogg and FLAC, Matroska's
 * editions. In the order of time, to the millisecond; none if there are none, or if the bytes are damaged where they
 * stand. Reads headers and indexes only, never the whole file.
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
