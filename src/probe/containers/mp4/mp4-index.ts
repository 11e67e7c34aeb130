import type {RandomAccessReader} from '../../random-access-file.ts'
import {type Mp4Box, mp4BoxAt} from './mp4-boxes.ts'

/** Boxes that hold only other boxes. Some of those matter here. */
const parents = new Set(['trak', 'mdia', 'minf', 'stbl', 'udta'])
/**
 * More than the size of each box that we look into: the tables of a chapter track of some hours have this size. The tables of
 * sound and picture have megabytes an hour, and covers are as large.
 */
const largestLeafInBytes = 1 << 15
/** A file of a thousand tracks has fewer boxes. */
const mostBoxes = 20_000

/**
 * The content of a `moov` box without its large boxes. An hour of video has an index of megabytes, and a few kilobytes of it
 * hold all that we need: over a network this makes the difference between a second and a minute.
 */
export async function mp4Index(reader: RandomAccessReader, moov: Mp4Box): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await collect(reader, moov, pieces, {boxes: mostBoxes})
  return joined(pieces)
}

async function collect(
  reader: RandomAccessReader,
  {start, end}: Mp4Box,
  pieces: Uint8Array[],
  budget: {boxes: number},
): Promise<void> {
  for (let offset = start; offset + 8 <= end && budget.boxes > 0; ) {
    budget.boxes -= 1
    const box = mp4BoxAt(await reader.read(offset, 16), 0, end - offset)
    if (box === undefined) return
    const inside = {type: box.type, start: offset + box.start, end: Math.min(offset + box.end, end)}
    if (parents.has(box.type)) {
      const children: Uint8Array[] = []
      await collect(reader, inside, children, budget)
      pieces.push(boxOf(box.type, joined(children)))
    } else if (inside.end - inside.start <= largestLeafInBytes) {
      pieces.push(boxOf(box.type, await reader.read(inside.start, inside.end - inside.start)))
    }
    offset += box.end
  }
}

function boxOf(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + content.length)
  new DataView(bytes.buffer).setUint32(0, bytes.length)
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index)
  bytes.set(content, 8)
  return bytes
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return bytes
}
