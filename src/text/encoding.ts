export type DecodedText = {
  readonly text: string
  readonly encoding: string
  /** What is said to the author if bytes had to be guessed, or are no text. */
  readonly remark?: string
  /** Where the first of these bytes are. */
  readonly line?: number
  /** Whether the guess is uncertain, or something was lost. */
  readonly isDamaged?: boolean
}

/** The whole text is decoded, but a few hundred bytes are enough to see where its zeros are. */
const sampleInBytes = 1024

/**
 * Text from the bytes of a file: UTF-8, UTF-16 (known by its byte order mark, or by its zeros, as Windows tools write it), and
 * windows-1252 if the bytes are not UTF-8. The byte order mark is no part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked)
    return {
      ...decodeAs(unmarked, bytes),
      remark: `was read as ${unmarked}: every second byte is zero, and there is no byte order mark`,
    }
  const text = asUtf8(bytes)
  return text === undefined ? decodeMixed(bytes) : {text, encoding: 'utf-8', ...remarkOnLoss(text)}
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 that was read as windows-1252 and saved again: `ü` is `Ã¼` then, and `’` is `â€™`. Capitals of Portuguese stand before letters. */
const twiceEncoded =
  /Ã[\u0080-\u00bf\u0178\u0152\u0153\u0161\u017e]|Â[\u00a1-\u00bf](?=\S)|â€[\u2122\u0153\u009d\u201c\u201d\u00a6\u02dc]/

/** What another program could not read, or read wrongly, is lost before it comes to us. */
export function remarkOnLoss(text: string): Pick<DecodedText, 'remark' | 'line' | 'isDamaged'> {
  const lost = text.indexOf('\uFFFD')
  if (lost !== -1) {
    const remark = 'holds the mark U+FFFD instead of letters that another program could not read; write them anew'
    return {remark, line: lineOf(text, lost), isDamaged: true}
  }
  const found = twiceEncoded.exec(text)
  if (found === null) return {}
  const remark = `holds "${found[0]}", as where a program read UTF-8 in another encoding and saved it again; write these letters anew`
  return {remark, line: lineOf(text, found.index), isDamaged: true}
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

/** This is done line by line, because a file that several programs wrote to has both encodings. */
function decodeMixed(bytes: Uint8Array): DecodedText {
  const lines: string[] = []
  let [first, isUnlikely] = [0, false]
  for (let start = 0; start <= bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline
    const line = bytes.subarray(start, end)
    const text = asUtf8(line)
    if (text === undefined && first === 0) first = lines.length + 1
    if (text === undefined) isUnlikely ||= line.some((byte) => unassigned.has(byte))
    lines.push(text ?? decodeWindows1252(line))
    start = end + 1
  }
  const doubt = isUnlikely ? ', though some of its bytes mean nothing in that encoding' : ''
  return {
    text: lines.join('\n'),
    encoding: 'windows-1252',
    remark: `has bytes that are not UTF-8, which were read as windows-1252${doubt}; check the accented letters and save the file as UTF-8`,
    line: first,
    ...(isUnlikely && {isDamaged: true}),
  }
}

/** Bytes that windows-1252 has no letter for: a text with one of them is in another encoding. */
const unassigned: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  return {text: new TextDecoder(encoding).decode(bytes), encoding}
}

/** Text of any European language in UTF-16 has a zero in every second byte; UTF-8 text has none at all. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, sampleInBytes)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.2
  if (odd > many && even * 10 < odd) return 'utf-16le'
  if (even > many && odd * 10 < even) return 'utf-16be'
  return undefined
}

/** Where windows-1252 is not Latin-1: bytes 0x80 to 0x9f. */
const windows1252Marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: the `TextDecoder` of Node 20 decodes windows-1252 as Latin-1, so that typographic quotes become control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder('latin1').decode(bytes)
  return latin1.replace(/[\x80-\x9f]/g, (character) => windows1252Marks[character.charCodeAt(0) - 0x80] ?? character)
}
