import {brotliDecompressSync} from 'node:zlib'

/** The outlines of letters, a thousand units high, as SVG draws them from the point where the letter begins on its line. */
export type Letters = {
  readonly letters: Readonly<Record<string, readonly [advance: number, outline: string]>>
  /** How much closer or wider two letters stand beside each other. */
  readonly kerning: Readonly<Record<string, number>>
}

const unitsPerEm = 1000

let loaded: Promise<Letters> | undefined

/** Loaded when the first card is drawn. */
export function openLetters(): Promise<Letters> {
  loaded ??= import('./literata.ts').then(({literata}) => {
    const unpacked = brotliDecompressSync(Buffer.from(literata, 'base64')).toString()
    return JSON.parse(unpacked) as Letters
  })
  return loaded
}

/** What stands between words, and signs that a font has no outlines of. */
const blanks = /[\s\u{2000}-\u{200a}\u{3000}]+/gu
const ignorable = /\p{Default_Ignorable_Code_Point}/gu
const pictographs = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/gu

/**
 * The words of a text that can be drawn, without emoji; nothing where a letter is missing: a title of which only a part can be read is
 * worse than none, and boxes are worse than both.
 */
export function drawableWords({letters}: Letters, text: string): readonly string[] | undefined {
  const words = text
    .normalize('NFC')
    .replace(ignorable, '')
    // Signs such as © count as pictographs as well.
    .replace(pictographs, (sign) => (Object.hasOwn(letters, sign) ? sign : ''))
    .replace(/[‐‑]/g, '-')
    .replace(blanks, ' ')
    .trim()
    .split(' ')
  if (words.join('') === '') return undefined
  return words.every((word) => [...word].every((letter) => Object.hasOwn(letters, letter))) ? words : undefined
}

/** How wide a line is, in parts of the size of its letters. */
export function widthOf(font: Letters, line: string): number {
  return placed(font, line).width / unitsPerEm
}

/** A line as the content of an SVG: it begins at `x`, and its letters stand on `y`. */
export function drawnLine(
  font: Letters,
  line: string,
  at: {readonly x: number; readonly y: number; readonly size: number},
): string {
  const scale = at.size / unitsPerEm
  const outlines = placed(font, line).letters.map(
    ({outline, x}) => `<path transform="translate(${x})" d="${outline}"/>`,
  )
  return `<g transform="translate(${at.x} ${at.y}) scale(${scale})">${outlines.join('')}</g>`
}

function placed({letters, kerning}: Letters, line: string) {
  let x = 0
  let previous = ''
  const found = [...line].flatMap((letter) => {
    const [advance = 0, outline = ''] = letters[letter] ?? []
    x += kerning[previous + letter] ?? 0
    const place = {outline, x}
    x += advance
    previous = letter
    return outline === '' ? [] : [place]
  })
  return {letters: found, width: x}
}
