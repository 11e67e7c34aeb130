import type {TextPiece} from '../text/text-piece.ts'

/** Up to here a file is made in memory and compared; beyond, it is streamed to the stage and compared there. */
const memoryLimitInBytes = 4 * 1024 * 1024

/** A UTF-16 unit needs at most three bytes. Short pieces are not measured, because measuring takes as long as writing them. */
const mostBytesPerUnit = 3
const longestUnmeasuredInCharacters = 512 * 1024

/** All texts of a thread share it. A buffer for each page would have to be allocated, measured and collected. */
let buffer: Buffer = Buffer.allocUnsafe(256 * 1024)

/**
 * The next pieces of a text in UTF-8: all that are left, or about as many as fit into the buffer. The next call overwrites the bytes, so
 * they must be written or compared at once. The pieces are never joined, because V8 stores a joined text in two bytes a character if
 * only one piece has a dash.
 */
export function encodeNext(pieces: Iterator<TextPiece>): {readonly bytes: Buffer; readonly isWhole: boolean} {
  let length = 0
  while (length < memoryLimitInBytes) {
    const next = pieces.next()
    if (next.done === true) return {bytes: buffer.subarray(0, length), isWhole: true}
    const piece = next.value
    const most = mostBytesOf(piece)
    if (length + most > buffer.length) buffer = enlarged(length + most, length)
    if (typeof piece === 'string') length += buffer.write(piece, length)
    else {
      buffer.set(piece, length)
      length += piece.length
    }
  }
  return {bytes: buffer.subarray(0, length), isWhole: false}
}

function mostBytesOf(piece: TextPiece): number {
  if (typeof piece !== 'string') return piece.length
  return piece.length > longestUnmeasuredInCharacters ? Buffer.byteLength(piece) : piece.length * mostBytesPerUnit
}

function enlarged(neededInBytes: number, usedInBytes: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(neededInBytes, buffer.length * 2))
  buffer.copy(larger, 0, 0, usedInBytes)
  return larger
}
