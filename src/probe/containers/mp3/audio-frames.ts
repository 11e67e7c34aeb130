import type {RandomAccessReader} from '../../random-access-file.ts'
import {id3v2LengthInBytes, type Mp3AudioRange} from './mp3-tags.ts'

/** One frame of a stream that consists only of frames (MP3, AAC in ADTS), as its header describes it. */
export type AudioFrame = {
  readonly lengthInBytes: number
  readonly samples: number
  readonly sampleRateInHertz: number
  /** A number that is equal for all frames of a stream. */
  readonly stream: number
}

/** The frame whose header lies at `offset`; `undefined` if the bytes there are no frame header. */
export type FrameHeaderReader<Frame extends AudioFrame = AudioFrame> = (
  bytes: Uint8Array,
  offset: number,
) => Frame | undefined

const windowInBytes = 1 << 20
/** Room for the longest frame (13 bits of length in ADTS; 2,881 bytes in MP3) and for the header after it. */
const lookaheadInBytes = 1 << 14

export type FrameCount = {
  readonly durationInSeconds: number
  /** Whether the last frame goes on after the end of the audio. Then the file was cut, not edited. */
  readonly endsInsideFrame: boolean
}

export type FirstFrame<Frame extends AudioFrame = AudioFrame> = {readonly offset: number; readonly header: Frame}

/**
 * The first frame in `range` that another frame of the same stream follows. Padding, junk and the tail of an old tag may
 * come before it. `undefined` if there is no such frame within `limitInBytes`.
 */
export async function firstFrame<Frame extends AudioFrame>(
  reader: RandomAccessReader,
  range: Mp3AudioRange,
  headerAt: FrameHeaderReader<Frame>,
  limitInBytes = windowInBytes,
): Promise<FirstFrame<Frame> | undefined> {
  // The first, short read nearly always finds it. A megabyte over a network for a header in its first bytes would be a waste.
  for (const length of [lookaheadInBytes, limitInBytes]) {
    const bytes = await reader.read(range.start, Math.min(length, range.end - range.start))
    const found = nextFrame(bytes, 0, headerAt)
    if (found !== undefined) return {offset: range.start + found.offset, header: found.header}
  }
  return undefined
}

/**
 * Counts the frames from `start` by their headers. In a file without an index, only this count gives the right duration. It
 * skips bytes that are no frame: a tag in the middle of joined files, a damaged part.
 */
export async function countFrames(
  reader: RandomAccessReader,
  start: number,
  end: number,
  headerAt: FrameHeaderReader,
): Promise<FrameCount> {
  let durationInSeconds = 0
  let endsInsideFrame = false
  let position = start
  const window = Buffer.allocUnsafeSlow(Math.max(0, Math.min(windowInBytes + lookaheadInBytes, end - start)))
  while (position < end) {
    const length = Math.min(windowInBytes + lookaheadInBytes, end - position)
    const bytes = await reader.read(position, length, window)
    if (bytes.length === 0) break
    // A read that gives fewer bytes than it was asked for has reached the end of what there is.
    const isLast = position + length >= end || bytes.length < length
    const stop = isLast ? bytes.length : windowInBytes
    let offset = 0
    while (offset < stop) {
      const header = headerAt(bytes, offset)
      if (header === undefined) {
        offset = skipNonFrame(bytes, offset, headerAt)
        continue
      }
      durationInSeconds += header.samples / header.sampleRateInHertz
      offset += header.lengthInBytes
      endsInsideFrame = offset > bytes.length && isLast
    }
    if (isLast) break
    position += offset
  }
  return {durationInSeconds, endsInsideFrame}
}

const samplesOfBitrate = 12

/**
 * Seconds a byte, if all frames have one bitrate. It looks at a dozen samples and not at every byte, for files that are
 * expensive to read from end to end. `undefined` if the bitrates differ, or if a sample holds no frame.
 */
export async function constantSecondsPerByte(
  reader: RandomAccessReader,
  start: number,
  end: number,
  headerAt: FrameHeaderReader,
): Promise<number | undefined> {
  let bytesPerSecond: number | undefined
  const step = (end - start - lookaheadInBytes) / (samplesOfBitrate - 1)
  if (step <= lookaheadInBytes) return undefined
  for (let sample = 0; sample < samplesOfBitrate; sample += 1) {
    const bytes = await reader.read(start + Math.floor(sample * step), lookaheadInBytes)
    const found = nextFrame(bytes, 0, headerAt)
    const rate = found === undefined ? undefined : steadyBytesPerSecond(bytes, found.offset, headerAt)
    if (rate === undefined || (bytesPerSecond !== undefined && Math.abs(rate / bytesPerSecond - 1) > 0.01)) {
      return undefined
    }
    bytesPerSecond ??= rate
  }
  return bytesPerSecond === undefined ? undefined : 1 / bytesPerSecond
}

/** Frames of one bitrate differ in length by one byte or one slot of four bytes: the padding for a length that is no whole number. */
function steadyBytesPerSecond(bytes: Uint8Array, from: number, headerAt: FrameHeaderReader): number | undefined {
  const frames: AudioFrame[] = []
  let offset = from
  for (let frame = headerAt(bytes, offset); frame !== undefined; frame = headerAt(bytes, offset)) {
    frames.push(frame)
    offset += frame.lengthInBytes
  }
  const lengths = frames.map((frame) => frame.lengthInBytes)
  if (frames.length < 4 || Math.max(...lengths) - Math.min(...lengths) > 4) return undefined
  const seconds = frames.reduce((sum, {samples, sampleRateInHertz}) => sum + samples / sampleRateInHertz, 0)
  return (offset - from) / seconds
}

function skipNonFrame(bytes: Uint8Array, offset: number, headerAt: FrameHeaderReader): number {
  const tagLength = id3v2LengthInBytes(bytes.subarray(offset, offset + 10))
  if (tagLength > 0) return offset + tagLength
  return nextFrame(bytes, offset + 1, headerAt)?.offset ?? bytes.length
}

/** Sync bits may occur by chance, so a frame counts only if the next header fits to it. */
function nextFrame<Frame extends AudioFrame>(
  bytes: Uint8Array,
  from: number,
  headerAt: FrameHeaderReader<Frame>,
): FirstFrame<Frame> | undefined {
  for (let offset = bytes.indexOf(0xff, from); offset !== -1; offset = bytes.indexOf(0xff, offset + 1)) {
    const header = headerAt(bytes, offset)
    if (header === undefined) continue
    const next = headerAt(bytes, offset + header.lengthInBytes)
    if (next?.stream === header.stream) return {offset, header}
  }
  return undefined
}
