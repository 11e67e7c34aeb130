import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const placeholder = 'description: What the show is about, in a sentence or two.'

async function errorsOf(folder: string) {
  const options = {now: new Date('2026-06-01T00:00:00Z'), cache: false}
  const {problems} = await build(folder, join(folder, 'output'), options)
  return problems.filter(({severity}) => severity === 'error').map(({code}) => code)
}

it('an output that was published is no trial because a placeholder comes back after the lock was deleted', async () => {
  const folder = temporaryShow({'one.md': episodeFile('one'), 'two.md': episodeFile('two', ['date: 2026-02-01'])})
  expect(await errorsOf(folder)).toEqual([])
  rmSync(join(folder, 'castwright.lock.json'))
  writeFiles(folder, {'show.yaml': showFile(placeholder)})
  expect(await errorsOf(folder)).toEqual([])
  rmSync(join(folder, 'two.md'))
  expect(await errorsOf(folder)).toEqual(['unrecorded-loss'])
})

it('a trial has nothing to keep, however often it was built', async () => {
  const folder = temporaryShow({
    'show.yaml': showFile(placeholder),
    'one.md': episodeFile('one'),
    'two.md': episodeFile('two', ['date: 2026-02-01']),
  })
  expect([await errorsOf(folder), await errorsOf(folder)]).toEqual([[], []])
  rmSync(join(folder, 'two.md'))
  expect(await errorsOf(folder)).toEqual([])
})
