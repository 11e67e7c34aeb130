import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {knownMedia, withMedia} from '../../src/lock/known-media.ts'
import {parseLock} from '../../src/lock/lock-text.ts'
import {castwright} from '../cli/castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, temporaryShow} from '../temporary-show.ts'

const now = '2026-06-01T00:00:00Z'
const names = ['same', 'guid', 'gone', 'media', 'title', 'date']

function builtShow(): string {
  const folder = temporaryShow(Object.fromEntries(names.map((name) => [`${name}.md`, episodeFile(name)])))
  expect(castwright(['build', '.', '--now', now], {folder})).toMatchObject({status: 0})
  return folder
}

function edit(folder: string, file: string, from: string, to: string) {
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to))
}

function breakIt(folder: string) {
  edit(folder, 'guid.md', 'title:', 'guid: another\ntitle:')
  rmSync(join(folder, 'gone.md'))
  edit(folder, 'media.md', 'media.example', 'other.example')
  edit(folder, 'title.md', 'title: title', 'title: Title')
  edit(folder, 'date.md', '2026-01-31', '2026-02-28')
  writeFiles(folder, {'more.md': episodeFile('more')})
}

describe('castwright compare', () => {
  it.each(['output', 'output/feed.xml', 'output/feed.json'])('states what subscribers of %s will see', (old) => {
    const folder = builtShow()
    breakIt(folder)
    const {status, stdout} = castwright(['compare', old, '.', '--now', now, '--format', 'json'], {folder})
    expect(status).toBe(1)
    const found = JSON.parse(stdout).changes.map(({kind, title}: {kind: string; title: string}) => `${kind} ${title}`)
    expect(found).toEqual([
      'vanished gone',
      'delivered-again guid',
      'downloaded-again media',
      'resorted date',
      'renamed title',
      'new more',
    ])
  })

  it('finds nothing that hurts in a show that is as it was', () => {
    const folder = builtShow()
    expect(castwright(['compare', 'output', '.', '--now', now], {folder})).toEqual({
      status: 0,
      stdout: 'Subscribers see no change\n',
      stderr: '',
    })
  })

  it('makes a table for a pull request', () => {
    const folder = builtShow()
    renameSync(join(folder, 'gone.md'), join(folder, 'gone.txt'))
    const {status, stdout} = castwright(['compare', 'output', '.', '--now', now, '--format', 'markdown'], {folder})
    expect({status, stdout}).toEqual({status: 1, stdout: expect.stringContaining('| **yes** | gone | vanishes')})
  })

  it.each([
    [[], 'needs an OLD'],
    [['nowhere.xml'], 'is no feed'],
    [['show.yaml'], 'is no RSS'],
  ])('refuses %j', (words, said) => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    expect(castwright(['compare', ...words], {folder})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(said),
    })
  })
})

describe('media facts of a lock', () => {
  it('are known by URL, and take in what a probe learned', () => {
    const folder = builtShow()
    const parsed = parseLock(readFileSync(join(folder, 'castwright.lock.json'), 'utf8'))
    if (!parsed.ok) throw new Error('no lock')
    const url = 'https://media.example/same.mp3'
    expect(knownMedia(parsed.value).get(url)).toMatchObject({sizeInBytes: 5000000, durationInSeconds: 600})
    const more = withMedia(parsed.value, new Map([[url, {etag: '"1"', probed: '2026-06-01'}]]))
    expect(knownMedia(more).get(url)).toMatchObject({sizeInBytes: 5000000, etag: '"1"'})
  })
})
