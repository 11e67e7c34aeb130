import {expect, it, test} from 'vitest'
import {convertChapters} from '../../src/chapters/convert.ts'

const lines = '0:00 Intro\n13:20 Second\n7:30 First\n'

it('converts what it recognises, tidies it and says what it changed', () => {
  const outcome = convertChapters(lines, {to: 'podlove-json', file: 'a.chapters.txt', durationInSeconds: 700})
  expect(outcome).toMatchObject({
    ok: true,
    problems: [
      {code: 'chapters-unsorted', file: 'a.chapters.txt', line: 3},
      {code: 'chapter-beyond-end', line: 2},
    ],
  })
  expect(outcome.ok && JSON.parse(outcome.value)).toEqual([
    {start: '00:00:00.000', title: 'Intro'},
    {start: '00:07:30.000', title: 'First'},
  ])
})

it('goes by the format that is named', () => {
  expect(convertChapters('1\n', {from: 'lines', to: 'vorbis'})).toMatchObject({
    ok: true,
    value: '',
    problems: [{code: 'chapter-unreadable'}],
  })
})

it('gives lines for a description, or the rule that they would break', () => {
  expect(convertChapters(lines, {to: 'description'})).toMatchObject({
    ok: true,
    value: '00:00:00 Intro\n00:07:30 First\n00:13:20 Second\n',
  })
  expect(convertChapters('0:00 Intro\n', {to: 'description'})).toMatchObject({
    ok: false,
    problems: [{code: 'chapters-not-for-description'}],
  })
})

test.each([
  [lines, {to: 'cue'}, 'chapters-format-unknown'],
  [lines, {from: 'cue', to: 'lines'}, 'chapters-format-unknown'],
  ['Dear diary', {to: 'lines'}, 'chapters-format-unknown'],
  ['{"chapters": [', {to: 'lines', from: 'json'}, 'chapters-unreadable'],
])('gives no value for %j with %j', (text, options, code) => {
  expect(convertChapters(text, options)).toMatchObject({ok: false, problems: [{code, severity: 'error'}]})
})
