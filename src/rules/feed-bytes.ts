import type {Complaint} from './rule-table.ts'
import {complaint} from './rule-table.ts'

export type FeedText = {readonly text: string; readonly complaints: readonly (Complaint & {readonly offset: number})[]}

const declaredEncoding = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/
const declarationInBytes = 300

/**
 * The text of a feed as its byte order mark, else its XML declaration, says; UTF-8 otherwise (XML 1.0, appendix F). Bytes the
 * encoding does not know are told, and read as U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array): FeedText {
  const written = declaredEncoding.exec(latin1(bytes.subarray(0, declarationInBytes)))?.[1]
  const encoding = markedEncoding(bytes) ?? written ?? 'utf-8'
  if (isKnown(encoding)) return decodeAs(encoding, bytes)
  const message = `Nobody knows the encoding ${encoding}; the feed is read as UTF-8`
  const found = complaint('feed-encoding-unknown', message, 'Save the feed as UTF-8')
  const {text, complaints} = decodeAs('utf-8', bytes)
  return {text, complaints: [{...found, offset: 0}, ...complaints]}
}

function decodeAs(encoding: string, bytes: Uint8Array): FeedText {
  if (/^(?:iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(encoding)) return {text: latin1(bytes), complaints: []}
  const exact = decodeExactly(encoding, bytes)
  if (exact !== undefined) return {text: exact, complaints: []}
  const text = new TextDecoder(encoding).decode(bytes)
  const message = `The file says it is ${encoding}, and here it is not`
  const found = complaint('feed-bytes-undecodable', message, 'Save the feed as UTF-8')
  return {text, complaints: [{...found, offset: Math.max(text.indexOf('\ufffd'), 0)}]}
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark `<?` has a zero beside each letter.
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le'
  return first === 0 && second === 0x3c && third === 0 && fourth === 0x3f ? 'utf-16be' : undefined
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    return false
  }
}

function decodeExactly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** Byte for byte: the decoder of the web platform would take Latin-1 for windows-1252 and hide what is wrong. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return pieces.join('')
}
