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
  '<br>',
  '<br />',
  '<strong>',
  '</strong>',
  '&#8217;',
  '&ouml;',
  '@anna',
  '#12',
  'AT&amp;T',
  'mail@example.org',
  '\u2003',
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

const urls = [
  '',
  'a',
  'a-b',
  '?c=d',
  '#e',
  'a_b',
  '%20',
  'a/',
  'w.x',
  '-',
  '~',
  '?a=1&amp;b=2',
  '?a=1&b=2',
  '?a&1',
  'a(b)',
  "it's",
  'a:b',
  '@c',
  '*',
  '+',
]
const attributes = [
  '',
  '',
  '',
  ' target="_blank"',
  ' rel="nofollow"',
  ' target="_blank" rel="noopener noreferrer"',
  ' title="x"',
]

/** Notes that are mostly plain, so that many of them take the short way, with strange pieces in between. */
function generatedNotes(seed: number): string {
  const chance = chanceOf(seed)
  const piece = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  const words = (count: number, isStrange: boolean) =>
    Array.from({length: count}, () => (isStrange && chance() < 0.3 ? piece(pieces) : piece(pieces.slice(0, 7)))).join(
      isStrange && chance() < 0.3 ? '' : ' ',
    )
  const end = () => piece(['', '.', ',', '?', '!', ' ', ')', ':'])
  const link = () => {
    const url = `https://example.org/${piece(urls)}`
    const mail = 'mail@example.org'
    const form = chance()
    if (form < 0.1) return `<a href="mailto:${mail}">${chance() < 0.8 ? mail : 'mail'}</a>`
    const text = form < 0.3 ? url : words(1 + chance() * 2, chance() < 0.2)
    return `<a href="${url}"${piece(attributes)}>${text}</a>`
  }
  const mark = () => {
    const name = piece(['strong', 'b', 'em', 'i'])
    return `<${name}>${words(1 + chance() * 2, chance() < 0.1)}${piece(['', '', ':', '.', ' '])}</${name}>`
  }
  const part = (isStrange: boolean) => {
    const kind = chance()
    return kind < 0.5 ? words(1 + chance() * 4, isStrange) : kind < 0.75 ? link() : mark()
  }
  const sentence = () => {
    const isStrange = chance() < 0.2
    const parts = Array.from({length: 1 + chance() * 4}, () => part(isStrange))
    return `${parts.map((each, index) => (index === 0 ? each : `${piece([' ', ' ', ' ', ' ', '<br>', '<br />\n', '\n', '', ', '])}${each}`)).join('')}${end()}`
  }
  const block = () => {
    const kind = chance()
    if (kind < 0.7) return `<p>${sentence()}</p>`
    if (kind < 0.8)
      return `<h${1 + Math.floor(chance() * 6)}>${sentence()}</h2>`.replace(/<h(\d)>(.*)<\/h2>/s, '<h$1>$2</h$1>')
    const name = piece(['ul', 'ol'])
    const items = Array.from({length: 1 + chance() * 3}, () => `<li>${sentence()}</li>`)
    return `<${name}>${items.join(piece(['', '\n', ' ']))}</${name}>`
  }
  if (chance() < 0.2) return sentence()
  return Array.from({length: 1 + chance() * 3}, block).join(piece(['', '\n', '\n\n', ' ']))
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
    'a\u00a0b',
    '',
    '<p></p>',
    '<p>a</p>b',
    '<p>1. a</p>',
    '<p class="x">a</p>',
    '<ul><li>a</li></ul><ul><li>b</li></ul>',
    '<ul><li><p>a</p></li></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
    '<p>a<br><br>b</p>',
    '<p>a<br></p>',
    '<p>See<strong>this</strong></p>',
    '<p>See <strong>this </strong></p>',
    '<p>Look! <a href="https://example.org/">A</a></p>',
    '<p>a\u00a0</p>',
  ])('are not what %j is', (html) => {
    expect(plainNotes(html)).toBeUndefined()
  })
})
