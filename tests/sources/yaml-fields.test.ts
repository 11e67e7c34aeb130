import {describe, expect, it} from 'vitest'
import {parse, stringify} from 'yaml'
import {yamlFields} from '../../src/sources/files/yaml-fields.ts'

/** Pieces of which titles, guids and addresses are made, and what YAML takes for something else. */
const pieces = [
  ...['a', 'E', 'no', 'Null', 'Episode', 'x1', '12', '0x1f', '1e5', '.5', '_', '-', ':', ': ', ' ', '  ', '#', ' #'],
  ...[
    '&',
    '*',
    '!',
    '?',
    "'",
    '"',
    ',',
    '/',
    'https://a.b/',
    '%20',
    '~',
    '@',
    '2026-01-31',
    'T10:00:00Z',
    'é',
    '=',
    '|',
    'Zürich ',
    '00:01:02',
    ':59',
    '.500',
    '089',
    '0',
    '“',
    ' – ',
    '\\',
    '{',
    ']',
    '`',
    '$',
    '🚂',
    '\u2028',
    '\u001b[31m',
    '\u0001',
    '\u0007',
    '\u000b',
    '\u0008',
    '../',
    './',
  ],
  ...['12345678-1234-abcd-1234-123456789abc', 'audio/x-m4a'],
]

function texts(): readonly string[] {
  let state = 7
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const made = Array.from({length: 1000}, () =>
    Array.from({length: 1 + next(5)}, () => pieces[next(pieces.length)] ?? '').join(''),
  )
  return [...pieces, ...made]
}

describe('fields as YAML', () => {
  it('are read as the same texts by the rules of both versions, and written as `yaml` writes them', () => {
    for (const text of texts()) {
      const written = yamlFields({title: text})
      expect([written, parse(written)]).toEqual([written, {title: text}])
      expect([written, parse(written, {version: '1.1'})]).toEqual([written, {title: text}])
    }
  })

  it('are written alike whether or not a parser has to try them out', () => {
    const layout = {lineWidth: 0, blockQuote: 'literal', version: '1.1'} as const
    for (const text of texts()) {
      const map = {audio: {url: text, size: 12}}
      const usual = stringify(map, layout)
      const isSafe = [parse(usual), parse(usual, {version: '1.1'})].every((each) => each?.audio?.url === text)
      if (isSafe) expect(yamlFields(map)).toBe(usual)
      const list = {aliases: [text, 'A b: c'], hosts: [{name: text, url: 'https://a.b/'}, text], explicit: true}
      if (isSafe) expect(yamlFields(list)).toBe(stringify(list, layout))
    }
  })
})
