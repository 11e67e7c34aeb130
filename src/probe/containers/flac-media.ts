import {formatDuration} from '../../text/time/durations.ts'
import {type ContainerFacts, truncated} from '../container-facts.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'
import {id3v2LengthInBytes} from './mp3/mp3-tags.ts'

type StreamInfo = {readonly blockInSamples: number; readonly sampleRateInHertz: number; readonly samples: number}

/** Several times the size of the largest frame that encoders make of 16-bit stereo (4,608 samples). */
const tailInBytes = 1 << 18

/**
 * FLAC, by its STREAMINFO and its last frame (RFC 9639). In STREAMINFO, a stream that was piped has 0 samples, and a file that
 * was cut has too many. The number in the last frame header is right in both.
 */
export async function readFlac(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const start = id3v2LengthInBytes(await reader.read(0, 10))
  const head = await reader.read(start, 42)
  if (head.length < 42 || latin1(head, 0, 4) !== 'fLaC') return undefined
  const info = streamInfo(head)
  if (info === undefined) return undefined
  const promised = info.samples / info.sampleRateInHertz
  const held = await endOfLastFrameInSeconds(reader, info)
  const durationInSeconds = held ?? promised
  const isCut = held !== undefined && promised - held > 0.5
  return {
    kind: 'audio',
    codecs: 'flac',
    ...(durationInSeconds > 0 ? {durationInSeconds} : {}),
    ...(isCut
      ? {fault: truncated(`ends after ${formatDuration(held)}; its header promises ${formatDuration(promised)}`)}
      : {}),
  }
}

/** RFC 9639 section 8.2. The block comes after `fLaC` and the 4 bytes of its own header. */
function streamInfo(head: Uint8Array): StreamInfo | undefined {
  const sampleRateInHertz = Math.floor(uint(head, 18, 3) / 16)
  if (sampleRateInHertz === 0) return undefined
  const samples = (uint(head, 21, 1) & 0x0f) * 2 ** 32 + uint(head, 22, 4)
  return {blockInSamples: uint(head, 8, 2), sampleRateInHertz, samples}
}

async function endOfLastFrameInSeconds(reader: RandomAccessReader, info: StreamInfo): Promise<number | undefined> {
  const start = Math.max(0, reader.sizeInBytes - tailInBytes)
  const tail = await reader.read(start, tailInBytes)
  for (let end = tail.length; end > 0; ) {
    end = tail.subarray(0, end).lastIndexOf(0xff)
    const samples = end === -1 ? undefined : frameEndInSamples(tail.subarray(end, end + 16), info)
    if (samples !== undefined) return samples / info.sampleRateInHertz
  }
  return undefined
}

/** The first sample after the frame whose header `bytes` begin with; `undefined` if they begin with no frame header (section 9.1). */
function frameEndInSamples(bytes: Uint8Array, info: StreamInfo): number | undefined {
  const [sync = 0, strategy = 0, codes = 0, channels = 0] = bytes
  const isHeader = sync === 0xff && (strategy === 0xf8 || strategy === 0xf9) && (channels & 1) === 0
  const blockCode = codes >> 4
  if (!isHeader || bytes.length < 6 || blockCode === 0) return undefined
  const number = codedNumber(bytes.subarray(4))
  if (number === undefined) return undefined
  let length = 4 + number.length
  const rateCode = codes & 15
  const blockLength = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0
  const blockInSamples = blockLength === 0 ? blockSize(blockCode) : uint(bytes, length, blockLength) + 1
  length += blockLength + (rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0)
  if (length >= bytes.length || crc8(bytes.subarray(0, length)) !== bytes[length]) return undefined
  // With a fixed block size the number counts frames. Only the last frame may be shorter.
  const isVariable = strategy === 0xf9
  return (isVariable ? number.value : number.value * info.blockInSamples) + blockInSamples
}

function blockSize(code: number): number {
  if (code === 1) return 192
  return code < 6 ? 576 << (code - 2) : 256 << (code - 8)
}

/** A number in the scheme of UTF-8, which is extended to 36 bits here. */
function codedNumber(bytes: Uint8Array): {readonly value: number; readonly length: number} | undefined {
  const first = bytes[0] ?? 0xff
  const length = first < 0x80 ? 1 : Math.clz32(~(first << 24))
  if (length > 7 || (length === 1 && first >= 0x80) || bytes.length < length) return undefined
  let value = length === 1 ? first : first & (0x7f >> length)
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[index] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    value = value * 64 + (byte & 0x3f)
  }
  return {value, length}
}

/** Polynomial x^8 + x^2 + x + 1, start 0. It tells a frame header from bytes that look like one by chance (section 9.1.8). */
function crc8(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80) === 0 ? crc << 1 : ((crc << 1) ^ 0x07) & 0xff
  }
  return crc
}
