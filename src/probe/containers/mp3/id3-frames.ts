import {decodeWindows1252} from '../../../text/encoding.ts'
import {latin1, syncsafe, uint} from '../big-endian.ts'

export type Id3Frame = {readonly id: string; readonly bytes: Uint8Array}

/** Bits of a frame's second flag byte. */
type FrameFlags = {
  readonly opaque: number
  readonly grouped: number
  readonly unsynchronised: number
  readonly measured: number
}

const flagsOf: ReadonlyMap<number, FrameFlags> = new Map([
  [3, {opaque: 0xc0, grouped: 0x20, unsynchronised: 0, measured: 0}],
  [4, {opaque: 0x0c, grouped: 0x40, unsynchronised: 0x02, measured: 0x01}],
])

/**
 * The frames of an ID3v2.3 or 2.4 tag; with the `version` of the tag, the frames inside a frame. Compressed and encrypted
 * frames are left out. ID3v2.2 has no chapters. https://id3.org/id3v2.3.0, https://id3.org/id3v2.4.0-structure
 */
export function id3Frames(bytes: Uint8Array, version?: number): readonly Id3Frame[] {
  if (version !== undefined) return framesOf(bytes, version)
  const tagVersion = bytes[3] ?? 0
  const flags = bytes[5] ?? 0
  // In 2.4 each frame has its own mark that says whether it is unsynchronised.
  const body = tagVersion === 3 && (flags & 0x80) !== 0 ? resynchronised(bytes.subarray(10)) : bytes.subarray(10)
  return framesOf(body.subarray((flags & 0x40) === 0 ? 0 : extendedHeaderInBytes(body, tagVersion)), tagVersion)
}

/** In 2.3 the size does not count its own four bytes; in 2.4 it counts them. */
function extendedHeaderInBytes(body: Uint8Array, version: number): number {
  return version === 3 ? 4 + uint(body, 0, 4) : syncsafe(body, 0)
}

function framesOf(bytes: Uint8Array, version: number): readonly Id3Frame[] {
  const flags = flagsOf.get(version)
  const frames: Id3Frame[] = []
  let offset = 0
  while (flags !== undefined && isFrameAt(bytes, offset)) {
    const size = version === 4 ? frameSizeOf24(bytes, offset) : uint(bytes, offset + 4, 4)
    const content = bytes.subarray(offset + 10, offset + 10 + size)
    const frame = plainContent(content, bytes[offset + 9] ?? 0, flags)
    if (frame !== undefined) frames.push({id: latin1(bytes, offset, 4), bytes: frame})
    offset += 10 + size
  }
  return frames
}

function isFrameAt(bytes: Uint8Array, offset: number): boolean {
  return offset + 10 < bytes.length && /^[A-Z0-9]{4}$/.test(latin1(bytes, offset, 4))
}

/** Old iTunes wrote plain sizes into 2.4 tags. The two forms differ from 128 bytes on; the bytes after the frame tell which it is. */
function frameSizeOf24(bytes: Uint8Array, offset: number): number {
  const [safe, plain] = [syncsafe(bytes, offset + 4), uint(bytes, offset + 4, 4)]
  if (safe === plain) return safe
  const fits = (size: number): boolean => {
    const next = offset + 10 + size
    return next === bytes.length || isFrameAt(bytes, next) || (next < bytes.length && bytes[next] === 0)
  }
  return !fits(safe) && fits(plain) ? plain : safe
}

function plainContent(content: Uint8Array, bits: number, flags: FrameFlags): Uint8Array | undefined {
  if ((bits & flags.opaque) !== 0) return undefined
  const skipped = ((bits & flags.grouped) === 0 ? 0 : 1) + ((bits & flags.measured) === 0 ? 0 : 4)
  const rest = content.subarray(skipped)
  return (bits & flags.unsynchronised) === 0 ? rest : resynchronised(rest)
}

/** `bytes` without the zero after each 0xFF. Taggers add it so that players do not take 0xFF for the start of audio. */
function resynchronised(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 0 || index === 0 || bytes[index - 1] !== 0xff)
}

/** The encodings that the encoding byte names, from 1 on. */
const encodings = ['utf-16le', 'utf-16be', 'utf-8']

/** The first value of a text frame. */
export function id3Text(frame: Uint8Array): string {
  return decodeText(frame.subarray(1), frame[0] ?? 0).split('\0', 1)[0] ?? ''
}

/** The link of a WXXX frame: a description in the frame's encoding, then the address in Latin-1. */
export function id3Url(frame: Uint8Array): string | undefined {
  const isWide = frame[0] === 1 || frame[0] === 2
  let end = 1
  while (end < frame.length && (frame[end] !== 0 || (isWide && frame[end + 1] !== 0))) end += isWide ? 2 : 1
  const url =
    latin1(frame, end + (isWide ? 2 : 1))
      .split('\0', 1)[0]
      ?.trim() ?? ''
  return /^https?:\/\//i.test(url) ? url : undefined
}

function decodeText(bytes: Uint8Array, encoding: number): string {
  // Text that is marked as Latin-1 is windows-1252 in practice. Browsers read it so, too.
  if (encoding === 0) return decodeWindows1252(bytes)
  const isBigEndian = encoding === 1 && bytes[0] === 0xfe && bytes[1] === 0xff
  return new TextDecoder(isBigEndian ? 'utf-16be' : (encodings[encoding - 1] ?? 'utf-8')).decode(bytes)
}
