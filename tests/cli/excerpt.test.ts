import {describe, expect, it} from 'vitest'
import {excerptOf} from '../../src/cli/print/excerpt.ts'
import {columnsOf, printable} from '../../src/cli/print/terminal-text.ts'

function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + columnsOf(each), 0)
}

describe('the excerpt of a line', () => {
  it.each([
    ['a line that fits', 'date: tomorrow', 7, 'date: tomorrow', 6],
    ['tabs', '\t\ttitle: x', 3, '    title: x', 4],
    ['ideographs, two columns each', '題名: 夜行', 5, '題名: 夜行', 6],
    ['emoji, two units and two columns each', '🚂🚃: x', 6, '🚂🚃: x', 5],
    ['marks that combine', 'e\u0301tude: x', 8, 'e\u0301tude: x', 6],
    ['a column past the end', 'title:', 40, 'title:', 6],
    ['what a terminal would obey', 'a\u001b[31mb\u202ec', 7, 'a·[31mb·c', 6],
  ])('has the caret at its place: %s', (_name, line, column, text, indent) => {
    expect(excerptOf(line, column, 60)).toEqual({text, indent})
  })

  it.each([
    ['at the end', 'x'.repeat(500), 498],
    ['in the middle', `${'a'.repeat(200)}${'b'.repeat(200)}`, 201],
    ['at the start', 'y'.repeat(300), 1],
    ['among wide characters', '夜'.repeat(300), 150],
    ['in a line of 30 MB', 'z'.repeat(30_000_000), 15_000_000],
  ])('is cut to the terminal, with the place in it: %s', (_name, line, column) => {
    const {text, indent} = excerptOf(line, column, 60)
    expect(widthOf(text)).toBeLessThanOrEqual(60)
    expect(widthOf(text)).toBeGreaterThan(20)
    expect(text.startsWith('…')).toBe(column > 1)
    const characters = [...text]
    let before = 0
    let at = 0
    while (before < indent) {
      before += columnsOf(characters[at] ?? '')
      at += 1
    }
    expect(before).toBe(indent)
    expect(characters[at]).toBe(line[column - 1])
  })
})

describe('text for a terminal', () => {
  it('keeps line breaks and nothing else that a terminal obeys', () => {
    expect(printable('one\ntwo\r\u0007\u009b31m')).toBe('one\ntwo··\u00b731m')
  })
})
