import {decodeFeed} from '../rules/walk/feed-bytes.ts'

/** The bytes of a source, in their order. Whoever reads them takes them out, so that a long feed is never in memory twice. */
export type SourceBytes = Uint8Array[]

export type SourceText = {
  /** The text, without white space before it. It can be gone through once. */
  readonly pieces: Iterable<string>
  readonly isJson: boolean
  /** What is wrong with its encoding, as sentences. */
  readonly complaints: readonly string[]
}

/** What tells the encoding is in these. */
const startInBytes = 300
const pieceInCharacters = 256 * 1024

/** The text of a source. Nearly all are UTF-8, and are decoded piece by piece; the others are decoded as a whole. */
export function sourceText(bytes: SourceBytes): SourceText {
  if (isPlainUtf8(bytes)) return started(decoded(bytes), [])
  const {text, complaints} = decodeFeed(Buffer.concat(bytes.splice(0)))
  return started(
    cut(text.replace(/^\uFEFF/, '')),
    complaints.map(({message}) => message),
  )
}

function isPlainUtf8(bytes: SourceBytes): boolean {
  const start = startOf(bytes)
  // The cut may have gone through a letter.
  const starts = [0, 1, 2, 3].map((less) => decodeFeed(start.subarray(0, Math.max(start.length - less, 0))))
  return starts.some(({encoding, complaints}) => /^utf-?8$/i.test(encoding) && complaints.length === 0) && isUtf8(bytes)
}

function startOf(bytes: SourceBytes): Uint8Array {
  const pieces: Uint8Array[] = []
  let sizeInBytes = 0
  for (const piece of bytes) {
    pieces.push(piece.subarray(0, startInBytes))
    sizeInBytes += piece.length
    if (sizeInBytes >= startInBytes) break
  }
  return Buffer.concat(pieces).subarray(0, startInBytes)
}

function isUtf8(bytes: SourceBytes): boolean {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  try {
    for (const piece of bytes) decoder.decode(piece, {stream: true})
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function* decoded(bytes: SourceBytes): Generator<string> {
  const decoder = new TextDecoder('utf-8')
  for (let piece = bytes.shift(); piece !== undefined; piece = bytes.shift())
    yield decoder.decode(piece, {stream: true})
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
  return {pieces: joined(first, pieces), isJson: first.startsWith('{'), complaints}
}

function* joined(first: string, others: Iterator<string>): Generator<string> {
  yield first
  for (let next = others.next(); next.done !== true; next = others.next()) yield next.value
}
