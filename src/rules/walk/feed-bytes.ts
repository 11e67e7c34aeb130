import {decodeWindows1252} from '../../text/encoding.ts'
import type {Complaint} from '../rule.ts'
import {documentRules} from './document-rules.ts'

export type FeedText = {
  readonly text: string
  /** The encoding that the file or its first bytes name, in small letters. */
  readonly encoding: string
  readonly complaints: readonly (Complaint & {readonly offset: number})[]
}

const declaredEncoding = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/
const declarationInBytes = 300
/** Encodings with several bytes for a letter of ASCII. A declaration in such an encoding cannot be read byte by byte. */
const wide = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs-[24])/i
const ascii = /^(?:us-ascii|ascii)$/i
const latin1Names = /^(?:iso-?8859-1|latin-?1)$/i
const windows1252Names = /^(?:windows-|(?:x-)?cp-?)1252$/i
/** The decoders of the web platform read these as windows-1254 and windows-874, and so hide the fault. */
const latinOfWindows = /^iso-?8859-(?:9|11)$/i

/**
 * The text of a feed. Its byte order mark names the encoding, or else its XML declaration; otherwise it is UTF-8 (XML 1.0,
 * appendix F). Bytes that the encoding does not know are reported, and read as U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array): FeedText {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return withContradiction(decodeAs(marked, bytes), marked)
  const written = encodingIn(latin1(bytes.subarray(0, declarationInBytes))) ?? 'utf-8'
  // In such an encoding the declaration would have a zero beside each letter, but here it has none.
  if (wide.test(written)) return withContradiction(decodeAs('utf-8', bytes), 'utf-8')
  if (isKnown(written)) return decodeAs(written.toLowerCase(), bytes)
  const unknown = documentRules['feed-encoding-unknown'].judge(written).map((found) => ({...found, offset: 0}))
  const {text, encoding, complaints} = decodeAs('utf-8', bytes)
  return {text, encoding, complaints: [...unknown, ...complaints]}
}

/** The encoding that the XML declaration of a text names. */
export function encodingIn(text: string): string | undefined {
  return declaredEncoding.exec(text.slice(0, declarationInBytes).replace(/^\ufeff/, ''))?.[1]
}

function withContradiction(decoded: FeedText, actual: string): FeedText {
  const written = encodingIn(decoded.text) ?? actual
  const isOne = wide.test(actual)
    ? wide.test(written) && actual.startsWith(written.toLowerCase())
    : /^utf-?8$/i.test(written)
  if (isOne) return decoded
  const found = documentRules['feed-encoding-contradicted'].judge(written, actual)
  return {...decoded, complaints: [...found.map((each) => ({...each, offset: 0})), ...decoded.complaints]}
}

function decodeAs(encoding: string, bytes: Uint8Array): FeedText {
  if (windows1252Names.test(encoding)) return {text: decodeWindows1252(bytes), encoding, complaints: []}
  if (latin1Names.test(encoding)) return {text: latin1(bytes), encoding, complaints: []}
  const exact = ascii.test(encoding) ? asciiOnly(bytes) : decodeExactly(encoding, bytes)
  if (exact !== undefined) return {text: exact, encoding, complaints: []}
  const text = new TextDecoder(encoding).decode(bytes)
  const offset = Math.max(text.search(ascii.test(encoding) ? /[^\0-\x7f]/ : /\ufffd/), 0)
  const complaints = documentRules['feed-bytes-undecodable'].judge(encoding).map((found) => ({...found, offset}))
  return {text, encoding, complaints}
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a byte order mark, UTF-16 shows by a zero beside each letter of `<?`.
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
    const text = new TextDecoder(encoding, {fatal: true}).decode(bytes)
    return latinOfWindows.test(encoding) ? withControls(text, bytes) : text
  } catch {
    return undefined
  }
}

function asciiOnly(bytes: Uint8Array): string | undefined {
  return bytes.some((byte) => byte > 0x7f) ? undefined : latin1(bytes)
}

/** Each byte is one letter here. The bytes from 0x80 to 0x9f are controls, although Windows has letters there. */
function withControls(text: string, bytes: Uint8Array): string {
  return text.replace(/[^\0-\x9f]/g, (letter, index: number) => {
    const byte = bytes[index] ?? 0
    return byte >= 0x80 && byte <= 0x9f ? String.fromCharCode(byte) : letter
  })
}

/** Decodes byte for byte. The decoder of the web platform would read Latin-1 as windows-1252, and so hide the fault. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return pieces.join('')
}
