import type {AudioFrame} from './audio-frames.ts'

/** One MPEG audio frame, as its four header bytes describe it. ISO/IEC 11172-3 section 2.4.1.3; 13818-3 for the half rates. */
export type Mp3FrameHeader = AudioFrame & {
  /** The distance from the start of the frame to a Xing or Info header, which lies after the side information. */
  readonly xingOffsetInBytes: number
}

type Version = 1 | 2 | 2.5
type Layer = 1 | 2 | 3

const versions: readonly (Version | undefined)[] = [2.5, undefined, 2, 1]
const layers: readonly (Layer | undefined)[] = [undefined, 3, 2, 1]
const sampleRatesInHertz = [44_100, 48_000, 32_000]

// Kilobits a second for the bitrate indexes 1 to 14: first of version 1 by layer, then of the half-rate versions.
const bitratesOfVersion1: Readonly<Record<Layer, readonly number[]>> = {
  1: [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
}
const bitratesOfLayer1 = [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
const bitratesOfLayers2And3 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

/** By all bits that say something. An hour has 140,000 frames, and nearly all of them have one of two headers. */
const knownHeaders = new Map<number, Mp3FrameHeader | undefined>()

/** The frame header at `offset`; `undefined` if the bytes there are no frame, or a frame of free bitrate, which no player plays. */
export function mp3FrameHeader(bytes: Uint8Array, offset: number): Mp3FrameHeader | undefined {
  if (bytes[offset] !== 0xff) return undefined
  const [second, third, fourth] = [bytes[offset + 1] ?? 0, bytes[offset + 2] ?? 0, bytes[offset + 3] ?? 0]
  if ((second & 0xe0) !== 0xe0) return undefined
  const bits = (second << 10) | (third << 2) | (fourth >> 6)
  const known = knownHeaders.get(bits)
  if (known !== undefined || knownHeaders.has(bits)) return known
  const header = headerOf(second, third, fourth)
  knownHeaders.set(bits, header)
  return header
}

function headerOf(second: number, third: number, fourth: number): Mp3FrameHeader | undefined {
  const version = versions[(second >> 3) & 3]
  const layer = layers[(second >> 1) & 3]
  const baseRate = sampleRatesInHertz[(third >> 2) & 3]
  if (version === undefined || layer === undefined || baseRate === undefined) return undefined
  const kilobits = bitrates(version, layer)[(third >> 4) - 1]
  if (kilobits === undefined) return undefined
  const sampleRateInHertz = version === 1 ? baseRate : baseRate / (version === 2 ? 2 : 4)
  const samples = samplesOf(version, layer)
  const padding = (third >> 1) & 1
  const slotInBytes = layer === 1 ? 4 : 1
  const slots = Math.floor((samples * kilobits * 125) / sampleRateInHertz / slotInBytes) + padding
  const mono = fourth >> 6 === 3
  return {
    lengthInBytes: slots * slotInBytes,
    samples,
    sampleRateInHertz,
    xingOffsetInBytes: 4 + sideInformationInBytes(version, mono),
    // These bits are the version, the layer and the sample rate.
    stream: (second & 0x1e) | ((third & 0x0c) << 8),
  }
}

function bitrates(version: Version, layer: Layer): readonly number[] {
  if (version === 1) return bitratesOfVersion1[layer]
  return layer === 1 ? bitratesOfLayer1 : bitratesOfLayers2And3
}

function samplesOf(version: Version, layer: Layer): number {
  if (layer === 1) return 384
  return layer === 3 && version !== 1 ? 576 : 1152
}

function sideInformationInBytes(version: Version, mono: boolean): number {
  if (version === 1) return mono ? 17 : 32
  return mono ? 9 : 17
}
