import {expect, test} from 'vitest'
import {soundsOf, writtenWords} from '../../../src/transcripts/align/align-words.ts'

test.each([
  ["Don't", 'do not'],
  ['don’t', 'do not'],
  ["can't", 'cannot'],
  ["we'll", 'we will'],
  ["it's", 'its'],
  ['Twenty-one', '21'],
  ['nineteen ninety-five', '1995'],
  ['season one', 'Season 1'],
  ['007', '7'],
  ['50%', 'fifty percent'],
  ['co-host', 'co host'],
  ['“Well,', 'well'],
  ['café', 'CAFE'],
  ['ﬁne', 'fine'],
  ['gonna', 'going to'],
  ["'cause", 'because'],
  ['talk.example', 'talk example'],
  ['Um,', ''],
  ['—', ''],
  ['!!!', ''],
])('%s sounds like %s', (one, other) => {
  const sounds = other.split(' ').flatMap(soundsOf)
  expect(one.split(' ').flatMap(soundsOf)).toEqual(sounds)
})

test('words keep their place in the text, CJK character by character with its marks', () => {
  const spans = [
    {kind: 'speech' as const, text: 'Say 「こ。'},
    {kind: 'event' as const, text: 'laughs'},
    {kind: 'speech' as const, text: ' twice'},
  ]
  expect(writtenWords([{spans}])).toEqual([
    {text: 'Say', cueIndex: 0, spanIndex: 0, from: 0, to: 3},
    {text: '「こ。', cueIndex: 0, spanIndex: 0, from: 4, to: 7},
    {text: 'twice', cueIndex: 0, spanIndex: 2, from: 1, to: 6},
  ])
})

test('a very long word costs no more than its length', () => {
  expect(soundsOf("'".repeat(200_000))).toEqual([])
  expect(soundsOf('a-'.repeat(50_000))).toHaveLength(50_000)
})
