import type {Chapter} from '../../../model/chapter.ts'
import {buffered, type RandomAccessReader} from '../../random-access-file.ts'
import {latin1, uint} from '../big-endian.ts'
import {boxAtPath, childBoxes} from './mp4-boxes.ts'

type Sample = {readonly offset: number; readonly sizeInBytes: number; readonly startInTicks: number}

const mostChapters = 10_000
const longestTitleInBytes = 4096

/**
 * Chapters of a QuickTime chapter track: a text track that another track names in `tref`/`chap`. Its samples are the titles.
 * https://developer.apple.com/documentation/quicktime-file-format/chapter_lists
 */
export async function readChapterTrack(reader: RandomAccessReader, moov: Uint8Array): Promise<readonly Chapter[]> {
  const tracks = childBoxes(moov).flatMap((box) => (box.type === 'trak' ? [box.bytes] : []))
  const named = new Set(tracks.flatMap(chapterReferences))
  // A second chapter track may hold pictures. Only a text track has titles.
  const track = tracks.find((each) => named.has(trackId(each)) && isText(each))
  const timescale = track === undefined ? 0 : timescaleOf(boxAtPath(track, 'mdia', 'mdhd'))
  if (track === undefined || timescale === 0) return []
  const delayInSeconds = delayOf(track, timescale, timescaleOf(boxAtPath(moov, 'mvhd')))
  const source = buffered(reader, longestTitleInBytes * 4)
  const chapters: Chapter[] = []
  for (const sample of samplesOf(track)) {
    const title = sampleTitle(await source.read(sample.offset, Math.min(sample.sizeInBytes, longestTitleInBytes)))
    // An empty sample fills the time before the first chapter.
    if (title === '') continue
    chapters.push({startInSeconds: Math.max(0, sample.startInTicks / timescale + delayInSeconds), title})
  }
  return chapters
}

function chapterReferences(track: Uint8Array): readonly number[] {
  const list = boxAtPath(track, 'tref', 'chap') ?? new Uint8Array(0)
  return numbers(list, 0, 4, Math.min(Math.floor(list.length / 4), 64))
}

function trackId(track: Uint8Array): number {
  const header = boxAtPath(track, 'tkhd') ?? new Uint8Array(0)
  return uint(header, header[0] === 1 ? 20 : 12, 4)
}

function isText(track: Uint8Array): boolean {
  const handler = latin1(boxAtPath(track, 'mdia', 'hdlr') ?? new Uint8Array(0), 8, 4)
  return handler === 'text' || handler === 'sbtl'
}

/** The timescale in an `mdhd` or `mvhd` box. It has the same offset in both. */
function timescaleOf(header: Uint8Array | undefined): number {
  return header === undefined ? 0 : uint(header, header[0] === 1 ? 20 : 12, 4)
}

/** An edit list moves a track in time: empty edits at its start delay it, and a later start in the media makes it earlier. */
function delayOf(track: Uint8Array, timescale: number, movieTimescale: number): number {
  const list = boxAtPath(track, 'edts', 'elst')
  if (list === undefined || movieTimescale === 0) return 0
  const width = list[0] === 1 ? 8 : 4
  let delayInSeconds = 0
  for (let entry = 8; entry + width * 2 <= list.length; entry += width * 2 + 4) {
    const isEmpty = uint(list, entry + width, 4) === 0xffff_ffff
    if (!isEmpty) return delayInSeconds - uint(list, entry + width, width) / timescale
    delayInSeconds += uint(list, entry, width) / movieTimescale
  }
  return delayInSeconds
}

/** The samples that all sample tables together describe. ISO/IEC 14496-12 sections 8.6.1.2 and 8.7. */
function samplesOf(track: Uint8Array): readonly Sample[] {
  const table = boxAtPath(track, 'mdia', 'minf', 'stbl') ?? new Uint8Array(0)
  const sizes = sampleSizes(boxAtPath(table, 'stsz'))
  const starts = sampleStarts(boxAtPath(table, 'stts'), sizes.length)
  const offsets = sampleOffsets(table, sizes)
  return sizes.flatMap((sizeInBytes, index) => {
    const [offset, startInTicks] = [offsets[index], starts[index]]
    return offset === undefined || startInTicks === undefined ? [] : [{offset, sizeInBytes, startInTicks}]
  })
}

function sampleSizes(box: Uint8Array | undefined): readonly number[] {
  if (box === undefined) return []
  const [common, count] = [uint(box, 4, 4), Math.min(uint(box, 8, 4), mostChapters)]
  if (common !== 0) return Array.from({length: count}, () => common)
  return numbers(box, 12, 4, Math.min(count, Math.floor((box.length - 12) / 4)))
}

function sampleStarts(box: Uint8Array | undefined, count: number): readonly number[] {
  const starts: number[] = []
  let clock = 0
  for (let entry = 8; box !== undefined && entry + 8 <= box.length && starts.length < count; entry += 8) {
    const [run, duration] = [uint(box, entry, 4), uint(box, entry + 4, 4)]
    for (let index = 0; index < run && starts.length < count; index += 1) {
      starts.push(clock)
      clock += duration
    }
  }
  return starts
}

/** Samples lie in chunks. Each entry of `stsc` says how many samples a chunk has, and from which chunk on. */
function sampleOffsets(table: Uint8Array, sizes: readonly number[]): readonly number[] {
  const [short, long] = [boxAtPath(table, 'stco'), boxAtPath(table, 'co64')]
  const chunks = short ?? long ?? new Uint8Array(0)
  const width = short === undefined ? 8 : 4
  const runs = boxAtPath(table, 'stsc') ?? new Uint8Array(0)
  const offsets: number[] = []
  let run = 8
  for (
    let chunk = 0;
    chunk < (chunks.length - 8) / width && offsets.length < sizes.length && chunk < mostChapters;
    chunk += 1
  ) {
    while (run + 12 < runs.length && uint(runs, run + 12, 4) <= chunk + 1) run += 12
    let offset = uint(chunks, 8 + chunk * width, width)
    const inChunk = uint(runs, run + 4, 4)
    for (let index = 0; index < inChunk && offsets.length < sizes.length; index += 1) {
      const size = sizes[offsets.length] ?? 0
      offsets.push(offset)
      offset += size
    }
  }
  return offsets
}

/** A sample is two bytes of length and a title, in UTF-8 or in UTF-16 with its mark. Boxes with styles and links may follow. */
function sampleTitle(sample: Uint8Array): string {
  const text = sample.subarray(2, 2 + uint(sample, 0, 2))
  const mark = uint(text, 0, 2)
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(text).replace(/\0+$/, '').trim()
}

function numbers(bytes: Uint8Array, offset: number, width: number, count: number): readonly number[] {
  return Array.from({length: Math.max(0, count)}, (_, index) => uint(bytes, offset + index * width, width))
}
