import {cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {buildNetwork, mergeNetwork, type NetworkOptions} from '../../src/index.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow as now} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {wavesFile} from './waves.ts'

const networkFile = wavesFile('image: cover.png')

const pictures = new URL('../fixtures/shows/every-tag/show/', import.meta.url)
const cover = readFileSync(new URL('cover.png', pictures))
const otherCover = readFileSync(new URL('banner.png', pictures))

/** A network whose shows were built by shards, and merged twice: then nothing is left to do. */
async function merged() {
  const base = mkdtempSync(join(tmpdir(), 'castwright-unchanged-network-'))
  onTestFinished(() => rmSync(base, {recursive: true, force: true}))
  const [folder, parts] = [join(base, 'waves'), join(base, 'parts')]
  writeFiles(folder, {'network.yaml': networkFile, 'cover.png': cover})
  for (const [name, end] of [
    ['ebb', '1'],
    ['flow', '2'],
  ])
    writeFiles(folder, {
      [`${name}/show.yaml`]: showFile(
        `site_url: https://waves.example/${name}/`,
        `guid: 0d5a3d0e-5b69-5e0c-8f2c-00000000000${end}`,
      ),
      [`${name}/one.md`]: episodeFile(`${name}-one`, [`date: 2026-01-0${end}`]),
    })
  const output = join(parts, '0')
  const shards = async () => {
    for (const number of [1, 2]) await buildNetwork(folder, join(parts, `${number}`), {now, shard: {number, of: 2}})
  }
  const merge = async (options: Partial<NetworkOptions> = {}) => {
    const outcome = await mergeNetwork(folder, parts, output, {now, ...options})
    return {...(outcome.ok ? outcome.value.network : undefined), problems: outcome.problems}
  }
  await shards()
  await merge()
  await merge()
  return {base, folder, parts, output, shards, merge}
}

/** The same first line, and nothing that anybody could read after it. */
function spoilDigests(parts: string): void {
  for (const path of [join(parts, '1/ebb'), join(parts, '2/flow')]) {
    const digest = join(path, '.castwright/digest.cache')
    const bytes = readFileSync(digest)
    writeFileSync(digest, bytes.fill(0, bytes.indexOf('\n') + 1))
  }
}

it('is known without a look into a digest, on another machine as well', async () => {
  const {base, parts, merge} = await merged()
  const {problems, ...before} = await merge()
  expect(before).toMatchObject({written: [], deleted: [], lock: 'unchanged'})
  expect(before.unchanged).toContain('feed.xml')
  spoilDigests(parts)
  expect(await merge()).toEqual({problems, ...before})
  // As from a cache: other inodes and other times.
  cpSync(base, `${base}.copy`, {recursive: true})
  rmSync(base, {recursive: true})
  renameSync(`${base}.copy`, base)
  expect(await merge()).toEqual({problems, ...before})
  expect((await merge({cache: false})).problems.map(({code}) => code)).toContain('network-show-unbuilt')
})

it.each<[string, (made: Awaited<ReturnType<typeof merged>>) => unknown, string[]]>([
  [
    'network.yaml',
    ({folder}) => writeFileSync(join(folder, 'network.yaml'), `${networkFile}copyright: Waves\n`),
    ['feed.xml'],
  ],
  ['its cover', ({folder}) => writeFileSync(join(folder, 'cover.png'), otherCover), ['images/cover.png']],
  [
    'an episode',
    ({folder, shards}) => {
      writeFiles(folder, {'flow/two.md': episodeFile('flow-two', ['date: 2026-02-02'])})
      return shards()
    },
    ['feed.xml'],
  ],
  ['a file of the output', ({output}) => writeFileSync(join(output, 'shows.opml'), 'edited'), ['shows.opml']],
  ['a file of the output that is gone', ({output}) => rmSync(join(output, 'atom.xml')), ['atom.xml']],
])('is built again where somebody changed %s', async (_what, change, written) => {
  const made = await merged()
  await change(made)
  const {written: found = [], problems} = await made.merge()
  expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
  expect(found).toEqual(expect.arrayContaining(written))
  const anew = join(made.parts, '../anew')
  await mergeNetwork(made.folder, made.parts, anew, {now, cache: false})
  const published = (folder: string) => [...hashesOf(folder)].filter(([path]) => !path.startsWith('.castwright'))
  expect(published(made.output)).toEqual(published(anew))
})

it('is neither remembered nor asked for what it remembers where that is not wanted', async () => {
  const {folder, merge} = await merged()
  const remembered = () => hashesOf(join(folder, '.castwright'))
  const before = remembered()
  rmSync(join(folder, '.castwright'), {recursive: true})
  expect(await merge({cache: false})).toMatchObject({written: []})
  expect(before.size).toBeGreaterThan(0)
  expect(existsSync(join(folder, '.castwright'))).toBe(false)
})

it('is asked again where the lock is another one, or the clock an earlier one', async () => {
  const {folder, merge} = await merged()
  const lock = join(folder, 'castwright.lock.json')
  const before = readFileSync(lock, 'utf8')
  writeFileSync(lock, before.replace('9b024349', '8b024349'))
  expect((await merge()).problems.map(({code}) => code)).toContain('podcast-guid-changed')
  rmSync(lock)
  expect((await merge()).lock).toBe('created')
  expect(readFileSync(lock, 'utf8')).toBe(before)
})
