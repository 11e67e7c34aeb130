import {readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {buildAsMarkdown} from '../../src/uses/build-summary.ts'
import {memberAddresses} from '../../src/uses/member-addresses.ts'
import {nextDue} from '../../src/uses/next-due.ts'
import {hashesOf} from '../files-on-disk.ts'
import {episodeFile, media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const feeds = [
  'feeds:',
  '  supporters: {members: members.txt, early: 3 days, formats: [rss, atom, json]}',
  '  patrons: {members: members.txt, early: 1 week}',
  '  friends: {members: members.txt}',
]
const moment = {
  beforeAll: '2026-06-03T08:59:59Z',
  forPatrons: '2026-06-03T09:00:00Z',
  beforeSupporters: '2026-06-07T08:59:59Z',
  forSupporters: '2026-06-07T09:00:00Z',
  beforeEverybody: '2026-06-10T08:59:59Z',
  forEverybody: '2026-06-10T09:00:00Z',
} as const

const words = ['zqslug', 'zqtitle', 'zqwords', 'zqguid', 'zqguest', 'zqspoken', 'zqchapter', 'zqcover']
const picture = readFileSync(join(import.meta.dirname, '../fixtures/shows/plain-audio/show/cover.png'))

beforeEach(() => {
  vi.stubEnv('CASTWRIGHT_SECRET', '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a')
})
afterEach(() => vi.unstubAllEnvs())

const early = [
  'title: zqtitle',
  'guid: zqguid',
  'date: 2026-06-10T09:00:00Z',
  'audio: zqslug.mp3',
  'image: zqcover.png',
  'guests: [{name: zqguest, image: zqguest.png}]',
  'chapters: ["0:00 zqchapter"]',
]

function embargoed(lines: readonly string[] = [], show: readonly string[] = []): string {
  return temporaryShow({
    'one.md': episodeFile('one', ['date: 2026-01-31T09:00:00Z']),
    'zqslug.md': `---\n${[...early, ...lines].join('\n')}\n---\nzqwords, and [more](more.html).\n`,
    'zqslug.mp3': media.mp3,
    'zqslug.srt': '1\n00:00:00,000 --> 00:00:00,700\nzqspoken words\n',
    'zqcover.png': picture,
    'zqguest.png': picture,
    'members.txt': 'kim@trial.example\njo\n',
    'show.yaml': showFile(feeds.join('\n'), 'prefixes: [op3]', ...show),
  })
}

const run = (folder: string, now: string, options: Partial<BuildOptions> = {}) =>
  build(folder, join(folder, 'output'), {now: new Date(now), ...options})

/** The feeds of the members of `feed`, by their paths. */
async function feedsFor(folder: string, feed: string): Promise<ReadonlyMap<string, string>> {
  const outcome = await memberAddresses(folder)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const paths = outcome.value
    .filter((each) => each.feed === feed)
    .map(({address}) => address.slice('https://trial.example/'.length))
  return new Map(paths.map((path) => [path, readFileSync(join(folder, 'output', path), 'utf8')]))
}

/** Where the files of the output, and what else is made of it, have one of `words`; members' own files left out. */
function tracesIn(folder: string): readonly string[] {
  const files = [...hashesOf(folder).keys()].filter(
    (path) =>
      /^(?:output\/|castwright\.lock)/.test(path) && !/^output\/(?:supporters|patrons)\/[\da-f]{48}\//.test(path),
  )
  return files.filter((path) => {
    const text = `${path}\n${readFileSync(join(folder, path), 'latin1')}`
    return words.some((word) => text.includes(word))
  })
}

const itemOf = (rss: string) => /<item>(?:(?!<\/item>).)*zqtitle.*?<\/item>/s.exec(rss)?.[0] ?? ''
const textIn = (item: string, name: string) => new RegExp(`<${name}[^>]*>([^<]*)`).exec(item)?.[1]
const enclosureOf = (item: string) => /<enclosure url="([^"]+)" length="(\d+)"/.exec(item)?.slice(1) ?? []

function fileAt(folder: string, url = ''): string {
  expect(url).toMatch(/^https:\/\/trial\.example\//)
  return join(folder, 'output', decodeURIComponent(url.slice('https://trial.example/'.length)))
}

describe('a feed whose members are first', () => {
  it('has an episode from its own time on, and nothing that is public has a trace of it', async () => {
    const folder = embargoed()
    for (const [name, now] of Object.entries(moment)) {
      const outcome = await run(folder, now)
      expect(
        outcome.problems.filter(({severity}) => severity === 'error'),
        name,
      ).toEqual([])
      const has = async (feed: string) =>
        [...(await feedsFor(folder, feed)).values()].map((text) => text.includes('zqtitle'))
      const isPublic = now >= moment.forEverybody
      expect(new Set(await has('supporters')), name).toEqual(new Set([now >= moment.forSupporters]))
      expect(new Set(await has('patrons')), name).toEqual(new Set([now >= moment.forPatrons]))
      expect(new Set(await has('friends')), name).toEqual(new Set([isPublic]))
      expect(tracesIn(folder).length > 0, name).toBe(isPublic)
      const said = JSON.stringify(outcome) + buildAsMarkdown(outcome)
      expect(
        words.some((word) => said.includes(word)),
        name,
      ).toBe(isPublic)
    }
  })

  it('gives members the bytes at an address in no other file, with pictures, and links nothing that is not there', async () => {
    const folder = embargoed()
    await run(folder, moment.forSupporters)
    const documents = await feedsFor(folder, 'supporters')
    expect(documents.size).toBe(6)
    for (const [path, text] of documents) {
      const urls = [...new Set(text.match(/https:\/\/trial\.example\/[^"'<>\s]*zq[^"'<>\s]*/g))]
      expect(urls.length, path).toBeGreaterThan(0)
      for (const url of urls) expect(statSync(fileAt(folder, url)).isFile(), url).toBe(true)
      expect(text, path).not.toContain('op3.dev')
    }
    for (const [path, rss] of documents) {
      if (!path.endsWith('.xml') || path.endsWith('.atom.xml')) continue
      const item = itemOf(rss)
      const [url, length] = enclosureOf(item)
      expect(url).toMatch(/^https:\/\/trial\.example\/supporters\/[\da-f]{48}\/media\/zqslug\.mp3$/)
      expect(readFileSync(fileAt(folder, url)).equals(media.mp3)).toBe(true)
      expect(Number(length)).toBe(media.mp3.length)
      expect(textIn(item, 'link')).toBe('https://trial.example/')
      expect(item).toMatch(/<itunes:image href="[^"]*\/supporters\/[\da-f]{48}\/images\/zqslug\.png"/)
      expect(item).toMatch(/<podcast:person [^>]*img="[^"]*\/supporters\/[\da-f]{48}\/images\/people\/zqguest\.png"/)
      expect(item).not.toMatch(/podcast:transcript|podcast:chapters /)
    }
  })

  it('keeps guid and date when everybody has it, and the early files are gone', async () => {
    const folder = embargoed()
    await run(folder, moment.forSupporters)
    const facts = async () =>
      [...(await feedsFor(folder, 'supporters'))]
        .filter(([path]) => path.endsWith('supporters.xml'))
        .map(([, rss]) => [textIn(itemOf(rss), 'guid'), textIn(itemOf(rss), 'pubDate'), enclosureOf(itemOf(rss))[0]])
    const before = await facts()
    expect(before).toHaveLength(2)
    expect(before[0]?.slice(0, 2)).toEqual(['zqguid', 'Sun, 07 Jun 2026 09:00:00 GMT'])
    await run(folder, moment.forEverybody)
    const after = await facts()
    expect(after.map(([guid, date]) => [guid, date])).toEqual(before.map(([guid, date]) => [guid, date]))
    expect(after[0]?.[2]).toBe('https://trial.example/media/zqslug.mp3')
    expect(() => statSync(fileAt(folder, before[0]?.[2]))).toThrow('ENOENT')
    const item = itemOf(readFileSync(join(folder, 'output', 'feed.xml'), 'utf8'))
    expect([textIn(item, 'guid'), textIn(item, 'pubDate')]).toEqual(['zqguid', 'Wed, 10 Jun 2026 09:00:00 GMT'])
  })

  it('comes out of a build that remembers as of one that does not, and is written once', async () => {
    const [remembering, fresh] = [embargoed(), embargoed()]
    for (const now of Object.values(moment)) {
      await run(remembering, now)
      rmSync(join(fresh, '.castwright'), {recursive: true, force: true})
      await run(fresh, now)
      expect(hashesOf(join(remembering, 'output')), now).toEqual(hashesOf(join(fresh, 'output')))
      expect(await run(remembering, now), now).toMatchObject({
        ok: true,
        value: {changed: false, written: [], deleted: []},
      })
    }
  })

  it('has a sound that changed, from a build that remembers', async () => {
    const folder = embargoed()
    await run(folder, moment.forSupporters)
    const sound = Buffer.concat([media.mp3, media.mp3])
    writeFileSync(join(folder, 'zqslug.mp3'), sound)
    await run(folder, moment.forSupporters)
    const [rss = ''] = (await feedsFor(folder, 'patrons')).values()
    const [url, length] = enclosureOf(itemOf(rss))
    expect(Number(length)).toBe(sound.length)
    expect(readFileSync(fileAt(folder, url)).equals(sound)).toBe(true)
  })

  it('waits for a time that the author pins, for members as well', async () => {
    const folder = embargoed(['not_before: 2026-06-09T12:00:00Z'])
    const supporters = async () => [...(await feedsFor(folder, 'supporters')).values()][0] ?? ''
    await run(folder, '2026-06-09T11:59:59Z')
    expect(await supporters()).not.toContain('zqtitle')
    await run(folder, '2026-06-09T12:00:00Z')
    expect(textIn(itemOf(await supporters()), 'pubDate')).toBe('Tue, 09 Jun 2026 12:00:00 GMT')
  })

  it('leaves files of a media server where they are', async () => {
    const folder = embargoed([], ['media_url: https://media.example/k3x/'])
    await run(folder, moment.forSupporters)
    const [rss = ''] = (await feedsFor(folder, 'supporters')).values()
    expect(enclosureOf(itemOf(rss))[0]).toBe('https://media.example/k3x/zqslug.mp3')
    expect(tracesIn(folder)).toEqual([])
  })

  it('has no episode that may not be published, and says so when members are due', async () => {
    const folder = embargoed(['video: zqslug.m3u8'])
    writeFileSync(join(folder, 'zqslug.m3u8'), '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000\nlow.m3u8\n')
    expect(await run(folder, moment.beforeAll)).toMatchObject({ok: true})
    const {ok, problems} = await run(folder, moment.forPatrons)
    expect([ok, problems.map(({code}) => code)]).toEqual([false, expect.arrayContaining(['stream-not-served'])])
  })

  it('has nothing of a draft', async () => {
    const folder = embargoed(['draft: true'])
    await run(folder, moment.forSupporters)
    expect([...(await feedsFor(folder, 'supporters')).values()].join()).not.toContain('zqtitle')
    expect(tracesIn(folder)).toEqual([])
  })
})

it('is waited for as the public date is', async () => {
  const folder = embargoed()
  const dueAfter = async (now: string) => {
    const outcome = await nextDue(folder, {now: new Date(now)})
    return outcome.ok ? outcome.value.waiting.map((each) => each.toISOString().replace('.000', '')) : []
  }
  const {forPatrons, forSupporters, forEverybody} = moment
  expect(await dueAfter(moment.beforeAll)).toEqual([forPatrons, forSupporters, forEverybody])
  expect(await dueAfter(forPatrons)).toEqual([forSupporters, forEverybody])
  expect(await dueAfter(forSupporters)).toEqual([forEverybody])
  expect(await dueAfter(forEverybody)).toEqual([])
})

describe('a feed that would be early for everybody', () => {
  it.each(['video: {early: 3 days}', 'main: {early: 3 days}'])('is refused: %s', async (feed) => {
    const files = {'one.md': episodeFile('one'), 'show.yaml': showFile(`feeds: {${feed}}`)}
    const {problems} = await planFiles(files)
    expect(problems).toMatchObject([{code: 'value-invalid', message: expect.stringContaining('public'), line: 11}])
  })

  it.each(['3', '0 days', '400 days', 'soon', '10 minutes'])(
    'is as early as can be understood, not "%s"',
    async (value) => {
      const files = {
        'one.md': episodeFile('one'),
        'members.txt': 'jo\n',
        'show.yaml': showFile(`feeds: {m: {members: members.txt, early: ${value}}}`),
      }
      const {problems} = await planFiles(files)
      expect(problems).toMatchObject([{code: 'value-invalid', hint: 'Write 3 days'}])
    },
  )
})
