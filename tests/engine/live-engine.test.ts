import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {openLiveEngine} from '../../src/engine/live-engine.ts'
import {type Plan, plan} from '../../src/index.ts'
import type {Engine} from '../../src/plan/engine.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-11-30T00:00:00Z')
const files = Object.fromEntries(['001', '002', '003'].map((name) => [`${name}.md`, episodeFile(name)]))

async function planned(
  folder: string,
  engine?: Engine,
): Promise<{readonly value: Plan; readonly made: readonly string[]}> {
  const made: string[] = []
  const take = (file: Parameters<Parameters<typeof plan>[2]>[0]) => {
    if ('pieces' in file && /^episodes\/./.test(file.path) && file.source !== 'show.yaml') made.push(file.source)
  }
  const outcome = await plan(folder, {now}, take, engine)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return {value: outcome.value, made: [...new Set(made)].sort()}
}

it('plans anew only what changed, and comes to what a plan from nothing comes to', async () => {
  const folder = temporaryShow(files)
  const engine = openLiveEngine(async () => [])
  expect((await planned(folder, engine)).made).toEqual(Object.keys(files))
  expect((await planned(folder, engine)).made).toEqual([])
  const changes: readonly (readonly [string, string, readonly string[]])[] = [
    ['002.md', episodeFile('002', ['title: Another']), ['002.md']],
    ['004.md', episodeFile('004'), ['004.md']],
    // The show stands on the page of every episode.
    ['show.yaml', `${showFile()}\nsubtitle: New\n`, ['001.md', '002.md', '003.md', '004.md']],
  ]
  for (const [file, text, made] of changes) {
    writeFileSync(join(folder, file), text)
    const live = await planned(folder, engine)
    expect([file, live.made]).toEqual([file, made])
    const {value} = await planned(folder)
    expect(live.value.items).toEqual(value.items)
    expect(live.value.lock.lock).toEqual(value.lock.lock)
  }
})
