import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {build, hostingText, memberAddresses} from '../../src/index.ts'
import type {BuildOptions} from '../../src/uses/build.ts'
import {hashesOf} from '../files-on-disk.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
const feeds = 'feeds: {supporters: {members: members.txt, early: 3 days}, friends: {members: members.txt}}'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

/** The last episode is out for supporters, and not for everybody. */
function privateShow(...lines: readonly string[]): string {
  return temporaryShow({
    'one.md': episodeFile('one'),
    'two.md': episodeFile('two', ['date: 2026-02-01', 'audio: two.mp3']),
    'two.mp3': media.mp3,
    'three.md': episodeFile('three', ['title: zqsecret', 'date: 2026-06-02', 'audio: three.mp3']),
    'three.mp3': Buffer.concat([media.mp3, Buffer.from('three')]),
    'members.txt': 'kim@trial.example\njo\n',
    'show.yaml': showFile(feeds, ...lines),
  })
}

const run = (folder: string, output = 'output', options: Partial<BuildOptions> = {}) =>
  build(folder, join(folder, output), {now: new Date('2026-06-01T00:00:00Z'), ...options})

/** What is to be published of an output. */
const published = (folder: string, output = 'output') =>
  new Map([...hashesOf(join(folder, output))].filter(([path]) => !path.startsWith('.castwright/')))

const isForMembers = (path: string) => /^(?:supporters|friends)\//.test(path)

/** Everything in a folder and in what was said, as one text. */
function everythingIn(folder: string, output: string, said: unknown): string {
  const files = [...hashesOf(join(folder, output)).keys()]
  const texts = files.map((path) => `${path}\n${readFileSync(join(folder, output, path), 'latin1')}`)
  return [...texts, JSON.stringify(said)].join('\n')
}

describe('two outputs, one for the public and one for members', () => {
  it('are together what one output is, and have no file in common', async () => {
    const folder = privateShow()
    await run(folder, 'both')
    const forPublic = await run(folder, 'public', {audience: 'public'})
    const forMembers = await run(folder, 'members', {audience: 'members'})
    expect([forPublic, forMembers]).toMatchObject([
      {ok: true, problems: [], value: {leftForMembers: ['supporters', 'friends']}},
      {ok: true, problems: [], value: {leftForMembers: []}},
    ])
    const parts = [published(folder, 'public'), published(folder, 'members')]
    expect(new Map([...(parts[0] ?? []), ...(parts[1] ?? [])].sort())).toEqual(
      new Map([...published(folder, 'both')].sort()),
    )
    expect([...(parts[0]?.keys() ?? [])].filter(isForMembers)).toEqual([])
    expect([...(parts[1]?.keys() ?? [])].filter((path) => !isForMembers(path))).toEqual([])
    expect([...(parts[1]?.keys() ?? [])].some((path) => /^supporters\/[\da-f]{48}\/media\//.test(path))).toBe(true)
  })

  it('give the public nothing of an episode that members have already, nor the address of a member', async () => {
    const folder = privateShow()
    const said = await run(folder, 'public', {audience: 'public'})
    const outcome = await memberAddresses(folder)
    const tokens = outcome.ok ? outcome.value.map(({address}) => address.split('/')[4] ?? '') : []
    expect(tokens).toHaveLength(4)
    const text = everythingIn(folder, 'public', said)
    for (const word of ['zqsecret', 'three', 'kim@', secret, ...tokens]) expect(text).not.toContain(word)
  })

  it('may be built into one folder, in any order, and leave each other alone', async () => {
    const folder = privateShow()
    await run(folder, 'both')
    const all = published(folder, 'both')
    for (const audience of ['members', 'public', 'members', 'members', 'public'] as const) {
      expect((await run(folder, 'one', {audience})).ok).toBe(true)
    }
    expect(published(folder, 'one')).toEqual(all)
    writeFileSync(join(folder, 'members.txt'), 'jo\n')
    expect(await run(folder, 'one', {audience: 'public'})).toMatchObject({value: {changed: false}})
    expect(await run(folder, 'one', {audience: 'members'})).toMatchObject({
      value: {deleted: expect.arrayContaining(['supporters/…', 'friends/…']), written: []},
    })
  })

  it('leave to the public one what the lock records of episodes', async () => {
    const folder = privateShow()
    await run(folder, 'members', {audience: 'members'})
    expect(existsSync(join(folder, 'castwright.lock.json'))).toBe(false)
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    await run(folder, 'public', {audience: 'public'})
    const lock = () => readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
    expect(lock()).not.toContain('"key"')
    vi.stubEnv('CASTWRIGHT_SECRET', secret)
    const later = {now: new Date('2026-06-03T00:00:00Z'), audience: 'members'} as const
    expect(await run(folder, 'members', {...later, frozen: true})).toMatchObject({ok: true, value: {lock: 'unchanged'}})
    expect(await run(folder, 'members', later)).toMatchObject({ok: true, value: {lock: 'updated'}})
    // The key is new, and the episode of June is recorded by the public build.
    expect(lock()).toContain('"key"')
    expect(lock()).not.toContain('three')
    vi.stubEnv('CASTWRIGHT_SECRET', 'a'.repeat(64))
    const moved = await run(folder, 'members', later)
    expect([moved.ok, ...moved.problems.map(({code}) => code)]).toEqual([false, 'members-moved', 'members-moved'])
  })

  it('need the secret only where members have a part', async () => {
    const folder = privateShow()
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    expect(await run(folder, 'members', {audience: 'members'})).toMatchObject({
      ok: false,
      problems: [{code: 'members-secret'}, {code: 'members-secret'}],
    })
    expect(await run(folder, 'public', {audience: 'public'})).toMatchObject({ok: true, problems: []})
  })
})

describe('a build without the secret', () => {
  it('builds everything else, says so, and leaves what members have, and its line of the lock', async () => {
    const folder = privateShow()
    await run(folder)
    const before = published(folder)
    const key = /"key":"\w+"/.exec(readFileSync(join(folder, 'castwright.lock.json'), 'utf8'))?.[0] ?? 'none'
    writeFileSync(join(folder, 'four.md'), episodeFile('four', ['date: 2026-05-01']))
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    const outcome = await run(folder)
    expect(outcome).toMatchObject({
      ok: true,
      problems: [{code: 'members-left', severity: 'warning', file: 'show.yaml', line: 11}, {code: 'members-left'}],
      value: {leftForMembers: ['supporters', 'friends'], deleted: []},
    })
    const after = published(folder)
    expect(after.has('episodes/four/index.html')).toBe(true)
    const ofMembers = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => isForMembers(path))
    expect(ofMembers(before).length).toBeGreaterThan(6)
    expect(ofMembers(after)).toEqual(ofMembers(before))
    expect(readFileSync(join(folder, 'castwright.lock.json'), 'utf8')).toContain(key)
    expect(await run(folder, 'output', {frozen: true})).toMatchObject({ok: true, value: {changed: false}})
    // With the secret, members get what they missed.
    vi.stubEnv('CASTWRIGHT_SECRET', secret)
    expect(await run(folder)).toMatchObject({ok: true, problems: [], value: {lock: 'unchanged', changed: true}})
  })

  it('is frozen where the lock knows no key yet, and so is the first one with the secret', async () => {
    const folder = privateShow()
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    await run(folder)
    expect(await run(folder, 'output', {frozen: true})).toMatchObject({ok: true, value: {lock: 'unchanged'}})
    vi.stubEnv('CASTWRIGHT_SECRET', secret)
    expect(await run(folder, 'output', {frozen: true})).toMatchObject({ok: true, value: {lock: 'behind'}})
  })
})

describe('`members_url`', () => {
  const elsewhere = 'members_url: https://members.example/trial/'

  it('is where members have their feeds and early files, which no other build makes', async () => {
    const folder = privateShow(elsewhere)
    expect(await run(folder)).toMatchObject({
      ok: true,
      problems: [],
      value: {leftForMembers: ['supporters', 'friends']},
    })
    expect([...published(folder).keys()].filter(isForMembers)).toEqual([])
    expect((await run(folder, 'members', {audience: 'members'})).ok).toBe(true)
    const outcome = await memberAddresses(folder)
    const [first] = outcome.ok ? outcome.value : []
    expect(first?.address).toMatch(/^https:\/\/members\.example\/trial\/supporters\/[\da-f]{48}\/supporters\.xml$/)
    const path = first?.address.slice('https://members.example/trial/'.length) ?? ''
    const feed = readFileSync(join(folder, 'members', path), 'utf8')
    expect(feed).toContain(`href="${first?.address}" rel="self"`)
    expect(feed).toMatch(/url="https:\/\/members\.example\/trial\/supporters\/[\da-f]{48}\/media\/three\.mp3"/)
    expect(feed).toContain('url="https://trial.example/media/two.mp3"')
  })

  it('stops a build that would take the feed from members who have it elsewhere', async () => {
    const folder = privateShow()
    await run(folder)
    writeFileSync(join(folder, 'show.yaml'), showFile(feeds, elsewhere))
    const moved = await run(folder)
    expect([moved.ok, ...moved.problems.map(({code}) => code)]).toEqual([false, 'members-moved', 'members-moved'])
    expect(moved.problems[0]).toMatchObject({
      message: expect.stringContaining(
        'below https://members.example/trial/ for its members, who have it below https://trial.example/',
      ),
      hint: expect.stringContaining('Leave `members_url` out'),
    })
    expect((await run(folder, 'output', {accept: ['members-moved']})).ok).toBe(true)
    writeFileSync(join(folder, 'show.yaml'), showFile(feeds))
    const back = await run(folder)
    expect(back.problems[0]).toMatchObject({
      code: 'members-moved',
      hint: expect.stringContaining('members_url: https://members.example/trial/'),
    })
  })
})

describe('servers are told that nobody but the member keeps a private feed', () => {
  const text = async (folder: string, host: 'nginx' | 'netlify', audience?: 'members') => {
    const options = {now: new Date('2026-06-01T00:00:00Z'), ...(audience === undefined ? {} : {audience})}
    const outcome = await hostingText(folder, host, options)
    return outcome.ok ? outcome.value : ''
  }

  it('on the site itself, whether the secret is there or not', async () => {
    const folder = privateShow()
    const withSecret = await text(folder, 'netlify')
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    expect(await text(folder, 'netlify')).toBe(withSecret)
    expect(withSecret).toContain(
      '/supporters/*\n  Cache-Control: private, max-age=300\n  Access-Control-Allow-Origin: *\n  X-Robots-Tag: noindex\n',
    )
    expect(withSecret).toMatch(
      /\/supporters\/:slug\/supporters\.xml\n {2}Content-Type: application\/xml; charset=utf-8\n {2}X-Content-Type-Options: nosniff\n(?:\n|$)/,
    )
  })

  it('on a site of their own', async () => {
    const folder = privateShow('members_url: https://members.example/trial/')
    expect(await text(folder, 'nginx')).not.toContain('noindex')
    const own = await text(folder, 'nginx', 'members')
    expect(own).toContain('location ~ "^/trial/supporters/.+$" {')
    expect(own).toContain('add_header X-Robots-Tag "noindex";')
    expect(own).not.toContain('feed\\.xml$')
  })
})
