import {columnsOf, printable} from './terminal-text.ts'

/** A line as it is shown, and how many columns of the terminal stand before the place that is meant. */
export type Excerpt = {readonly text: string; readonly indent: number}

const tab = '  '

type Cell = {readonly shown: string; readonly columns: number}

function cellOf(character: string): Cell {
  const shown = character === '\t' ? tab : printable(character)
  return {shown, columns: character === '\t' ? tab.length : columnsOf(shown)}
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, {columns}) => sum + columns, 0)
}

/** How much of a line is looked at around the place: a feed may be one line of 30 MB. */
const farthestInCharacters = 2000

/**
 * The part of `line` around `column` that fits into `width` columns. `column` counts UTF-16 units from 1. What is cut off is
 * shown as `…`, a tab as two blanks, and what the terminal would obey as a dot.
 */
export function excerptOf(line: string, column: number, width: number): Excerpt {
  const at = Math.min(Math.max(column - 1, 0), line.length)
  const start = Math.max(at - farthestInCharacters, 0)
  const before = [...line.slice(start, at)].map(cellOf)
  const after = [...line.slice(at, at + farthestInCharacters)].map(cellOf)
  let leftOut = start > 0
  // The text after the place tells more than the text before it: it gets two thirds of the room, or all that is left.
  const room = Math.max(width - 1 - Math.min(widthOf(after), Math.ceil((width * 2) / 3)), 0)
  let columns = widthOf(before)
  while (before.length > 0 && columns + (leftOut ? 1 : 0) > room) {
    columns -= before.shift()?.columns ?? 0
    leftOut = true
  }
  const head = `${leftOut ? '…' : ''}${before.map(({shown}) => shown).join('')}`
  const indent = columns + (leftOut ? 1 : 0)
  let tail = ''
  let used = indent
  for (const [index, {shown, columns: wide}] of after.entries()) {
    const isLast = index === after.length - 1 && at + farthestInCharacters >= line.length
    if (used + wide > (isLast ? width : width - 1)) return {text: `${head}${tail}…`, indent}
    tail += shown
    used += wide
  }
  return {text: `${head}${tail}`.trimEnd(), indent}
}
