import {formatDuration} from '../../../text/time/durations.ts'
import {type ContainerFacts, type MediaFault, truncated} from '../../container-facts.ts'
import type {RandomAccessReader} from '../../random-access-file.ts'
import {latin1, uint} from '../big-endian.ts'
import {constantSecondsPerByte, countFrames, type FirstFrame, type FrameCount, firstFrame} from './audio-frames.ts'
import {type Mp3FrameHeader, mp3FrameHeader} from './mp3-frame-header.ts'
import {mp3AudioRange} from './mp3-tags.ts'

type StreamHeader = {readonly durationInSeconds: number; readonly sizeInBytes: number}

/** With a smaller difference the header and the bytes agree: encoders count differently, and many files end with unknown tags. */
const toleranceInSeconds = 1
/** On a disk the frames are cheap to count, so a smaller difference makes us count them. */
const toleranceOnDiskInSeconds = 0.05

/**
 * Duration of an MP3 file. We believe a Xing, Info or VBRI header if it counts as many bytes as the file has. Otherwise we
 * count the frames: editors that cut and join files keep the old header, and apps that believe it show a wrong
 * length and seek to wrong times. `undefined` if the file holds no MPEG audio.
 */
export async function readMp3(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const range = await mp3AudioRange(reader)
  const first = await firstFrame(reader, range, mp3FrameHeader)
  if (first === undefined) return undefined
  const header = await streamHeader(reader, first)
  const tolerated = reader.seeking === undefined ? toleranceOnDiskInSeconds : toleranceInSeconds
  if (header !== undefined && agrees(header, range.end - first.offset, tolerated)) {
    return {kind: 'audio', durationInSeconds: header.durationInSeconds}
  }
  // The header frame is silent; players do not count it.
  const start = first.offset + (header === undefined ? 0 : first.header.lengthInBytes)
  const count = await countMp3(reader, start, range.end)
  const fault = header === undefined ? undefined : disagreement(header, count)
  return {kind: 'audio', durationInSeconds: count.durationInSeconds, ...(fault === undefined ? {} : {fault})}
}

/** For a file on a server, one bitrate in a dozen samples is enough. This spares the count of all frames, and the download. */
async function countMp3(reader: RandomAccessReader, start: number, end: number): Promise<FrameCount> {
  const secondsPerByte =
    reader.seeking === 'request' ? await constantSecondsPerByte(reader, start, end, mp3FrameHeader) : undefined
  if (secondsPerByte === undefined) return countFrames(reader, start, end, mp3FrameHeader)
  return {durationInSeconds: (end - start) * secondsPerByte, endsInsideFrame: false}
}

/** Xing and Info: http://gabriel.mp3-tech.org/mp3infotag.html; VBRI always lies 32 bytes after the frame header. */
async function streamHeader(
  reader: RandomAccessReader,
  first: FirstFrame<Mp3FrameHeader>,
): Promise<StreamHeader | undefined> {
  const {samples, sampleRateInHertz, xingOffsetInBytes} = first.header
  const bytes = await reader.read(first.offset, 64)
  const durationOf = (frames: number) => (frames * samples) / sampleRateInHertz
  if (latin1(bytes, 36, 4) === 'VBRI') {
    return {durationInSeconds: durationOf(uint(bytes, 50, 4)), sizeInBytes: uint(bytes, 46, 4)}
  }
  const name = latin1(bytes, xingOffsetInBytes, 4)
  if (name !== 'Xing' && name !== 'Info') return undefined
  const flags = uint(bytes, xingOffsetInBytes + 7, 1)
  if ((flags & 1) === 0) return {durationInSeconds: 0, sizeInBytes: 0}
  return {
    durationInSeconds: durationOf(uint(bytes, xingOffsetInBytes + 8, 4)),
    // A header without the number of bytes is compared with the frames of the file.
    sizeInBytes: (flags & 2) === 0 ? 0 : uint(bytes, xingOffsetInBytes + 12, 4),
  }
}

function agrees(header: StreamHeader, sizeInBytes: number, toleratedInSeconds: number): boolean {
  if (header.sizeInBytes === 0 || header.durationInSeconds === 0) return false
  const apartInBytes = Math.abs(header.sizeInBytes - sizeInBytes)
  return (apartInBytes / header.sizeInBytes) * header.durationInSeconds <= toleratedInSeconds
}

function disagreement(header: StreamHeader, count: FrameCount): MediaFault | undefined {
  // A header with no duration promises nothing. A stream that was saved while it ran has such a header.
  if (header.durationInSeconds === 0) return undefined
  const missing = header.durationInSeconds - count.durationInSeconds
  if (Math.abs(missing) <= toleranceInSeconds) return undefined
  const promised = formatDuration(header.durationInSeconds)
  const held = formatDuration(count.durationInSeconds)
  if (missing > 0 && count.endsInsideFrame) {
    return truncated(`ends in the middle of a frame after ${held}; its header promises ${promised}`)
  }
  return {code: 'media-header-disagrees', what: `holds ${held} of audio, but its Xing or VBRI header says ${promised}`}
}
