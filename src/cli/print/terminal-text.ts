import {eastAsianWidth} from 'get-east-asian-width'

// What a terminal would obey or hide instead of showing: controls, and the marks that turn the direction of text
// (https://trojansource.codes). Files and feeds of anybody are quoted here.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const zeroWidth = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d)$/u
const firstZeroWidth = 0x300
const emoji = /^\p{Emoji_Presentation}$/u

/** Text with everything that a terminal would obey made visible; line breaks stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => (character === '\n' ? character : '\u00b7'))
}

/** How many columns a character takes; marks that combine take none, ideographs and emoji two. */
export function columnsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  // Nearly all characters. To compile one of the expressions takes a quarter of the time of `--help`.
  if (codePoint < firstZeroWidth) return 1
  if (zeroWidth.test(character)) return 0
  return emoji.test(character) ? 2 : eastAsianWidth(codePoint)
}
