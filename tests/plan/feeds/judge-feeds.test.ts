import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {build, check, type Problem} from '../../../src/index.ts'
import {feedFormats} from '../../../src/serialise/feed-formats.ts'
import {type TextPiece, textOfPiece} from '../../../src/text/text-piece.ts'
import {episodeFile, showFile, temporaryShow} from '../../temporary-show.ts'

type Fault = (piece: string) => string

/** What a fault in a serialiser would do to each piece of a feed. */
const planted: {fault: Fault} = {fault: (piece) => piece}

function* faulty(pieces: Iterable<TextPiece>): Generator<string> {
  for (const piece of pieces) yield planted.fault(textOfPiece(piece))
}

beforeAll(() => {
  for (const writer of feedFormats) {
    const {format} = writer
    vi.spyOn(writer, 'format').mockImplementation((feed, known) => faulty(format(feed, known)))
  }
})
afterAll(() => void vi.restoreAllMocks())

const now = new Date('2026-06-01T00:00:00Z')
const files = {
  'show.yaml': showFile(),
  '001-first.md': episodeFile('First', ['guid: first & "foremost"']),
  '002-second.md': episodeFile('Second', ['date: 2026-02-01']),
}

const faults: readonly (readonly [string, Fault, string, string])[] = [
  [
    'RSS that is not well-formed',
    (piece) => piece.replace('<title>Second</title>', '<title>Second'),
    'feed-not-well-formed',
    '002-second.md',
  ],
  [
    'a date that no app reads',
    (piece) => piece.replace(/<pubDate>Sat, 31 Jan/, '<pubDate>31. Januar'),
    'feed-date-not-rfc822',
    '001-first.md',
  ],
  [
    'a channel without a title',
    (piece) => (/^ {4}<title>/.test(piece) ? '' : piece),
    'feed-title-missing',
    'show.yaml',
  ],
  [
    'an Atom date without a zone',
    (piece) => piece.replace('<published>2026-01-31T00:00:00Z', '<published>2026-01-31'),
    'feed-date-not-rfc3339',
    '001-first.md',
  ],
  [
    'a JSON item without its content',
    (piece) => piece.replace(/"content_html": "<p>/, '"content": "<p>'),
    'json-feed-content-missing',
    '002-second.md',
  ],
]

function essence({code, file}: Problem) {
  return {code, file}
}

beforeEach(() => {
  planted.fault = (piece) => piece
})

describe('a fault of a serialiser', () => {
  it.each(faults)('that writes %s stops the build, at the file of the episode', async (_name, fault, code, file) => {
    const folder = temporaryShow(files)
    const output = join(folder, 'output')
    planted.fault = fault
    const built = await build(folder, output, {now})
    expect(built.ok).toBe(false)
    expect(built.problems.map(essence)).toContainEqual({code, file})
    expect(built.problems.find((each) => each.code === code)?.message).toMatch(
      /^(?:feed|atom)\.\w+ would be invalid in line \d+/,
    )
    expect(existsSync(output)).toBe(false)
    expect((await check(folder, {now})).problems.map(essence)).toContainEqual({code, file})
  })

  it('is said of each document that has one', async () => {
    planted.fault = (piece) =>
      piece.replace(/<pubDate>Sat, 31 Jan/, '<pubDate>31. Januar').replace(/"content_html": "<p>/, '"content": "<p>')
    const {problems} = await build(temporaryShow(files), join(temporaryShow({}), 'output'), {now})
    const codes = problems.map(({code}) => code)
    expect(codes).toEqual(expect.arrayContaining(['feed-date-not-rfc822', 'json-feed-content-missing']))
  })

  it('leaves what is published as it is, and is stopped on the way to a changed feed only', async () => {
    const folder = temporaryShow(files)
    const output = join(folder, 'output')
    expect((await build(folder, output, {now})).problems).toEqual([])
    expect((await build(folder, output, {now})).ok).toBe(true)
    planted.fault = (piece) => piece.replace('<title>Second</title>', '<title>Second')
    // A build that remembers would not write the feed again.
    expect((await build(folder, output, {now, cache: false})).ok).toBe(false)
    planted.fault = (piece) => piece
    expect(await build(folder, output, {now})).toMatchObject({ok: true, value: {written: []}})
  })
})
