/**
 * A part of a text that is published: made here, or the bytes (UTF-8) of what was made before. Bytes are there only until the next piece is
 * asked for, so whoever needs them longer copies them.
 */
export type TextPiece = string | Uint8Array

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', {ignoreBOM: true})

/** A piece with something before it. */
export function pieceAfter(before: string, piece: TextPiece): TextPiece {
  if (before === '') return piece
  if (typeof piece === 'string') return before + piece
  const bytes = encoder.encode(before)
  const joined = new Uint8Array(bytes.length + piece.length)
  joined.set(bytes)
  joined.set(piece, bytes.length)
  return joined
}

export function textOfPiece(piece: TextPiece): string {
  return typeof piece === 'string' ? piece : decoder.decode(piece)
}

/** All pieces as one text. */
export function joinedPieces(pieces: Iterable<TextPiece>): string {
  const texts: string[] = []
  for (const piece of pieces) texts.push(textOfPiece(piece))
  return texts.join('')
}
