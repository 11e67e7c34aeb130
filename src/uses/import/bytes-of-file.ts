import {closeSync, openSync, readSync} from 'node:fs'
import type {SourceBytes} from '../../sources/source-text.ts'

const pieceInBytes = 256 * 1024

/** The bytes of a file, of which one piece is in memory. */
export function bytesOfFile(path: string): SourceBytes {
  return {look: () => piecesOf(path), take: () => piecesOf(path)}
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  const piece = Buffer.allocUnsafe(pieceInBytes)
  try {
    for (;;) {
      const sizeInBytes = readSync(file, piece, 0, pieceInBytes, null)
      if (sizeInBytes === 0) return
      yield piece.subarray(0, sizeInBytes)
    }
  } finally {
    closeSync(file)
  }
}
