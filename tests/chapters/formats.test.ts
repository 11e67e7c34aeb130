import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {chapterFormatNamed, chapterFormats, detectChapterFormat} from '../../src/chapters/all-formats.ts'
import type {ChapterFormat} from '../../src/chapters/chapter-format.ts'
import type {Chapter} from '../../src/model/chapter.ts'
import {runs} from '../series.ts'
import {tidyList} from './arbitrary-chapters.ts'

const chapters: readonly Chapter[] = [
  {startInSeconds: 0, title: 'Intro & <welcome>'},
  {
    startInSeconds: 90.5,
    title: 'Headers, "first"; a=b #1 \\',
    url: 'https://example.org/?a=1&b=2',
    image: 'https://example.org/h.png',
  },
  {startInSeconds: 200, title: 'Picture', hidden: true},
  {startInSeconds: 3723, title: 'Outro'},
]

const named = (name: string): Required<ChapterFormat> => {
  const format = chapterFormatNamed(name)
  if (format?.read === undefined || format.write === undefined) throw new Error(`no format ${name}`)
  return {...format, read: format.read, write: format.write}
}

const withoutLines = (list: readonly Chapter[]): readonly Chapter[] => list.map(({line, ...rest}) => rest)

/** What a format is able to carry. */
const carries: ReadonlyMap<string, {url?: boolean; image?: boolean; hidden?: boolean; end?: boolean}> = new Map([
  ['json', {url: true, image: true, hidden: true, end: true}],
  ['podlove-json', {url: true, image: true}],
  ['psc', {url: true, image: true}],
  ['vtt', {}],
  ['ffmetadata', {}],
  ['lines', {url: true}],
  ['audacity', {end: true}],
  ['vorbis', {url: true}],
])

test('every format is tried here', () => {
  expect([...carries.keys()].sort()).toEqual(chapterFormats.map((format) => format.name).sort())
})

describe.each([...carries])('%s', (name, fields) => {
  const format = named(name)

  it('writes and reads a list with signs in its titles', () => {
    const expected = chapters
      .filter((each) => fields.hidden || each.hidden !== true)
      .map(({url, image, ...rest}) => ({
        ...rest,
        ...(fields.url && url ? {url} : {}),
        ...(fields.image && image ? {image} : {}),
      }))
    const reading = format.read(format.write(chapters))
    expect(reading.problems).toEqual([])
    expect(withoutLines(reading.chapters)).toEqual(expected)
  })

  it('is recognised by its text alone', () => {
    expect(detectChapterFormat(format.write(chapters))?.name).toBe(name)
  })

  it('comes back equal whatever the titles are', () => {
    fc.assert(
      fc.property(tidyList(fields), (list) => {
        const reading = format.read(format.write(list))
        expect(reading.problems).toEqual([])
        expect(withoutLines(reading.chapters)).toEqual(list)
      }),
      runs(300),
    )
  })

  it('reads any text without throwing, and gives times only', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'CHAPTER',
        '[CHAPTER]\n',
        'START=',
        '1',
        '\\',
        '\n',
        ' --> ',
        '0:00',
        '"chapters":',
        '[',
        ']',
        '{',
        '}',
        '<chapters>',
        '<chapter start="',
        '"',
        '/>',
        '&',
        '=',
        ',',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({unit: 'binary'}),
          pieces.map((each) => each.join('')),
          fc.json(),
        ),
        (text) => {
          format.sniff(text)
          for (const chapter of format.read(text).chapters) expect(Number.isFinite(chapter.startInSeconds)).toBe(true)
        },
      ),
      runs(300),
    )
  })

  // Quadratic reading of these would take hours.
  it.each([
    '\\',
    ' ',
    '<',
    '[',
    '{"a":',
    '<a>',
    '0:00 ',
    '&',
    '-->',
    '=',
    '- <',
    '<psc:chapters><chapter start="1" title="&a;">',
  ])('reads %j two hundred thousand characters long', (piece) => {
    const text = piece.repeat(200_000 / piece.length)
    format.sniff(text)
    format.read(`${text}x`)
  })
})

describe('what programs write', () => {
  test.each([
    [
      'json',
      '{"version":"1.1.0","chapters":[{"startTime":0,"title":"100?!","img":null,"url":null,"toc":null,"endTime":null,"location":null}],"author":null,"waypoints":null}',
      [{startInSeconds: 0, title: '100?!'}],
    ],
    [
      'json',
      '{"version":"1.2.0","chapters":[{"startTime":1.25,"endTime":2,"title":"A","toc":false},{"startTime":"2"}]}',
      [
        {startInSeconds: 1.25, endInSeconds: 2, title: 'A', hidden: true},
        {startInSeconds: 2, title: ''},
      ],
    ],
    [
      'podlove-json',
      '{"chapters":[{"start":"00:00:0.000","title":"A","href":"","image":""},{"start":"1:02:03","title":"B","href":"https://example.org/"}]}',
      [
        {startInSeconds: 0, title: 'A'},
        {startInSeconds: 3723, title: 'B', url: 'https://example.org/'},
      ],
    ],
    [
      'psc',
      '<?xml version="1.0"?><sc:chapters xmlns:sc="http://podlove.org/simple-chapters"><sc:chapter start="12:05" title=\'A &amp; B&#x21;\'/></sc:chapters>',
      [{startInSeconds: 725, title: 'A & B!'}],
    ],
    ['psc', '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters"/>', []],
    [
      'vtt',
      'WEBVTT - chapters\r\n\r\nNOTE no\r\n\r\n1\r\n00:00.000 --> 00:10.000 align:start\r\n<b>A</b> &amp;\r\nB\r\n\r\n00:20.000 --> 00:30.000\r\nC',
      [
        {startInSeconds: 0, endInSeconds: 10, title: 'A & B', line: 6},
        {startInSeconds: 20, endInSeconds: 30, title: 'C', line: 10},
      ],
    ],
    [
      'ffmetadata',
      ';FFMETADATA1\ntitle=The show\n\n[CHAPTER]\nTIMEBASE=1/44100\nSTART=44100\nEND=88200\ntitle=A \\= \\\nB\n[STREAM]\ntitle=no',
      [{startInSeconds: 1, endInSeconds: 2, title: 'A = B', line: 4}],
    ],
    ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\nSTART=1500000000\nTITLE=A', [{startInSeconds: 1.5, title: 'A', line: 2}]],
    [
      'lines',
      '\uFEFF00:00:00.000 Intro\r\n\r\n1:30 - Headers <https://example.org/>\n',
      [
        {startInSeconds: 0, title: 'Intro', line: 1},
        {startInSeconds: 90, title: 'Headers', url: 'https://example.org/', line: 3},
      ],
    ],
    [
      'vorbis',
      'TITLE=x\nCHAPTER01NAME=A\nCHAPTER01=00:00:01.500\nchapter02=00:01:00.000\n',
      [
        {startInSeconds: 1.5, title: 'A', line: 2},
        {startInSeconds: 60, title: '', line: 4},
      ],
    ],
  ])('%s %j', (name, text, expected) => {
    const reading = named(name).read(text)
    expect(reading.problems).toEqual([])
    expect(reading.chapters).toEqual(expected)
  })

  test.each([
    ['json', '{"chapters": [\n{"startTime": 0 "title": "x"}]}', 'chapters-unreadable', 2],
    ['json', '{"chapters": [\n{"startTime": 0', 'chapters-unreadable', 2],
    ['json', '{"version": "1.2.0"}', 'chapters-unreadable', undefined],
    ['json', '{"chapters": [{"title": "x"}, 5, {"startTime": -1}]}', 'chapter-unreadable', undefined],
    ['psc', '<rss/>', 'chapters-unreadable', undefined],
    ['psc', '<psc:chapters><psc:chapter title="x"/></psc:chapters>', 'chapter-unreadable', undefined],
    ['vtt', 'WEBVTT\n\nsoon --> later\nx', 'chapter-unreadable', 3],
    ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/0\nSTART=0\n', 'chapter-unreadable', 2],
    ['lines', '0:00 A\nno time here\n', 'chapter-unreadable', 2],
    ['vorbis', 'CHAPTER001NAME=A\n', 'chapter-unreadable', 1],
  ])('%s says what is wrong with %j', (name, text, code, line) => {
    const {problems} = named(name).read(text, {file: 'a.txt'})
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatchObject({code, file: 'a.txt'})
    expect(problems[0]?.line).toBe(line)
  })

  it('does not resolve entities that a file declares itself', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><psc:chapters xmlns:psc="x"><psc:chapter start="0" title="&b;"/></psc:chapters>'
    expect(named('psc').read(bomb).chapters).toEqual([{startInSeconds: 0, title: '&b;'}])
  })
})

describe('writers', () => {
  it('give Podcasting 2.0 whole seconds where they are exact, and thousandths elsewhere', () => {
    const text = named('json').write([
      {startInSeconds: 0, title: 'A'},
      {startInSeconds: 0.1 + 0.2, title: 'B', hidden: true},
    ])
    expect(JSON.parse(text)).toEqual({
      version: '1.2.0',
      chapters: [
        {startTime: 0, title: 'A'},
        {startTime: 0.3, title: 'B', toc: false},
      ],
    })
  })

  it('give WebVTT the end of the episode where it is known', () => {
    const text = named('vtt').write(chapters, {durationInSeconds: 4000})
    expect(text).toContain('01:02:03.000 --> 01:06:40.000\nOutro')
    expect(text).toContain('00:01:30.500 --> 01:02:03.000')
  })

  it('keep a title to its line even if nobody tidied it', () => {
    for (const format of chapterFormats) {
      const read = format.read?.(
        format.write?.([{startInSeconds: 1, title: 'A\n\n00:00:05.000 --> 00:00:06.000\nB'}]) ?? '',
      )
      expect(read?.chapters).toHaveLength(1)
    }
  })
})
