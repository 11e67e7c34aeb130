import {latin1, uint} from '../containers/big-endian.ts'

/** Whether a PNG has an alpha channel or a transparent colour. https://www.w3.org/TR/png-3/#11IHDR */
export function pngIsTransparent(bytes: Uint8Array): boolean {
  const colourType = bytes[25] ?? 0
  if (colourType === 4 || colourType === 6) return true
  // A chunk is a length, a name, content and a checksum. If there is a `tRNS` chunk, it comes before the pixels.
  for (let offset = 8; offset + 8 <= bytes.length; offset += 12 + uint(bytes, offset, 4)) {
    const name = latin1(bytes, offset + 4, 4)
    if (name === 'tRNS') return true
    if (name === 'IDAT') return false
  }
  return false
}

/** Colour components of a JPEG: 1 grey, 3 colour, 4 CMYK; 0 if it has no frame header. ITU-T T.81 section B.2.2 */
export function jpegComponents(bytes: Uint8Array): number {
  let offset = 2
  while (offset + 10 <= bytes.length) {
    const marker = bytes[offset + 1] ?? 0
    if (bytes[offset] !== 0xff) return 0
    if (marker === 0xff) {
      // Fill bytes may stand before a marker.
      offset += 1
      continue
    }
    // The markers SOF0 to SOF15. The markers DHT, JPG and DAC have numbers between theirs.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return bytes[offset + 9] ?? 0
    offset += 2 + uint(bytes, offset + 2, 2)
  }
  return 0
}
