import {describe, expect, it} from 'vitest'
import type {Config, Data} from '../../src/adopt/repository.ts'
import {isFolderData, sharedFields} from '../../src/adopt/shared-fields.ts'

const isField = (key: string) => ['season', 'explicit', 'tags'].includes(key)

describe('fields that a site says for all episodes', () => {
  it.each([
    ['src/episodes/episodes.json', true],
    ['src/episodes/episodes.11tydata.js', true],
    ['src/episodes/episodes.11tydata.json', true],
    ['src/episodes/other.json', false],
    ['src/episodes/episodes.md', false],
    ['episodes.json', false],
  ])('stand in %s: %s', (file, expected) => {
    expect(isFolderData(file)).toBe(expected)
  })

  it('are named with their file, but for those of the site, and those of other folders', () => {
    const data = {layout: 'x', tags: 'episodes', season: '1', other: 'x'}
    const configs = [
      {file: 'src/episodes/episodes.json', data},
      {file: 'src/posts/posts.json', data},
    ]
    expect(sharedFields(configs, 'src/episodes', isField)).toEqual([
      {file: 'src/episodes/episodes.json', keys: ['season']},
    ])
  })

  it('are those of Jekyll whose scope has the episodes', () => {
    const scoped = (scope: Readonly<Record<string, string>>) => ({
      file: '_config.yml',
      data: {defaults: [{scope, values: {layout: 'x', explicit: 'true', season: 'false'}}]},
    })
    const keysOf = (scope: Readonly<Record<string, string>>) => sharedFields([scoped(scope)], '_episodes', isField)
    expect(keysOf({path: '', type: 'episodes'})).toEqual([{file: '_config.yml', keys: ['explicit']}])
    expect(keysOf({path: '_episodes'})).toHaveLength(1)
    expect(keysOf({path: '', type: 'posts'})).toEqual([])
    expect(keysOf({path: 'other'})).toEqual([])
  })

  it('are those that a folder of Hugo hands down to the pages below it', () => {
    const page = (file: string, cascade: Data) => ({file, data: {cascade}})
    const keysOf = (config: Config) => sharedFields([config], 'content/episodes', isField).flatMap(({keys}) => keys)
    expect(keysOf(page('content/episodes/_index.md', {season: '2', params: {explicit: 'true'}}))).toEqual([
      'season',
      'explicit',
    ])
    expect(keysOf(page('content/_index.md', {season: '2'}))).toEqual(['season'])
    expect(keysOf(page('content/blog/_index.md', {season: '2'}))).toEqual([])
    expect(keysOf(page('hugo.yaml', [{target: {path: '/episodes/**'}, season: '2'}]))).toEqual(['season'])
    expect(keysOf(page('hugo.yaml', [{_target: {path: '/{blog,news}/**'}, season: '2'}]))).toEqual(['season'])
    expect(keysOf(page('hugo.yaml', [{_target: {path: '/blog/**'}, season: '2'}]))).toEqual([])
    expect(keysOf(page('hugo.yaml', 'none'))).toEqual([])
  })
})
