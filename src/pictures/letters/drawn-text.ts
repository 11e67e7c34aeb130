import {brotliDecompressSync} from 'node:zlib'
import type {Coverage} from '../drawing/coverage.ts'
import {drawOutline} from '../drawing/outline.ts'

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
  return placeLetters(font, line) / unitsPerEm
}

/** Draws a line: it begins at `x`, and its letters stand on `y`. All in pixels. */
export function drawLine(
  coverage: Coverage,
  font: Letters,
  line: string,
  {x, y, size}: {readonly x: number; readonly y: number; readonly size: number},
): void {
  const scale = size / unitsPerEm
  placeLetters(font, line, (outline, place) => drawOutline(coverage, outline, {x: x + place * scale, y, scale}))
}

/** Tells the outline of each letter and where it begins, in units; gives where the next letter would begin. */
function placeLetters({letters, kerning}: Letters, line: string, tell?: (outline: string, x: number) => void): number {
  let x = 0
  let previous = ''
  for (const letter of line) {
    const [advance = 0, outline = ''] = letters[letter] ?? []
    x += kerning[previous + letter] ?? 0
    if (outline !== '') tell?.(outline, x)
    x += advance
    previous = letter
  }
  return x
}
