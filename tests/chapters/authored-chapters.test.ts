import fc from 'fast-check'
import {expect, it, test} from 'vitest'
import {readAuthoredChapters} from '../../src/chapters/authored-chapters.ts'

test.each<[string, unknown, unknown]>([
  ['nothing', null, []],
  ['an empty text', '', []],
  [
    'texts',
    ['0:00 Intro', '1:30 - Headers', '(00:06:39) Blocks', '1:02:03: Outro'],
    [
      [0, 'Intro'],
      [90, 'Headers'],
      [399, 'Blocks'],
      [3723, 'Outro'],
    ],
  ],
  [
    'texts of Octopod',
    ['00:00:00.000 Intro.', '00:00:30.000 ... Shoubidoo ...'],
    [
      [0, 'Intro.'],
      [30, '... Shoubidoo ...'],
    ],
  ],
  [
    'a text of several lines',
    '0:00 Intro\n\n1:30 Headers\n',
    [
      [0, 'Intro'],
      [90, 'Headers'],
    ],
  ],
  [
    'maps with start',
    [
      {start: '00:00:00', title: 'Intro'},
      {start: '00:00:0.500', title: 'B'},
    ],
    [
      [0, 'Intro'],
      [0.5, 'B'],
    ],
  ],
  [
    'maps with startTime, as texts',
    [
      {title: 'Intro', startTime: '0'},
      {title: 'B', startTime: '00:10:00'},
      {title: 'C', startTime: '900'},
    ],
    [
      [0, 'Intro'],
      [600, 'B'],
      [900, 'C'],
    ],
  ],
  ['maps with time', [{time: '0:00', title: 'Intro'}], [[0, 'Intro']]],
  [
    'times as keys of a list',
    [{'0:00': 'Intro'}, {'1:30': 'Headers'}],
    [
      [0, 'Intro'],
      [90, 'Headers'],
    ],
  ],
  [
    'times as keys of a map',
    {'0:00': 'Intro', '1:30': 'Headers'},
    [
      [0, 'Intro'],
      [90, 'Headers'],
    ],
  ],
  [
    'the Podcasting 2.0 object',
    {version: '1.1.0', chapters: [{startTime: '0', title: 'Intro', toc: null}], waypoints: null},
    [[0, 'Intro']],
  ],
  ['the same as JSON text', '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}]}', [[0, 'Intro']]],
  ['empty entries between', [null, '0:00 Intro', ''], [[0, 'Intro']]],
])('reads %s', (_, data, expected) => {
  const reading = readAuthoredChapters(data)
  expect('chapters' in reading && reading.chapters.map((each) => [each.startInSeconds, each.title])).toEqual(expected)
})

it('reads links, pictures, ends and silent markers, whatever they are called', () => {
  const data = [
    {start: '0:00', end: '0:30', title: 'A', href: 'https://example.org/', image: 'a.png', hidden: 'true'},
    {startTime: '1:00', endTime: '90', title: 'B', url: 'https://example.org/', img: 'b.png', toc: 'false'},
    {start: '2:00', title: 'C', href: '', img: null, toc: 'true', hidden: 'no'},
  ]
  expect(readAuthoredChapters(data)).toEqual({
    chapters: [
      {startInSeconds: 0, endInSeconds: 30, title: 'A', url: 'https://example.org/', image: 'a.png', hidden: true},
      {startInSeconds: 60, endInSeconds: 90, title: 'B', url: 'https://example.org/', image: 'b.png', hidden: true},
      {startInSeconds: 120, title: 'C'},
    ],
  })
})

test.each<[unknown, string, number | undefined]>([
  [['Headers'], '`Headers` does not begin with a time', 0],
  [[null, {title: 'Headers'}], 'has no start', 1],
  [[{start: '1:75:00', title: 'A'}], 'starts at `1:75:00`, which is not a time', 0],
  [[['0:00', 'Intro']], 'is not a chapter', 0],
  [{chapters: 'soon'}, 'has `chapters` that are not a list', undefined],
  [5, 'is not a list of chapters', undefined],
  ['{"chapters": [}', 'holds JSON with a fault', undefined],
  [{intro: '0:00'}, 'has no start', 0],
])('refuses %j and says why', (data, wrong, index) => {
  const reading = readAuthoredChapters(data)
  expect(reading).toMatchObject({wrong: expect.stringContaining(wrong), hint: expect.any(String)})
  expect('wrong' in reading ? reading.index : undefined).toBe(index)
})

test.each([
  ['Headers', '`Headers` does not begin with a time'],
  [{title: 'Headers'}, 'has no start'],
])('leaves %j out among chapters, and says why', (entry, wrong) => {
  expect(readAuthoredChapters(['0:00 Intro', entry, '2:00 End'])).toEqual({
    chapters: [
      {startInSeconds: 0, title: 'Intro'},
      {startInSeconds: 120, title: 'End'},
    ],
    leftOut: [{index: 1, at: ['1'], wrong: expect.stringContaining(wrong), hint: expect.any(String)}],
  })
})

it('is not misled by keys of Object', () => {
  expect(readAuthoredChapters([JSON.parse('{"__proto__": {"start": "0:00", "title": "x"}}')])).toMatchObject({
    wrong: 'has no start',
  })
  expect(readAuthoredChapters([Object.create({start: '0:00', title: 'x'})])).toMatchObject({wrong: 'has no start'})
  expect(readAuthoredChapters([{constructor: '0:00'}])).toMatchObject({wrong: 'has no start'})
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.anything({withNullPrototype: true}), (data) => {
      const reading = readAuthoredChapters(data)
      expect('chapters' in reading || reading.wrong !== '').toBe(true)
    }),
  )
})
