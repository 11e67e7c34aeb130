import {uint} from './big-endian.ts'

/** Unsigned integers of RIFF, Ogg and APEv2, least significant byte first. Offsets outside the bytes give 0. */
export function littleEndianUint(bytes: Uint8Array, offset: number, length: number): number {
  return uint(bytes.slice(offset, offset + length).reverse(), 0, Math.max(0, Math.min(length, bytes.length - offset)))
}
