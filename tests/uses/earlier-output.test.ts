import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {deliveredIn} from '../../src/uses/earlier-output.ts'
import {folderOf} from '../cli/castwright.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

it('takes nothing for published that a killed build named and had not made, or had deleted already', async () => {
  const output = folderOf({'episodes/one/index.html': '<!doctype html>'})
  const entries = ['best.xml', 'episodes/one/index.html', 'episodes/two/index.html', 'media/two.mp3']
  const published = await deliveredIn({output, entries, site: 'https://trial.example/'})
  const addresses = new Map([['episodes/one/index.html', 'one']])
  expect(published).toEqual({feeds: [], addresses, mediaHashes: expect.any(Function)})
  // No build has come to its end there, so nothing says what the media were.
  expect(published?.mediaHashes?.()).toEqual(new Map())
})

it('leaves a lock in the output that names nothing of what is to come', async () => {
  const folder = folderOf({
    'show.yaml': showFile('schedule: {in_lock: true}'),
    'some-folder/1.md': episodeFile('one'),
    'surprise.md': episodeFile('surprise', ['date: 2026-07-01']),
  })
  const outcome = await build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z')})
  expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
  expect(readFileSync(join(folder, 'castwright.lock.json'), 'utf8')).toContain('surprise')
  const copy = readFileSync(join(folder, 'output/.castwright/lock.json'), 'utf8')
  expect(copy).toContain('"feeds":["main"]')
  expect(copy).not.toMatch(/surprise|some-folder/)
})
