import {cpSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, buildNetwork, deploy, type NetworkOptions, type Problem} from '../../src/index.ts'
import {bucket, keys, objectServer} from '../deploy/object-server.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow as now} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {wavesFile} from './waves.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-network-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A network of the shows `ebb` and `flow`, as its author has it before the first build. */
function ebbAndFlow(): string {
  const folder = temporaryFolder()
  writeFiles(folder, {'network.yaml': wavesFile()})
  for (const [name, end] of [
    ['ebb', '1'],
    ['flow', '2'],
  ]) {
    const lines = [`site_url: https://waves.example/${name}/`, `guid: 0d5a3d0e-5b69-5e0c-8f2c-00000000000${end}`]
    writeFiles(folder, {
      [`${name}/show.yaml`]: showFile(...lines),
      [`${name}/one.md`]: episodeFile(`${name}-one`, [`date: 2026-01-0${end}`]),
      [`${name}/two.md`]: episodeFile(`${name}-two`, [`date: 2026-02-0${end}`]),
    })
  }
  return folder
}

/** The same after a build, with its output. */
async function published(): Promise<readonly [string, string]> {
  const [folder, output] = [ebbAndFlow(), temporaryFolder()]
  expect(await errorsOf(folder, output)).toEqual([])
  return [folder, output]
}

async function errorsOf(folder: string, output: string, options: Partial<NetworkOptions> = {}) {
  return errorsIn((await buildNetwork(folder, output, {now, cache: false, ...options})).problems)
}

function errorsIn(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.filter(({severity}) => severity === 'error').map(({code}) => code))]
}

const lockName = 'castwright.lock.json'

describe('the output of a network, as a second witness', () => {
  it.each([
    ['its feed under another path', wavesFile('feeds: {rss: all.xml}')],
    ['a show that leaves its feed', wavesFile('lists: {flow: [opml, index]}')],
    ['no list of its shows any more', wavesFile('lists: {ebb: [feed], flow: [feed]}')],
    ['another guid', wavesFile().replace('9b02', '8b02')],
  ])('stops a build without the lock that has %s', async (_what, file) => {
    const [folder, output] = await published()
    const before = hashesOf(output)
    rmSync(join(folder, lockName))
    writeFiles(folder, {'network.yaml': file})
    expect(await errorsOf(folder, output)).toEqual(['unrecorded-loss'])
    for (const path of ['feed.xml', 'shows.opml', 'publisher.xml'])
      expect(hashesOf(output).get(path)).toBe(before.get(path))
  })

  it('stops a build without the lock that has a show no more', async () => {
    const [folder, output] = await published()
    rmSync(join(folder, lockName))
    writeFiles(folder, {'network.yaml': wavesFile('shows: [ebb]')})
    expect(await errorsOf(folder, output)).toContain('show-removed')
    expect(await errorsOf(folder, output, {accept: ['show-removed:flow', 'unrecorded-loss']})).toEqual([])
    expect(await errorsOf(folder, output)).toEqual([])
  })

  it('stops a build with a guid that somebody wrote into the lock and network.yaml by hand', async () => {
    const [folder, output] = await published()
    for (const path of [lockName, 'network.yaml']) {
      const text = readFileSync(join(folder, path), 'utf8')
      writeFiles(folder, {[path]: text.replaceAll('9b024349', '8b024349')})
    }
    expect(await errorsOf(folder, output)).toEqual(['unrecorded-loss'])
  })

  it('stops a build from an older backup of the network and its locks', async () => {
    const [folder, output] = await published()
    const backup = temporaryFolder()
    cpSync(folder, backup, {recursive: true})
    const gull = showFile('site_url: https://waves.example/gull/', 'guid: 0d5a3d0e-5b69-5e0c-8f2c-000000000003')
    writeFiles(folder, {'gull/show.yaml': gull, 'gull/one.md': episodeFile('gull-one', ['date: 2026-03-01'])})
    expect(await errorsOf(folder, output)).toEqual([])
    expect(await errorsOf(backup, output)).toEqual(['unrecorded-loss'])
  })

  it('says nothing where nothing is lost: the lock is then made anew', async () => {
    const [folder, output] = await published()
    const lock = readFileSync(join(folder, lockName), 'utf8')
    rmSync(join(folder, lockName))
    expect(await errorsOf(folder, output)).toEqual([])
    expect(readFileSync(join(folder, lockName), 'utf8')).toBe(lock)
  })

  it('says nothing of what its shows have taken back', async () => {
    const [folder, output] = await published()
    rmSync(join(folder, lockName))
    rmSync(join(folder, 'flow/two.md'))
    writeFiles(folder, {'ebb/one.md': episodeFile('ebb-again', ['date: 2026-01-01'])})
    const accept = ['episode-removed:two', 'enclosure-moved:one', 'guid-changed:one', 'address-gone']
    expect(await errorsOf(folder, output, {accept})).toEqual([])
  })
})

describe('two things built to one output folder', () => {
  it('a show to that of a network', async () => {
    const [folder, output] = await published()
    const before = hashesOf(output)
    const outcome = await build(join(folder, 'ebb'), output, {now, cache: false})
    expect(outcome.problems.find(({code}) => code === 'output-of-another-show')?.message).toContain('holds a network')
    expect(hashesOf(output)).toEqual(before)
  })

  it('a network to that of a show', async () => {
    const [folder, output] = [ebbAndFlow(), temporaryFolder()]
    const show = join(folder, 'ebb')
    expect(errorsIn((await build(show, output, {now, cache: false})).problems)).toEqual([])
    const feed = readFileSync(join(output, 'feed.xml'), 'utf8')
    expect(await errorsOf(folder, output)).toEqual(['output-of-another-show'])
    expect(readFileSync(join(output, 'feed.xml'), 'utf8')).toBe(feed)
  })

  it('a network to that of another network', async () => {
    const [, output] = await published()
    const other = temporaryFolder()
    const lines = ['site_url: https://tides.example/gull/', 'guid: 0d5a3d0e-5b69-5e0c-8f2c-000000000004']
    writeFiles(other, {
      'network.yaml': wavesFile().replaceAll('waves', 'tides').replace('9b02', '7b02'),
      'gull/show.yaml': showFile(...lines),
      'gull/one.md': episodeFile('gull-one', ['date: 2026-03-01']),
    })
    const feed = readFileSync(join(output, 'feed.xml'), 'utf8')
    expect(await errorsOf(other, output)).toContain('output-of-another-show')
    expect(readFileSync(join(output, 'feed.xml'), 'utf8')).toBe(feed)
  })
})

describe('--frozen', () => {
  it('wants a lock of the network, too', async () => {
    const [folder, output] = await published()
    rmSync(join(folder, lockName))
    const {problems} = await buildNetwork(folder, output, {now, frozen: true, cache: false})
    expect(problems.find(({severity}) => severity === 'error')).toMatchObject({code: 'lock-outdated', file: lockName})
    expect(hashesOf(folder).has(lockName)).toBe(false)
  })

  it('refuses a build that would change what it has recorded', async () => {
    const [folder, output] = await published()
    writeFiles(folder, {'network.yaml': wavesFile().replace('9b02', '8b02')})
    const accept = ['podcast-guid-changed', 'feed-guid-changed']
    expect(await errorsOf(folder, output, {frozen: true, accept})).toEqual(['lock-outdated'])
  })

  it('lets an episode through that has become due, and says that the lock is behind', async () => {
    const [folder, output] = await published()
    writeFiles(folder, {'ebb/three.md': episodeFile('ebb-three', ['date: 2026-03-01'])})
    const {problems, ...outcome} = await buildNetwork(folder, output, {now, frozen: true, cache: false})
    expect(errorsIn(problems)).toEqual([])
    expect(outcome.ok && outcome.value.network?.lock).toBe('behind')
  })
})

describe('a deploy of a network', () => {
  async function deployed(output: string, server: Awaited<ReturnType<typeof objectServer>>) {
    const {endpoint} = server
    return errorsIn((await deploy(output, {bucket, endpoint, region: 'us-east-1', ...keys})).problems)
  }

  it('asks the record of the store: an older output takes nothing back', async () => {
    const server = await objectServer()
    const [folder, output] = await published()
    const older = temporaryFolder()
    cpSync(output, older, {recursive: true})
    writeFiles(folder, {'network.yaml': wavesFile('feeds: {few: {tag: deep}}')})
    writeFiles(folder, {'ebb/three.md': episodeFile('ebb-three', ['date: 2026-03-01', 'tags: [deep]'])})
    expect(await errorsOf(folder, output)).toEqual([])
    expect(await deployed(output, server)).toEqual([])
    expect(await deployed(older, server)).toEqual(['deploy-takes-back'])
  })

  it('lets a show go that its author has taken out', async () => {
    const server = await objectServer()
    const [folder, output] = await published()
    expect(await deployed(output, server)).toEqual([])
    writeFiles(folder, {'network.yaml': wavesFile('shows: [ebb]')})
    const fresh = temporaryFolder()
    expect(await errorsOf(folder, fresh, {accept: ['show-removed', 'feed-episodes-gone']})).toEqual([])
    expect(await deployed(fresh, server)).toEqual([])
    expect((await server.read('flow/feed.xml')).status).toBe(404)
  })
})

describe('the folders of shows', () => {
  it('may be renamed back: the message says to what', async () => {
    const [folder, output] = await published()
    renameSync(join(folder, 'ebb'), join(folder, 'tide'))
    const {problems} = await buildNetwork(folder, output, {now, cache: false})
    expect(problems.find(({code}) => code === 'show-removed')?.hint).toContain('Give the folder tide its old name: ebb')
    expect(problems).toContainEqual(expect.objectContaining({code: 'network-show-elsewhere', file: 'tide/show.yaml'}))
  })

  it('differ in more than upper and lower case', async () => {
    const folder = ebbAndFlow()
    cpSync(join(folder, 'ebb'), join(folder, 'Ebb'), {recursive: true})
    expect(await errorsOf(folder, temporaryFolder())).toEqual(['network-show-twice'])
  })

  it.each([
    ['a feed in the folder of a show', 'feeds: {more: {tag: deep, path: ebb/more.xml}}'],
    ['a feed in place of that of a show', 'feeds: {more: {tag: deep, path: ebb/feed.xml}}'],
  ])('hold no file of the network: %s', async (_what, line) => {
    const [folder, output] = await published()
    const before = hashesOf(join(output, 'ebb'))
    writeFiles(folder, {'network.yaml': wavesFile(line)})
    expect(await errorsOf(folder, output)).toContain('output-path-reserved')
    expect(hashesOf(join(output, 'ebb'))).toEqual(before)
  })

  it('are where the show says, or that is said', async () => {
    const folder = ebbAndFlow()
    const text = readFileSync(join(folder, 'ebb/show.yaml'), 'utf8')
    writeFiles(folder, {'ebb/show.yaml': text.replace('https://waves.example/ebb/', 'https://ebb.example/')})
    const {problems} = await buildNetwork(folder, temporaryFolder(), {now, cache: false})
    expect(problems.filter(({code}) => code === 'network-show-elsewhere')).toEqual([])
  })
})

it('a network that moves changes nothing in its shows before that is accepted', async () => {
  const [folder, output] = await published()
  const shows = () => ['ebb', 'flow'].map((name) => hashesOf(join(output, name)))
  const before = shows()
  writeFiles(folder, {'network.yaml': wavesFile().replace('//waves.', '//tides.')})
  expect(await errorsOf(folder, output)).toEqual(['site-moved'])
  expect(shows()).toEqual(before)
  expect(await errorsOf(folder, output, {accept: ['site-moved']})).toEqual([])
  expect(readFileSync(join(output, 'ebb/feed.xml'), 'utf8')).toContain('https://tides.example/publisher.xml')
})

it('a network without its pages says so once', async () => {
  const [folder, output] = await published()
  writeFiles(folder, {'network.yaml': wavesFile('pages: false')})
  expect(await errorsOf(folder, output)).toEqual(['site-part-gone'])
  expect(await errorsOf(folder, output, {accept: ['site-part-gone:pages']})).toEqual([])
  expect(await errorsOf(folder, output)).toEqual([])
})

describe('a show whose removal was accepted', () => {
  const accept = ['show-removed:flow']
  const removed = (folder: string) => rmSync(join(folder, 'flow'), {recursive: true})
  const left = (output: string) => [...hashesOf(output).keys()].filter((path) => path.startsWith('flow/'))

  it('takes its items along, and what it had published is deleted, but nothing else', async () => {
    const [folder, output] = await published()
    removed(folder)
    writeFiles(output, {'flow/mine.txt': 'not of a build'})
    expect(await errorsOf(folder, output)).toEqual(['show-removed'])
    expect(left(output).length).toBeGreaterThan(10)
    expect(await errorsOf(folder, output, {accept})).toEqual([])
    expect(left(output)).toEqual(['flow/mine.txt'])
    expect(await errorsOf(folder, output)).toEqual([])
  })

  it('is deleted as well from an output that came out of a cache, and from that of a shard', async () => {
    const [folder, output] = await published()
    const [cached, shard] = [temporaryFolder(), temporaryFolder()]
    cpSync(output, cached, {recursive: true})
    cpSync(join(output, 'flow'), join(shard, 'flow'), {recursive: true})
    removed(folder)
    await errorsOf(folder, output, {accept})
    const again = await buildNetwork(folder, cached, {now, frozen: true})
    expect(again.ok && again.value.removedShows).toEqual(['flow'])
    expect(left(cached)).toEqual([])
    await errorsOf(folder, shard, {shard: {number: 1, of: 2}})
    expect(left(shard)).toEqual([])
  })

  it('is there again once its folder is', async () => {
    const [folder, output] = await published()
    const aside = temporaryFolder()
    cpSync(join(folder, 'flow'), aside, {recursive: true})
    removed(folder)
    await errorsOf(folder, output, {accept})
    cpSync(aside, join(folder, 'flow'), {recursive: true})
    expect(await errorsOf(folder, output)).toEqual([])
    expect(left(output).length).toBeGreaterThan(10)
    expect(await errorsOf(folder, output)).toEqual([])
    expect(left(output).length).toBeGreaterThan(10)
  })
})
