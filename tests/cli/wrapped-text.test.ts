import {expect, it} from 'vitest'
import {setText} from '../../src/cli/print/wrapped-text.ts'

it('ends lines between words, and keeps a word whole that is longer than a line', () => {
  expect(setText([{text: 'one two three'}], 8)).toEqual(['one two', 'three'])
  expect(setText([{text: 'see https://waves.example/a/long/way for it'}], 12)).toEqual([
    'see',
    'https://waves.example/a/long/way',
    'for it',
  ])
})

it('sets the lines after the first one below its text, or where it is told to', () => {
  expect(setText([{text: 'one two three'}], 12, '  note  ')).toEqual(['  note  one', '        two', '        three'])
  expect(setText([{text: 'one two three'}], 12, '  note  ', 4)).toEqual(['  note  one', '    two', '    three'])
})

it('keeps the space between columns, and takes a line break for a blank', () => {
  expect(setText([{text: 'show.yaml'}, {text: '  '}, {text: 'error'}], 40)).toEqual(['show.yaml  error'])
  expect(setText([{text: 'one\n  two'}], 40)).toEqual(['one two'])
})

it('counts the columns of a terminal, not characters', () => {
  expect(setText([{text: '東京 東京'}], 8)).toEqual(['東京', '東京'])
  expect(setText([{text: '東京 東京'}], 9)).toEqual(['東京 東京'])
})
