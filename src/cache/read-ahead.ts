import {closeSync, openSync, readSync} from 'node:fs'

/** An entry of an episode has some 17 KB, and to ask the system for each of its two parts takes longer than to read them. */
const pieceInBytes = 1 << 20

/** The bytes at a place of a file; nothing where the file ends before them. */
export type ReadBytes = (at: number, length: number) => Buffer | undefined

/**
 * Reads an open file in large pieces, for one that is read from its beginning to its end. Each piece is a buffer of its own, since what
 * was read may be kept.
 */
export function readAhead(file: number): ReadBytes {
  return inPieces((at, length) => readPiece(file, at, length))
}

/** The same of the file at `path`, which is opened for each piece, so that nobody has to say when it can be closed. */
export function readAheadIn(path: string): ReadBytes {
  return inPieces((at, length) => {
    let file: number | undefined
    try {
      file = openSync(path, 'r')
      return readPiece(file, at, length)
    } catch {
      return undefined
    } finally {
      if (file !== undefined) closeSync(file)
    }
  })
}

function inPieces(readAt: ReadBytes): ReadBytes {
  let piece: Buffer = Buffer.allocUnsafe(0)
  let begin = 0
  return (at, length) => {
    if (at < begin || at + length > begin + piece.length) {
      const read = readAt(at, Math.max(length, pieceInBytes))
      if (read === undefined) return undefined
      piece = read
      begin = at
    }
    const from = at - begin
    return from + length <= piece.length ? piece.subarray(from, from + length) : undefined
  }
}

/** As much of the file from `at` on as there is, up to `length`. */
function readPiece(file: number, at: number, length: number): Buffer | undefined {
  try {
    const bytes = Buffer.allocUnsafeSlow(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, at))
  } catch {
    return undefined
  }
}
