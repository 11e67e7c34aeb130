import type {Chapter} from '../../../model/chapter.ts'
import type {RandomAccessReader} from '../../random-access-file.ts'
import {latin1, uint} from '../big-endian.ts'
import {id3Frames, id3Text, id3Url} from './id3-frames.ts'
import {id3Tag} from './id3-tag.ts'
import {id3v2LengthInBytes} from './mp3-tags.ts'

const mostTags = 4

/**
 * Chapters of the ID3v2 tags at the start of a file. They come from the first tag that has chapters.
 * https://id3.org/id3v2-chapters-1.0
 */
export async function readId3Chapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  let offset = 0
  for (let count = 0; count < mostTags; count += 1) {
    const length = id3v2LengthInBytes(await reader.read(offset, 10))
    if (length === 0) break
    const chapters = chaptersOfTag(await id3Tag(reader, offset, length))
    if (chapters.length > 0) return chapters
    offset += length
  }
  return []
}

function chaptersOfTag(tag: Uint8Array): readonly Chapter[] {
  const frames = id3Frames(tag)
  const listed = new Set(frames.flatMap((frame) => (frame.id === 'CTOC' ? entriesOfContents(frame.bytes) : [])))
  const found = frames.flatMap((frame) => (frame.id === 'CHAP' ? chapterFrame(frame.bytes, tag[3] ?? 0) : []))
  const hasContents = found.some(({element}) => listed.has(element))
  // Editors make a silent marker by leaving the chapter out of the table of contents.
  return found.map(({element, chapter}) => (hasContents && !listed.has(element) ? {...chapter, hidden: true} : chapter))
}

/** The identifiers that a CTOC frame lists. Its sub-tables have their own frames, which list their identifiers. */
function entriesOfContents(bytes: Uint8Array): readonly string[] {
  let offset = nulAt(bytes, 0) + 1
  const count = bytes[offset + 1] ?? 0
  offset += 2
  const entries: string[] = []
  for (let index = 0; index < count && offset < bytes.length; index += 1) {
    const end = nulAt(bytes, offset)
    entries.push(latin1(bytes, offset, end - offset))
    offset = end + 1
  }
  return entries
}

function chapterFrame(
  bytes: Uint8Array,
  version: number,
): readonly {readonly element: string; readonly chapter: Chapter}[] {
  const nul = nulAt(bytes, 0)
  const times = nul + 1
  if (times + 16 > bytes.length) return []
  const start = uint(bytes, times, 4)
  // All ones mean that the frame gives the start as an offset in bytes. No known program writes this.
  if (start === 0xffff_ffff) return []
  const end = uint(bytes, times + 4, 4)
  const inner = id3Frames(bytes.subarray(times + 16), version)
  const title = inner.find((frame) => frame.id === 'TIT2')
  const link = inner.find((frame) => frame.id === 'WXXX')
  const url = link === undefined ? undefined : id3Url(link.bytes)
  return [
    {
      element: latin1(bytes, 0, nul),
      chapter: {
        startInSeconds: start / 1000,
        ...(end > start && end !== 0xffff_ffff ? {endInSeconds: end / 1000} : {}),
        title: title === undefined ? '' : id3Text(title.bytes),
        ...(url === undefined ? {} : {url}),
      },
    },
  ]
}

function nulAt(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0, from)
  return at === -1 ? bytes.length : at
}
