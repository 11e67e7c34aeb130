const encoder = new TextEncoder()

/** Bytes of `text` in UTF-8, as Apple and PSP-1 count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length
}
