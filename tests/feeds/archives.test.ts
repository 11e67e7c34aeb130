import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {type BuildOptions, type BuildReport, build} from '../../src/uses/build.ts'
import {podcastFeed} from '../feed-documents.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const day = 24 * 60 * 60 * 1000
const name = (number: number) => `e${String(number).padStart(3, '0')}`
/** One a day, the first on 1 January 2020. */
const dateOf = (number: number) => new Date(Date.UTC(2020, 0, 1) + (number - 1) * day).toISOString().slice(0, 10)
const episode = (number: number, ...lines: readonly string[]) => ({
  [`${name(number)}.md`]: episodeFile(name(number), [`date: ${dateOf(number)}`, ...lines]),
})
const episodes = (count: number) => Object.assign({}, ...Array.from({length: count}, (_, index) => episode(index + 1)))
const range = (from: number, to: number) => Array.from({length: to - from + 1}, (_, index) => name(from + index))

function archivedShow(count: number, ...lines: readonly string[]): string {
  return temporaryShow({...episodes(count), 'show.yaml': showFile('items_per_feed: 10', ...lines)})
}

async function run(folder: string, options: Partial<BuildOptions> = {}): Promise<BuildReport> {
  const outcome = await build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z'), ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

const read = (folder: string, path: string) => readFileSync(join(folder, 'output', path), 'utf8')

/** Feed documents that a build wrote, made anew, or took away. */
function documentsOf({written, deleted}: BuildReport): readonly string[] {
  return [...written, ...deleted].filter((path) => /^(?:feed|atom)[^/]*\.(?:xml|json)$/.test(path)).sort()
}

/** Every document of a feed, from the one that people subscribe to on, by the links alone; titles as they stand in each. */
function walk(folder: string, start: string, relation: 'prev-archive' | 'next_url'): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (let path: string | undefined = start; path !== undefined && !found.has(path); ) {
    const document = podcastFeed(read(folder, path))
    found.set(path, document.titles)
    path = document.links[relation]?.replace('https://trial.example/', '')
  }
  return found
}

const formats = [
  ['feed.xml', 'feed-archive-', '.xml', 'prev-archive'],
  ['atom.xml', 'atom-archive-', '.xml', 'prev-archive'],
  ['feed.json', 'feed-archive-', '.json', 'next_url'],
] as const

describe.each(formats)('%s of a show with archives', (path, stem, ending, relation) => {
  const archive = (number: number) => `${stem}${number}${ending}`

  it('holds the newest episodes, and the archives each older one once', async () => {
    const folder = archivedShow(34)
    await run(folder)
    const documents = walk(folder, path, relation)
    expect([...documents.keys()]).toEqual([path, archive(2), archive(1)])
    expect(documents.get(path)).toEqual(range(21, 34).reverse())
    expect(documents.get(archive(1))).toEqual(range(1, 10).reverse())
    expect([...documents.values()].flat().sort()).toEqual(range(1, 34))
  })

  it('says what each document is', async () => {
    const folder = archivedShow(34)
    await run(folder)
    const [current, second, first] = [path, archive(2), archive(1)].map((each) => podcastFeed(read(folder, each)))
    const address = (each: string) => `https://trial.example/${each}`
    if (path === 'feed.json') {
      expect([current, second, first].map((each) => each?.links)).toEqual([
        {self: address(path), next_url: address(archive(2))},
        {self: address(archive(2)), next_url: address(archive(1))},
        {self: address(archive(1))},
      ])
      return
    }
    expect(current).toMatchObject({isArchive: false, links: {self: address(path), 'prev-archive': address(archive(2))}})
    expect(current?.links).not.toHaveProperty('current')
    expect(current?.links).not.toHaveProperty('next-archive')
    expect(second).toMatchObject({
      isArchive: true,
      links: {self: address(archive(2)), current: address(path), 'prev-archive': address(archive(1))},
    })
    expect(second?.links).not.toHaveProperty('next-archive')
    expect(first).toMatchObject({
      isArchive: true,
      links: {self: address(archive(1)), current: address(path), 'next-archive': address(archive(2))},
    })
    expect(first?.links).not.toHaveProperty('prev-archive')
  })
})

describe('an archive never changes by what is published later', () => {
  it('neither by a new episode', async () => {
    const folder = archivedShow(34)
    await run(folder)
    writeFiles(folder, episode(35))
    expect(documentsOf(await run(folder))).toEqual(['atom.xml', 'feed.json', 'feed.xml'])
  })

  it('nor by one that fills the next: that one is new, and the one before it gets a link', async () => {
    const folder = archivedShow(39)
    await run(folder)
    const before = hashesOf(join(folder, 'output'))
    writeFiles(folder, episode(40))
    await run(folder)
    const after = hashesOf(join(folder, 'output'))
    const archives = [...after.keys()].filter((path) => path.includes('-archive-'))
    const inEveryForm = feedKinds.map(({mainPath}) => mainPath.replace('.', '-archive-3.')).toSorted()
    expect(archives.filter((path) => !before.has(path))).toEqual(inEveryForm)
    expect(archives.filter((path) => before.has(path) && before.get(path) !== after.get(path))).toEqual([
      'atom-archive-2.xml',
      'feed-archive-2.xml',
    ])
    expect(podcastFeed(read(folder, 'feed-archive-3.xml')).titles).toEqual(range(21, 30).reverse())
    expect(podcastFeed(read(folder, 'feed.xml')).titles).toEqual(range(31, 40).reverse())
  })

  it('nor by one with a date of years ago: subscribers get it', async () => {
    const folder = archivedShow(34)
    await run(folder)
    writeFiles(folder, {'found.md': episodeFile('found', ['date: 2020-01-03'])})
    expect(documentsOf(await run(folder))).toEqual(['atom.xml', 'feed.json', 'feed.xml'])
    expect(podcastFeed(read(folder, 'feed.xml')).titles).toEqual([...range(21, 34).reverse(), 'found'])
  })

  it('nor by one that was held back while its neighbours were archived', async () => {
    const folder = archivedShow(34)
    writeFiles(folder, episode(5, 'draft: true'))
    await run(folder)
    writeFiles(folder, episode(5))
    expect(documentsOf(await run(folder))).toEqual(['atom.xml', 'feed.json', 'feed.xml'])
    expect(podcastFeed(read(folder, 'feed.xml')).titles.at(-1)).toBe(name(5))
  })

  it('nor by a file that is renamed, or a smaller or larger number per feed', async () => {
    const folder = archivedShow(34)
    await run(folder)
    const before = read(folder, 'feed-archive-1.xml')
    rmSync(join(folder, `${name(3)}.md`))
    writeFiles(folder, {
      'renamed.md': episodeFile(name(3), [`date: ${dateOf(3)}`]),
      'show.yaml': showFile('items_per_feed: 12'),
    })
    await run(folder)
    expect(podcastFeed(read(folder, 'feed-archive-1.xml')).titles).toEqual(podcastFeed(before).titles)
    expect(podcastFeed(read(folder, 'feed-archive-2.xml')).titles).toHaveLength(10)
  })

  it('but by an edit of an episode in it, and only that one', async () => {
    const folder = archivedShow(34)
    await run(folder)
    writeFiles(folder, {[`${name(12)}.md`]: episodeFile(name(12), [`date: ${dateOf(12)}`], 'Corrected.\n')})
    expect(documentsOf(await run(folder))).toEqual(['atom-archive-2.xml', 'feed-archive-2.json', 'feed-archive-2.xml'])
  })
})

describe('a machine of CI that does not write the lock', () => {
  it('fills the same archive, and that is no change of what is recorded', async () => {
    const folder = archivedShow(39)
    await run(folder)
    writeFiles(folder, episode(40))
    expect(await run(folder, {frozen: true})).toMatchObject({lock: 'behind'})
    const archive = read(folder, 'feed-archive-3.xml')
    expect(await run(folder)).toMatchObject({lock: 'updated', written: []})
    expect(read(folder, 'feed-archive-3.xml')).toBe(archive)
  })
})

describe('every feed of a show', () => {
  it('has archives of its own', async () => {
    const lines = 'feeds: {odd: {tag: odd, formats: [rss, atom]}, few: {latest: 3}, all: {items_per_feed: 15}}'
    const odd = Object.assign(
      {},
      ...range(1, 40).map((_, index) => (index % 2 === 0 ? episode(index + 1, 'tags: [odd]') : {})),
    )
    const folder = archivedShow(40, lines)
    writeFiles(folder, odd)
    const {feeds} = await run(folder)
    expect(feeds.map((feed) => [feed.name, feed.episodes, feed.archives.map((each) => each.episodes)])).toEqual([
      ['main', 10, [10, 10, 10]],
      ['odd', 10, [10]],
      ['few', 3, []],
      ['all', 25, [15]],
    ])
    expect(feeds[1]?.archives[0]?.paths).toEqual({rss: 'odd-archive-1.xml', atom: 'odd-archive-1.atom.xml'})
    const firstOdd = podcastFeed(read(folder, 'odd-archive-1.xml')).titles
    writeFiles(folder, episode(41, 'tags: [odd]'))
    await run(folder)
    expect(podcastFeed(read(folder, 'odd-archive-1.xml')).titles).toEqual(firstOdd)
  })

  it('keeps its trailer in the document that people subscribe to', async () => {
    const folder = archivedShow(34)
    writeFiles(folder, episode(1, 'type: trailer'))
    await run(folder)
    expect(read(folder, 'feed.xml')).toContain('<podcast:trailer')
    expect(read(folder, 'feed-archive-1.xml')).not.toContain('<podcast:trailer')
  })

  it('is whole again where archives are given up', async () => {
    const folder = archivedShow(34)
    await run(folder)
    writeFiles(folder, {'show.yaml': showFile()})
    const report = await run(folder)
    expect(report.deleted).toHaveLength(2 * feedKinds.length)
    expect(podcastFeed(read(folder, 'feed.xml')).titles).toHaveLength(34)
    expect(readFileSync(join(folder, 'castwright.lock.json'), 'utf8')).not.toContain('archives')
  })
})

describe('a lock', () => {
  it('with an archive that is none is not believed', async () => {
    const folder = archivedShow(34)
    await run(folder)
    const path = join(folder, 'castwright.lock.json')
    writeFiles(folder, {'castwright.lock.json': readFileSync(path, 'utf8').replace('{"main":1}', '{"main":"../1"}')})
    const outcome = await build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z')})
    expect(outcome).toMatchObject({ok: false, problems: [{code: 'lock-unreadable'}]})
  })
})
