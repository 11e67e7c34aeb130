import {applyPatch} from 'diff'
import {describe, expect, it} from 'vitest'
import {replaced, unifiedDiff} from '../../src/fixes/unified-diff.ts'

/** `count` lines of which each is its number. */
const numbered = (count: number, end = '\n') => Array.from({length: count}, (_, line) => `line ${line}${end}`).join('')

const span = (text: string, words: string, by: string) => {
  const start = text.indexOf(words)
  return {start, end: start + words.length, text: by}
}

describe('a unified diff', () => {
  it.each<readonly [string, string, readonly (readonly [words: string, by: string])[]]>([
    ['one line', numbered(20), [['line 9', 'LINE 9']]],
    [
      'two hunks, and a line more in the first',
      numbered(30),
      [
        ['line 2\n', 'a\nb\n'],
        ['line 25', 'c'],
      ],
    ],
    [
      'two changes in one line',
      numbered(12),
      [
        ['ne 5', 'x'],
        ['\nline 6', '\ny'],
      ],
    ],
    [
      'two lines that follow each other',
      numbered(12),
      [
        ['line 5', 'x'],
        ['line 6', 'y'],
      ],
    ],
    ['lines of Windows', numbered(12, '\r\n'), [['line 5', 'x']]],
    ['lines put in', numbered(12), [['', 'first\n\n']]],
    ['lines taken out', numbered(12), [['line 3\nline 4\n', '']]],
    ['a last line without an end', `${numbered(5)}end`, [['end', 'END\nmore\n']]],
    ['an empty file', '', [['', 'first\n']]],
  ])('says %s', (_name, text, changes) => {
    const spans = changes.map(([words, by]) => span(text, words, by))
    const diff = unifiedDiff('a.md', text, spans)
    expect(applyPatch(text, diff, {autoConvertLineEndings: false, fuzzFactor: 0})).toBe(replaced(text, spans))
  })

  it('puts what follows a last line without an end into that line', () => {
    const diff = unifiedDiff('a.md', 'a\r\nb', [{start: 4, end: 4, text: '\r\nc\r\n'}])
    const hunk = '@@ -1,2 +1,3 @@\n a\r\n-b\n\\ No newline at end of file\n+b\r\n+c\r\n'
    expect(diff).toBe(`--- a/a.md\n+++ b/a.md\n${hunk}`)
  })

  it('has three lines around each change, and nothing that did not change among the changes', () => {
    const text = numbered(20)
    const diff = unifiedDiff('a.md', text, [span(text, 'line 9', 'LINE 9')])
    const around = [' line 6', ' line 7', ' line 8', '-line 9', '+LINE 9', ' line 10', ' line 11', ' line 12']
    expect(diff).toBe(`--- a/a.md\n+++ b/a.md\n@@ -7,7 +7,7 @@\n${around.join('\n')}\n`)
  })
})
