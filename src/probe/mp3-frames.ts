import {type Mp3FrameHeader, mp3FrameHeader} from './mp3-frame-header.ts'
import {id3v2LengthInBytes, type Mp3AudioRange} from './mp3-tags.ts'
import type {RandomAccessReader} from './random-access-file.ts'

const windowInBytes = 1 << 20
/** No frame is longer than 2,881 bytes (layer III, 160 kbit/s at 8 kHz), and the header behind it must be in sight. */
const lookaheadInBytes = 8192

export type FrameCount = {
  readonly durationInSeconds: number
  /** The last frame runs past the end of the audio: the file was cut, not edited. */
  readonly endsInsideFrame: boolean
}

export type FirstFrame = {readonly offset: number; readonly header: Mp3FrameHeader}

/**
 * The first frame in `range` that is followed by another of the same stream: padding, junk and the tail of an old tag may
 * come before it. `undefined` if there is none within `limitInBytes`.
 */
export async function firstMp3Frame(
  reader: RandomAccessReader,
  range: Mp3AudioRange,
  limitInBytes = windowInBytes,
): Promise<FirstFrame | undefined> {
  const bytes = await reader.read(range.start, Math.min(limitInBytes, range.end - range.start))
  const found = nextFrame(bytes, 0)
  return found === undefined ? undefined : {offset: range.start + found.offset, header: found.header}
}

/**
 * Counts the frames from `start` by their headers, the only duration of a VBR file without a Xing header that is right.
 * Skips what is no frame: a tag in the middle of joined files, a damaged stretch.
 */
export async function countMp3Frames(reader: RandomAccessReader, start: number, end: number): Promise<FrameCount> {
  let durationInSeconds = 0
  let endsInsideFrame = false
  let position = start
  while (position < end) {
    const bytes = await reader.read(position, Math.min(windowInBytes + lookaheadInBytes, end - position))
    if (bytes.length === 0) break
    const isLast = position + bytes.length >= end
    const stop = isLast ? bytes.length : windowInBytes
    let offset = 0
    while (offset < stop) {
      const header = mp3FrameHeader(bytes, offset)
      if (header === undefined) {
        offset = skipNonFrame(bytes, offset)
        continue
      }
      durationInSeconds += header.samples / header.sampleRateInHertz
      offset += header.lengthInBytes
      endsInsideFrame = offset > bytes.length && isLast
    }
    position += offset
  }
  return {durationInSeconds, endsInsideFrame}
}

function skipNonFrame(bytes: Uint8Array, offset: number): number {
  const tagLength = id3v2LengthInBytes(bytes.subarray(offset, offset + 10))
  if (tagLength > 0) return offset + tagLength
  return nextFrame(bytes, offset + 1)?.offset ?? bytes.length
}

/** Sync bits are only eleven ones; they occur by chance, so a frame counts once the next header fits to it. */
function nextFrame(bytes: Uint8Array, from: number): FirstFrame | undefined {
  for (let offset = bytes.indexOf(0xff, from); offset !== -1; offset = bytes.indexOf(0xff, offset + 1)) {
    const header = mp3FrameHeader(bytes, offset)
    if (header === undefined) continue
    const next = mp3FrameHeader(bytes, offset + header.lengthInBytes)
    if (next?.stream === header.stream) return {offset, header}
  }
  return undefined
}
