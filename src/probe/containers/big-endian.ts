/**
 * Unsigned integers of media containers, most significant byte first. Offsets outside the bytes give 0, because a reader
 * must not throw at a file that was cut short.
 */
export function uint(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

/** Text of one character a byte: FourCCs, tag identifiers, EBML's document type. */
export function latin1(bytes: Uint8Array, offset = 0, length = bytes.length): string {
  return String.fromCharCode(...bytes.subarray(offset, Math.min(offset + length, offset + 4096)))
}

/** A number in four bytes of seven bits. ID3v2 writes lengths so, and no byte of them looks like the start of audio. */
export function syncsafe(bytes: Uint8Array, offset: number): number {
  let value = 0
  for (let index = 0; index < 4; index += 1) value = value * 128 + (uint(bytes, offset + index, 1) & 0x7f)
  return value
}
