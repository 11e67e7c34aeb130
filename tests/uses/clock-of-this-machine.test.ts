import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {build, check, nextDue, plan} from '../../src/index.ts'
import {episodeFile, temporaryShow} from '../temporary-show.ts'

const files = {
  '1.md': episodeFile('one', ['date: 2020-01-31']),
  '2.md': episodeFile('two', ['date: 2999-01-31']),
}

it('tells what is due where the caller gave no time', async () => {
  const folder = temporaryShow(files)
  const checked = await check(folder)
  expect(checked).toMatchObject({ok: true, value: {published: 1}})
  expect(await plan(folder, {}, () => undefined)).toMatchObject({value: {summary: {published: 1}}})
  expect(await nextDue(folder)).toMatchObject({value: {waiting: [new Date('2999-01-31T00:00:00Z')]}})
  expect(await build(folder, join(folder, 'out'))).toMatchObject({value: {published: 1}})
})

it('a trial publishes the same, and records nothing that later builds would have to keep', async () => {
  const folder = temporaryShow(files)
  const output = join(folder, 'out')
  expect(await build(folder, output, {trial: true})).toMatchObject({value: {published: 1, lock: 'unchanged'}})
  expect(existsSync(join(output, 'feed.xml'))).toBe(true)
  expect(existsSync(join(folder, 'castwright.lock.json'))).toBe(false)
  const renamed = temporaryShow({'1.md': episodeFile('one', ['date: 2020-01-31', 'guid: another'])})
  expect(await build(renamed, output)).toMatchObject({ok: true, value: {lock: 'created'}})
})
