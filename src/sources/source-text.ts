import {decodeFeed} from '../rules/walk/feed-bytes.ts'
import {decodeText} from '../text/encoding.ts'

/** The bytes of a source in pieces. A piece counts until the next one is asked for. */
export type SourceBytes = {
  /** From the first piece, as often as anybody asks. */
  readonly look: () => Iterable<Uint8Array>
  /** From the first piece, for the last time. What was read is given back, so that a long feed is never in memory twice. */
  readonly take: () => Iterable<Uint8Array>
}

/** Bytes that are in memory. */
export function bytesInMemory(pieces: Uint8Array[]): SourceBytes {
  return {look: () => pieces, take: () => takenOut(pieces)}
}

function* takenOut(pieces: Uint8Array[]): Generator<Uint8Array> {
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece
}

export type SourceText = {
  /** The text, without white space before it. It can be gone through once. */
  readonly pieces: Iterable<string>
  readonly isJson: boolean
  /** Its beginning; empty if there is nothing. */
  readonly start: string
  /** What is wrong with its encoding, as sentences. */
  readonly complaints: readonly string[]
}

/** What tells the encoding is in these. */
const startInBytes = 300
const pieceInCharacters = 256 * 1024

/** The text of a source. Nearly all are UTF-8, and are decoded piece by piece; the others are decoded as a whole. */
export function sourceText(bytes: SourceBytes): SourceText {
  if (isPlainUtf8(bytes)) return started(decoded(bytes.take()), [])
  const whole = Buffer.concat(Array.from(bytes.take(), (piece) => Buffer.from(piece)))
  const {text, encoding, complaints} = decodeFeed(whole)
  const isHalfRead = /^utf-?8$/i.test(encoding) && text.includes('\uFFFD')
  if (isHalfRead) return ofSeveralEncodings(whole)
  return started(
    cut(text.replace(/^\uFEFF/, '')),
    complaints.map(({message}) => message),
  )
}

/** Says it is UTF-8, and is not, or not in each line: some plugins write what others have stored. */
function ofSeveralEncodings(bytes: Uint8Array): SourceText {
  const {text, remark} = decodeText(bytes)
  return started(cut(text.replace(/^\uFEFF/, '')), remark === undefined ? [] : [`The file ${remark}`])
}

function isPlainUtf8(bytes: SourceBytes): boolean {
  const start = startOf(bytes.look())
  // The cut may have gone through a letter.
  const starts = [0, 1, 2, 3].map((less) => decodeFeed(start.subarray(0, Math.max(start.length - less, 0))))
  return (
    starts.some(({encoding, complaints}) => /^utf-?8$/i.test(encoding) && complaints.length === 0) &&
    isUtf8(bytes.look())
  )
}

function startOf(bytes: Iterable<Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = []
  let sizeInBytes = 0
  for (const piece of bytes) {
    pieces.push(Buffer.from(piece.subarray(0, startInBytes)))
    sizeInBytes += piece.length
    if (sizeInBytes >= startInBytes) break
  }
  return Buffer.concat(pieces).subarray(0, startInBytes)
}

function isUtf8(bytes: Iterable<Uint8Array>): boolean {
  for (const piece of wholeLetters(bytes)) {
    // What cannot be read becomes this mark, which may also stand in the text.
    if (piece.toString().includes('\uFFFD') && !isExactlyUtf8(piece)) return false
  }
  return true
}

function isExactlyUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The bytes in pieces that cut no letter. Buffers decode them ten times as fast as `TextDecoder`, which would keep cut letters itself. */
function* wholeLetters(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let cutLetter = Buffer.alloc(0)
  for (const piece of pieces) {
    const joined =
      cutLetter.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
        : Buffer.concat([cutLetter, piece])
    const end = endOfLetters(joined)
    cutLetter = Buffer.from(joined.subarray(end))
    yield joined.subarray(0, end)
  }
  yield cutLetter
}

/** Where the letter begins that the end of these bytes may have cut. */
function endOfLetters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(bytes.length - 3, 0); at -= 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xc0) return at
    if (byte < 0x80) break
  }
  return bytes.length
}

function* decoded(bytes: Iterable<Uint8Array>): Generator<string> {
  for (const piece of wholeLetters(bytes)) yield piece.toString()
}

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceInCharacters) yield text.slice(at, at + pieceInCharacters)
}

function started(pieces: Iterator<string>, complaints: readonly string[]): SourceText {
  let first = ''
  while (first === '') {
    const next = pieces.next()
    if (next.done === true) break
    first = next.value.trimStart()
  }
  return {pieces: joined(first, pieces), isJson: first.startsWith('{'), start: first, complaints}
}

function* joined(first: string, others: Iterator<string>): Generator<string> {
  yield first
  for (let next = others.next(); next.done !== true; next = others.next()) yield next.value
}
