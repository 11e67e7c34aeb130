import type {RandomAccessReader} from '../../random-access-file.ts'
import {latin1, uint} from '../big-endian.ts'

/** A box of ISO/IEC 14496-12 (QuickTime calls it an atom). `start` and `end` bound its content. */
export type Mp4Box = {readonly type: string; readonly start: number; readonly end: number}

/** A box in memory. */
export type LoadedBox = {readonly type: string; readonly bytes: Uint8Array}

/** A day of fragments of a second each has fewer boxes. A file with more was made to waste our time. */
const mostBoxes = 200_000

/** The boxes of a file in order. Only headers are read. If the file was cut, the last box may `end` after the end of the file. */
export async function* topLevelBoxes(reader: RandomAccessReader, start = 0): AsyncGenerator<Mp4Box> {
  let offset = start
  for (let count = 0; count < mostBoxes && offset + 8 <= reader.sizeInBytes; count += 1) {
    const head = await reader.read(offset, 16)
    const box = mp4BoxAt(head, 0, reader.sizeInBytes - offset)
    if (box === undefined) return
    yield {type: box.type, start: offset + box.start, end: offset + box.end}
    offset += box.end
  }
}

/** The boxes directly inside `bytes`. A box that claims to be longer than its parent ends where its parent ends. */
export function childBoxes(bytes: Uint8Array): readonly LoadedBox[] {
  const boxes: LoadedBox[] = []
  let offset = 0
  while (offset + 8 <= bytes.length && boxes.length < mostBoxes) {
    const box = mp4BoxAt(bytes, offset, bytes.length - offset)
    if (box === undefined) break
    boxes.push({type: box.type, bytes: bytes.subarray(offset + box.start, offset + box.end)})
    offset += box.end
  }
  return boxes
}

/** The content of the box at the end of a path of types below `bytes`. It takes the first box of each type. */
export function boxAtPath(bytes: Uint8Array, ...path: readonly string[]): Uint8Array | undefined {
  let inside: Uint8Array | undefined = bytes
  for (const type of path) {
    inside = childBoxes(inside).find((box) => box.type === type)?.bytes
    if (inside === undefined) return undefined
  }
  return inside
}

/** The box whose header lies at `offset`; its bounds count from there. A box that names no end has a length of `restInBytes`. */
export function mp4BoxAt(bytes: Uint8Array, offset: number, restInBytes: number): Mp4Box | undefined {
  const size = uint(bytes, offset, 4)
  const type = latin1(bytes, offset + 4, 4)
  if (size === 1) return boundedBox(type, 16, uint(bytes, offset + 8, 8))
  // 0 means that the box goes to the end of the file.
  return boundedBox(type, 8, size === 0 ? restInBytes : size)
}

function boundedBox(type: string, start: number, end: number): Mp4Box | undefined {
  return end < start || !Number.isSafeInteger(end) ? undefined : {type, start, end}
}
