import {describe, expect, it} from 'vitest'
import {plainNotes} from '../../../src/sources/files/plain-notes.ts'
import {convertedNotes} from '../../../src/uses/import/imported-notes.ts'
import {bounded} from '../../series.ts'

/** Pieces of notes: words, and everything that Markdown, HTML or our own notes could make more of. */
const pieces = [
  'The train',
  'night',
  'Zürich',
  'ü',
  'e\u0301',
  '日本',
  'at 9',
  '12:34',
  '1:02:03',
  'a:b',
  'www.example.org',
  'www',
  'w.',
  'example.org',
  'mail@example.org',
  'https://example.org/',
  'http',
  ':',
  ';',
  ',',
  '.',
  '...',
  '…',
  '!',
  '?',
  '-',
  '--',
  '---',
  '–',
  '+',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '#',
  '#tag',
  '##',
  '>',
  '=',
  '===',
  '==',
  '|',
  '[',
  ']',
  '(',
  ')',
  '[x]',
  '{',
  '}',
  '{{',
  '}}',
  '\\',
  '/',
  '%',
  '$',
  '$$',
  '^',
  '&amp;',
  '&',
  '&lt;',
  '&nbsp;',
  '"',
  "'",
  '“',
  '”',
  '«',
  '»',
  '1.',
  '1)',
  '10',
  'a',
  'A',
  'S01',
  ':smile:',
  'TODO',
  'no.',
  'etc.',
  'N.B.',
  'x.y.z',
  'w.w',
  'W.',
  ' ',
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  '\t',
  '\u00a0',
  '<p>',
  '</p>',
  '</p>\n<p>',
  '</p><p>',
  '</p> <p>',
  '<br>',
  '<b>',
  '</b>',
  '<em>',
  '</em>',
  '<a href="https://example.org/a">',
  '<a href="https://example.org/a-b/?c=d%20e#f">',
  '<a href="http://example.org/">',
  '</a>',
  '<a href="https://example.org/a_b">',
  '<a title="x" href="https://example.org/">',
  '<ul><li>',
  '</li></ul>',
  '<h2>',
  '</h2>',
  '<div>',
  '</div>',
]

/** The same numbers for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Notes that are mostly plain, so that many of them take the short way, with strange pieces in between. */
function generatedNotes(seed: number): string {
  const chance = chanceOf(seed)
  const piece = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  const words = (count: number, isStrange: boolean) =>
    Array.from({length: count}, () => (isStrange && chance() < 0.3 ? piece(pieces) : piece(pieces.slice(0, 7)))).join(
      isStrange && chance() < 0.3 ? '' : ' ',
    )
  const end = () => piece(['', '.', ',', '?', '!', ' ', ')', ':'])
  const link = () =>
    `<a href="https://example.org/${piece(['', 'a', 'a-b', '?c=d', '#e', 'a_b', '%20', 'a/', 'w.x', '-', '~'])}">${words(1 + chance() * 2, chance() < 0.2)}</a>`
  const paragraph = () => {
    const isStrange = chance() < 0.4
    const before = words(1 + chance() * 4, isStrange)
    const sentence =
      chance() < 0.5
        ? before
        : `${before}${chance() < 0.8 ? ' ' : ''}${link()}${chance() < 0.5 ? '' : ` ${words(2, isStrange)}`}`
    return `${sentence}${end()}`
  }
  if (chance() < 0.2) return paragraph().replace(/<[^>]*>/g, '')
  return Array.from({length: 1 + chance() * 3}, () => `<p>${paragraph()}</p>`).join(piece(['', '\n', '\n\n', ' ']))
}

describe('notes of plain sentences', () => {
  it('become the same Markdown by the short way and by the long one', () => {
    const {cases} = bounded(500)
    let short = 0
    for (const index of cases) {
      const html = generatedNotes(index + 1)
      const plain = plainNotes(html)
      if (plain === undefined) continue
      short += 1
      expect(plain, html).toBe(convertedNotes(html))
    }
    expect(short).toBeGreaterThan(cases.length / 10)
  })

  it.each([
    '12:34 begins',
    'See www.example.org',
    'A *b*',
    'a  b',
    '',
    '<p></p>',
    '<p>a</p>b',
    '<p>1. a</p>',
    '<p class="x">a</p>',
  ])('are not what %j is', (html) => {
    expect(plainNotes(html)).toBeUndefined()
  })
})
