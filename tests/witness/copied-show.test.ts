import {cpSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const newShow = ['title: Day Trains', 'site_url: https://day.example/', 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810']

/** A show with two episodes that was built, and a copy of its folder that was made another show. */
async function copied(lines: readonly string[], files: Readonly<Record<string, string>>) {
  const folder = temporaryShow({'1.md': episodeFile('one'), '2.md': episodeFile('two')})
  await build(folder, join(folder, 'output'), {now})
  const copy = temporaryShow({})
  cpSync(folder, copy, {recursive: true})
  for (const name of ['1.md', '2.md', 'output', '.castwright']) rmSync(join(copy, name), {recursive: true})
  writeFiles(copy, {'show.yaml': showFile(...lines), ...files})
  return copy
}

async function problemsOf(folder: string, accept: readonly string[] = []) {
  const {problems} = await build(folder, join(folder, 'output'), {now, accept})
  return problems.filter(({severity}) => severity === 'error')
}

const first = {'first.md': episodeFile('first')}

describe('the lock of a show whose folder was copied to begin another one', () => {
  it('is one problem, and none once the lock is deleted', async () => {
    const folder = await copied(newShow, first)
    const [found, ...others] = await problemsOf(folder)
    expect(found).toMatchObject({code: 'lock-of-another-show', file: 'castwright.lock.json'})
    expect(found?.message).toContain('https://trial.example/')
    expect(others).toEqual([])
    rmSync(join(folder, 'castwright.lock.json'))
    expect(await problemsOf(folder)).toEqual([])
  })

  it('says that the guid is copied as well', async () => {
    const [found] = await problemsOf(await copied(['site_url: https://day.example/'], first))
    expect(found?.hint).toContain('`guid` in show.yaml')
  })

  it('is that of this show where it knows an episode', async () => {
    const found = await problemsOf(await copied(newShow, {'new-name.md': episodeFile('one')}))
    expect(found.map(({code}) => code).sort()).toEqual(['episode-removed', 'podcast-guid-changed', 'site-moved'])
  })

  it('lets pass what was accepted change by change', async () => {
    const accept = ['episode-removed', 'podcast-guid-changed', 'site-moved', 'address-gone', 'feed-guid-changed']
    expect(await problemsOf(await copied(newShow, first), accept)).toEqual([])
  })
})
