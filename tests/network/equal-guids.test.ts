import {mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseRssFeed} from 'feedsmith'
import {describe, expect, it, onTestFinished} from 'vitest'
import {buildNetwork} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {wavesFile} from './waves.ts'

const network = wavesFile('description: Two shows that both count from one.')

function show(name: string, digit: string): Readonly<Record<string, string>> {
  return {
    [`${name}/show.yaml`]: showFile(
      `site_url: https://waves.example/${name}/`,
      `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${digit}`,
    ),
    [`${name}/one.md`]: episodeFile(`${name}-one`, ['guid: "1"', 'date: 2026-01-01']),
  }
}

async function builtWith(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-equal-guids-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, {'shows/network.yaml': network, ...below(files)})
  return {folder, guids: await build(folder)}
}

function below(files: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`shows/${path}`, text]))
}

/** The guids in the feed of the network, by the titles of its items. */
async function build(folder: string, accept: readonly string[] = []) {
  const outcome = await buildNetwork(join(folder, 'shows'), join(folder, 'output'), {now: fixtureNow, accept})
  expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
  const {items = []} = parseRssFeed(readFileSync(join(folder, 'output/feed.xml'), 'utf8'))
  return Object.fromEntries(items.map(({title = '', guid}) => [title, guid?.value]))
}

const made = '1#0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e22'

describe('two shows of a network that have an episode of one guid', () => {
  it('have different guids in its feed, and their own ones in their feeds', async () => {
    const {folder, guids} = await builtWith({...show('boats', '1'), ...show('trains', '2')})
    expect(guids).toEqual({'boats-one': '1', 'trains-one': made})
    const own = parseRssFeed(readFileSync(join(folder, 'output/trains/feed.xml'), 'utf8'))
    expect(own.items?.map(({guid}) => guid?.value)).toEqual(['1'])
    expect(await build(folder)).toEqual(guids)
  })

  it('keep them when a show that comes first joins the network later', async () => {
    const {folder, guids} = await builtWith(show('trains', '2'))
    expect(guids).toEqual({'trains-one': '1'})
    writeFiles(folder, below(show('boats', '1')))
    expect(await build(folder)).toEqual({
      'boats-one': '1#0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21',
      'trains-one': '1',
    })
  })

  it('keep them when the other show leaves, and when a folder gets another name', async () => {
    const {folder} = await builtWith({...show('boats', '1'), ...show('trains', '2')})
    rmSync(join(folder, 'shows/boats'), {recursive: true})
    expect(await build(folder, ['show-removed:boats', 'feed-episodes-gone:main', 'address-gone'])).toEqual({
      'trains-one': made,
    })
    renameSync(join(folder, 'shows/trains'), join(folder, 'shows/railways'))
    expect(await build(folder, ['show-removed:trains', 'address-gone'])).toEqual({'trains-one': made})
  })
})
