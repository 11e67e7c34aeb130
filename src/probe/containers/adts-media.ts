import type {ContainerFacts} from '../container-facts.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {uint} from './big-endian.ts'
import {type AudioFrame, countFrames, firstFrame} from './mp3/audio-frames.ts'
import {mp3AudioRange} from './mp3/mp3-tags.ts'

const sampleRatesInHertz = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
]

/** AAC without a container, in ADTS frames (ISO/IEC 14496-3 section 1.A.2). The file says no duration, so we count the frames. */
export async function readAdts(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const range = await mp3AudioRange(reader)
  const first = await firstFrame(reader, range, adtsFrameHeader)
  if (first === undefined) return undefined
  const {durationInSeconds} = await countFrames(reader, first.offset, range.end, adtsFrameHeader)
  return {kind: 'audio', durationInSeconds, codecs: `mp4a.40.${first.header.objectType}`}
}

function adtsFrameHeader(bytes: Uint8Array, offset: number): (AudioFrame & {readonly objectType: number}) | undefined {
  // A frame begins with twelve ones, the MPEG version, and layer 0.
  if ((uint(bytes, offset, 2) & 0xfff6) !== 0xfff0) return undefined
  const third = uint(bytes, offset + 2, 1)
  const sampleRateInHertz = sampleRatesInHertz[(third >> 2) & 15]
  const lengthInBytes = (uint(bytes, offset + 3, 3) >> 5) & 0x1fff
  if (sampleRateInHertz === undefined || lengthInBytes < 7) return undefined
  const blocks = 1 + (uint(bytes, offset + 6, 1) & 3)
  return {lengthInBytes, samples: 1024 * blocks, sampleRateInHertz, stream: third >> 2, objectType: 1 + (third >> 6)}
}
