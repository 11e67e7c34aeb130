import {crc32, deflateSync} from 'node:zlib'

const sideInPixels = 1400
/** Paper, ink, and a colour for the bars. */
const palette = [0xf4, 0xee, 0xe1, 0x1f, 0x2a, 0x44, 0xd9, 0x5d, 0x39]
/** Heights of the bars of a sound wave, in hundredths of the picture. */
const bars = [18, 34, 52, 28, 64, 40, 72, 46, 60, 30, 48, 22, 36]

/**
 * Cover art that directories would take (square, 1400 pixels, PNG in RGB without alpha), and that nobody takes for finished: a sound
 * wave without a word. https://www.w3.org/TR/png-3/
 */
export function placeholderCover(): Uint8Array {
  const rows = Buffer.alloc(sideInPixels * (sideInPixels + 1))
  for (let y = 0; y < sideInPixels; y += 1) {
    for (let x = 0; x < sideInPixels; x += 1) rows[y * (sideInPixels + 1) + 1 + x] = colourAt(x, y)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sideInPixels, 0)
  header.writeUInt32BE(sideInPixels, 4)
  // Eight bits a pixel, each an index into the palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number): number {
  const margin = sideInPixels / 20
  if (Math.min(x, y, sideInPixels - 1 - x, sideInPixels - 1 - y) < margin) return 1
  const step = (sideInPixels - 4 * margin) / bars.length
  const index = Math.floor((x - 2 * margin) / step)
  const height = bars[index]
  if (height === undefined || (x - 2 * margin) % step > step * 0.6) return 0
  return Math.abs(y - sideInPixels / 2) < (height / 200) * sideInPixels ? 2 : 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const samplesPerFrame = 1152
const sampleRateInHertz = 44_100
const frameInBytes = 104
const silenceInSeconds = 5

/** Silence as an MP3 of MPEG-1 Layer III, mono, 32 kbit/s: frames without padding whose side information says that nothing follows. */
export function placeholderSound(): Uint8Array {
  const frames = Math.round((silenceInSeconds * sampleRateInHertz) / samplesPerFrame)
  const frame = Buffer.alloc(frameInBytes)
  frame.set([0xff, 0xfb, 0x10, 0xc4])
  return Buffer.concat(Array.from({length: frames}, () => frame))
}
