import {paint, type Styled} from './paint.ts'
import {columnsOf} from './terminal-text.ts'

/** Lines longer than this are hard to read, however wide the terminal is. */
const widestInColumns = 100
const narrowestInColumns = 40

/** A piece of text with its style. */
export type Piece = {readonly text: string; readonly style?: Styled}

/** How wide text is set. */
export function textWidth(): number {
  return Math.min(Math.max(process.stdout.columns ?? widestInColumns, narrowestInColumns), widestInColumns)
}

function widthOf(text: string): number {
  let columns = 0
  for (const character of text) columns += columnsOf(character)
  return columns
}

function painted({text, style}: Piece): string {
  return style === undefined ? text : paint(style, text)
}

/** Words and the blanks between them. A line break is a blank. */
function wordsOf(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) =>
    (piece.text.match(/\s+|\S+/g) ?? []).map((part) => ({...piece, text: part.replace(/\s*\n\s*/, ' ')})),
  )
}

/** Words between two blanks stay together, whatever their styles: a comma is not torn from the word in code before it. */
function unbroken(words: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  let isAfterBlank = true
  for (const word of words) {
    const isBlank = word.text.trim() === ''
    if (isBlank || isAfterBlank) runs.push([word])
    else runs.at(-1)?.push(word)
    isAfterBlank = isBlank
  }
  return runs
}

/**
 * Sets text in lines of at most `width` columns. The first one begins with `first`, the others with `indent` blanks: by default as many
 * as `first` has columns.
 */
export function setText(
  pieces: readonly Piece[],
  width: number,
  first = '',
  indent: number = widthOf(first),
): readonly string[] {
  const lines: string[] = []
  let line = first
  let start = widthOf(first)
  let columns = start
  for (const run of unbroken(wordsOf(pieces))) {
    const runColumns = run.reduce((sum, {text}) => sum + widthOf(text), 0)
    const isBlank = run[0]?.text.trim() === ''
    if (isBlank && columns === start) continue
    if (!isBlank && columns > start && columns + runColumns > width) {
      lines.push(line.trimEnd())
      line = ' '.repeat(indent)
      start = indent
      columns = indent
    }
    line += run.map(painted).join('')
    columns += runColumns
  }
  return [...lines, line.trimEnd()]
}
