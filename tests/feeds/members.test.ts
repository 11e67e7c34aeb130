import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {reportedPath} from '../../src/plan/feeds/member-feeds.ts'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {buildAsMarkdown} from '../../src/uses/build-summary.ts'
import {memberAddresses} from '../../src/uses/member-addresses.ts'
import {readOutputFiles} from '../../src/write/manifest.ts'
import {podcastFeed} from '../feed-documents.ts'
import {hashesOf} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
const feeds = 'feeds: {supporters: {members: members.txt, title: Trial Run for supporters}}'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

function privateShow(members = 'kim@trial.example\njo\n', ...lines: readonly string[]): string {
  return temporaryShow({
    'one.md': episodeFile('one'),
    'two.md': episodeFile('two', ['date: 2026-02-01']),
    'members.txt': members,
    'show.yaml': showFile(...(lines.length === 0 ? [feeds] : lines)),
  })
}

const run = (folder: string, options: Partial<BuildOptions> = {}) =>
  build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z'), ...options})

async function addresses(folder: string): Promise<ReadonlyMap<string, string>> {
  const outcome = await memberAddresses(folder)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return new Map(outcome.value.map(({member, address}) => [member, address.replace('https://trial.example/', '')]))
}

describe('a feed for members', () => {
  it('stays where each member has it: another secret is an error until it is accepted', async () => {
    const folder = privateShow()
    await run(folder)
    vi.stubEnv('CASTWRIGHT_SECRET', 'a'.repeat(64))
    const outcome = await run(folder)
    expect([outcome.ok, ...outcome.problems.map(({code}) => code)]).toEqual([false, 'members-moved'])
    expect((await run(folder, {accept: ['members-moved:supporters']})).ok).toBe(true)
  })

  it('is at an address of its own for each, and directories may not list it', async () => {
    const folder = privateShow()
    const outcome = await run(folder)
    expect(outcome).toMatchObject({ok: true, problems: []})
    const paths = await addresses(folder)
    expect([...paths.keys()]).toEqual(['kim@trial.example', 'jo'])
    for (const path of paths.values()) {
      expect(path).toMatch(/^supporters\/[\da-f]{48}\/supporters\.xml$/)
      const rss = readFileSync(join(folder, 'output', path), 'utf8')
      expect(podcastFeed(rss)).toMatchObject({titles: ['two', 'one'], links: {self: `https://trial.example/${path}`}})
      expect(rss).toContain('<itunes:block>Yes</itunes:block>')
      expect(rss).toContain('<podcast:block>yes</podcast:block>')
      expect(rss).toContain('<title>Trial Run for supporters</title>')
    }
    expect(new Set(paths.values()).size).toBe(2)
  })

  it('leaves no trace of address or name in any other file, nor in what is said of the build', async () => {
    const folder = privateShow()
    const outcome = await run(folder)
    const paths = await addresses(folder)
    const tokens = [...paths.values()].map((path) => path.split('/')[1] ?? '')
    const own = new Set(paths.values())
    const files = [...hashesOf(folder).keys()].filter((path) => path !== 'members.txt' && path !== 'show.yaml')
    for (const path of files) {
      if (own.has(path.replace('output/', ''))) continue
      const text = readFileSync(join(folder, path), 'latin1')
      for (const word of [...tokens, 'kim@', secret, 'for supporters']) expect(text, path).not.toContain(word)
    }
    const said = JSON.stringify(outcome) + buildAsMarkdown(outcome)
    for (const word of [...tokens, 'kim@', secret]) expect(said).not.toContain(word)
    expect(said).toContain('"members":2')
    // A server that lists folders lists this page instead.
    expect(readdirSync(join(folder, 'output', 'supporters'))).toContain('index.html')
  })

  it('is taken from a member whose name is taken from the list; the others keep theirs', async () => {
    const folder = privateShow()
    await run(folder)
    const before = await addresses(folder)
    writeFileSync(join(folder, 'members.txt'), '# left in May: kim\njo\n\n')
    const outcome = await run(folder)
    expect(outcome).toMatchObject({ok: true, value: {changed: true, deleted: ['supporters/…'], written: []}})
    expect(existsSync(join(folder, 'output', before.get('kim@trial.example') ?? ''))).toBe(false)
    expect(readdirSync(join(folder, 'output', 'supporters'))).toHaveLength(2)
    expect(existsSync(join(folder, 'output', before.get('jo') ?? ''))).toBe(true)
    expect(await addresses(folder)).toEqual(new Map([['jo', before.get('jo')]]))
  })

  it('is gone for all with the feed, once that is accepted', async () => {
    const folder = privateShow()
    await run(folder)
    writeFileSync(join(folder, 'show.yaml'), showFile())
    const hint = expect.stringContaining('--accept feed-moved:supporters')
    expect(await run(folder)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({code: 'feed-moved', hint})]),
    })
    expect(await run(folder, {accept: ['feed-moved:supporters']})).toMatchObject({
      ok: true,
      problems: [{code: 'file-unclaimed', file: 'members.txt'}],
    })
    expect(existsSync(join(folder, 'output', 'supporters'))).toBe(false)
  })

  it('is not written again where nothing changed', async () => {
    const folder = privateShow()
    await run(folder)
    expect(await run(folder)).toMatchObject({ok: true, value: {changed: false, written: [], deleted: []}})
  })

  it('keeps the files of a folder of the same name that are not ours', async () => {
    const folder = privateShow()
    await run(folder)
    writeFileSync(join(folder, 'output', 'supporters', 'mine.txt'), 'mine')
    writeFileSync(join(folder, 'members.txt'), '')
    expect(await run(folder, {accept: ['members-moved:supporters']})).toMatchObject({ok: true})
    expect(readdirSync(join(folder, 'output', 'supporters')).sort()).toEqual(['index.html', 'mine.txt'])
  })

  it('reads its members from the environment as well', async () => {
    vi.stubEnv('MEMBERS', 'kim@trial.example\njo')
    const folder = privateShow('', 'feeds: {supporters: {members: $MEMBERS, formats: [rss, json]}}')
    expect(await run(folder)).toMatchObject({ok: true})
    const outcome = await memberAddresses(folder)
    expect(outcome.ok && outcome.value.map(({member}) => member)).toEqual([
      'kim@trial.example',
      'kim@trial.example',
      'jo',
      'jo',
    ])
  })
})

describe('a build without what makes the addresses', () => {
  it('stops for a secret that could be found, and what members have stays', async () => {
    const folder = privateShow()
    await run(folder)
    const before = hashesOf(join(folder, 'output'))
    vi.stubEnv('CASTWRIGHT_SECRET', 'swordfish')
    const outcome = await run(folder)
    expect(outcome).toMatchObject({ok: false, problems: [{code: 'members-secret', file: 'show.yaml', line: 11}]})
    expect(hashesOf(join(folder, 'output'))).toEqual(before)
  })

  it('stops for a list that is not there', async () => {
    const folder = privateShow()
    rmSync(join(folder, 'members.txt'))
    expect(await run(folder)).toMatchObject({ok: false, problems: [{code: 'members-unreadable'}]})
  })

  it.each(['../members.txt', '/etc/passwd', '$UNSET_IN_THIS_TEST'])('reads no list from %s', async (list) => {
    const {problems} = await planFiles({
      'one.md': episodeFile('one'),
      'show.yaml': showFile(`feeds: {m: {members: "${list}"}}`),
    })
    expect(problems).toMatchObject([{code: 'members-unreadable', severity: 'error'}])
  })

  it('refuses to hide the main feed, which every page names', async () => {
    const {problems} = await planFiles({
      'one.md': episodeFile('one'),
      'show.yaml': showFile('feeds: {main: {members: members.txt}}'),
    })
    expect(problems).toMatchObject([{code: 'value-invalid', message: expect.stringContaining('main feed')}])
  })
})

it('carries the files of members to a store, and names none of them', async () => {
  const folder = privateShow()
  await run(folder)
  const published = await readOutputFiles(join(folder, 'output'))
  const paths = [...(await addresses(folder)).values()]
  expect(published?.map(({path}) => path)).toEqual(expect.arrayContaining(paths))
  expect(paths.map(reportedPath)).toEqual(['supporters/…', 'supporters/…'])
  expect(reportedPath('media/one.mp3')).toBe('media/one.mp3')
})
