import {expect, it} from 'vitest'
import {configEntries, firstValue} from '../../src/adopt/config-values.ts'
import {mostCommon} from '../../src/adopt/live-facts.ts'
import {fileNameOf, folderOf, plainKey} from '../../src/adopt/repository.ts'

const entries = configEntries([
  {file: 'a.toml', data: {title: ' Dawn ', params: {podcast: {itunes_author: 'Kim'}}, empty: ' '}},
  {file: 'b.yml', data: {Title: 'Noon', author: 'Jo', targets: [{name: 'live', url: 'https://x.example'}, 'text']}},
])

it('a value is found by the path of its keys, in the first file that has it, and says where', () => {
  expect(firstValue(entries, ['title'])).toEqual({value: 'Dawn', from: 'a.toml, title'})
  expect(firstValue(entries, ['targets.live.url'])).toEqual({
    value: 'https://x.example',
    from: 'b.yml, targets.live.url',
  })
  expect(firstValue(entries, ['itunes_author'])).toBeUndefined()
  expect(firstValue(entries, ['empty'])).toBeUndefined()
})

it('a name counts before a file, and the end of a path where a star says so', () => {
  expect(firstValue(entries, ['author', '*.itunes_author'])?.value).toBe('Jo')
  expect(firstValue(entries, ['*.itunes-author', 'author'])?.value).toBe('Kim')
  expect(firstValue(entries, ['*.author'])?.from).toBe('b.yml, author')
  expect(firstValue(entries, ['title'], (value) => value !== 'Dawn')?.value).toBe('Noon')
})

it('values of lists without a name, and those that lie deep, are about something else', () => {
  const deep = {a: {b: {c: {d: {e: 'x'}}}}}
  expect(configEntries([{file: 'x', data: deep}])).toEqual([])
  expect(configEntries([{file: 'x', data: {list: [{url: 'x'}]}}])).toEqual([])
})

it('a habit is what two thirds do', () => {
  expect(mostCommon(['a', 'b', 'a'])).toBe('a')
  expect(mostCommon(['a', 'b', 'a', 'b'])).toBeUndefined()
  expect(mostCommon([])).toBeUndefined()
})

it('paths and keys are cut as everywhere', () => {
  expect([folderOf('a/b/c.md'), folderOf('c.md'), fileNameOf('a/b/c.md'), fileNameOf('c.md')]).toEqual([
    'a/b',
    '',
    'c.md',
    'c.md',
  ])
  expect(plainKey('Itunes_Author-Name x')).toBe('itunesauthornamex')
})
