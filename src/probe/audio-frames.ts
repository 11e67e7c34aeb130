import {id3v2LengthInBytes, type Mp3AudioRange} from './mp3-tags.ts'
import type {RandomAccessReader} from './random-access-file.ts'

/** One frame of a stream that is nothing but frames (MP3, AAC in ADTS), as its header describes it. */
export type AudioFrame = {
  readonly lengthInBytes: number
  readonly samples: number
  readonly sampleRateInHertz: number
  /** Equal for all frames of a stream. */
  readonly stream: number
}

/** The frame whose header lies at `offset`; `undefined` if the bytes there are none. */
export type FrameHeaderReader<Frame extends AudioFrame = AudioFrame> = (
  bytes: Uint8Array,
  offset: number,
) => Frame | undefined

const windowInBytes = 1 << 20
/** No frame is longer (13 bits in ADTS; 2,881 bytes in MP3), and the header behind it must be in sight. */
const lookaheadInBytes = 1 << 14

export type FrameCount = {
  readonly durationInSeconds: number
  /** The last frame runs past the end of the audio: the file was cut, not edited. */
  readonly endsInsideFrame: boolean
}

export type FirstFrame<Frame extends AudioFrame = AudioFrame> = {readonly offset: number; readonly header: Frame}

/**
 * The first frame in `range` that is followed by another of the same stream: padding, junk and the tail of an old tag may
 * come before it. `undefined` if there is none within `limitInBytes`.
 */
export async function firstFrame<Frame extends AudioFrame>(
  reader: RandomAccessReader,
  range: Mp3AudioRange,
  headerAt: FrameHeaderReader<Frame>,
  limitInBytes = windowInBytes,
): Promise<FirstFrame<Frame> | undefined> {
  // Nearly always at once: a megabyte over a network for a header in its first bytes would be a waste.
  for (const length of [lookaheadInBytes, limitInBytes]) {
    const bytes = await reader.read(range.start, Math.min(length, range.end - range.start))
    const found = nextFrame(bytes, 0, headerAt)
    if (found !== undefined) return {offset: range.start + found.offset, header: found.header}
  }
  return undefined
}

/**
 * Counts the frames from `start` by their headers, the only duration of a file without an index that is right. Skips
 * what is no frame: a tag in the middle of joined files, a damaged stretch.
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
  while (position < end) {
    const length = Math.min(windowInBytes + lookaheadInBytes, end - position)
    const bytes = await reader.read(position, length)
    if (bytes.length === 0) break
    // Fewer than asked for: whatever sends them has no more.
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
 * Seconds a byte where all frames have one bitrate, by looking at a dozen places and not at every byte; `undefined` where
 * they differ, or where a place holds no frame. For files that are dear to read from end to end.
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
  for (let place = 0; place < samplesOfBitrate; place += 1) {
    const bytes = await reader.read(start + Math.floor(place * step), lookaheadInBytes)
    const found = nextFrame(bytes, 0, headerAt)
    const rate = found === undefined ? undefined : steadyBytesPerSecond(bytes, found.offset, headerAt)
    if (rate === undefined || (bytesPerSecond !== undefined && Math.abs(rate / bytesPerSecond - 1) > 0.01)) {
      return undefined
    }
    bytesPerSecond ??= rate
  }
  return bytesPerSecond === undefined ? undefined : 1 / bytesPerSecond
}

/** Frames of one bitrate differ by a byte or a slot of four, which fills up what does not divide. */
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

/** Sync bits occur by chance, so a frame counts once the next header fits to it. */
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
