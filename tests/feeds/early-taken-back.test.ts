import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

const [forMembers, forEverybody] = ['2026-06-08T00:00:00Z', '2026-06-10T09:00:00Z']
const early = (...lines: readonly string[]) => episodeFile('zqearly', [`date: ${forEverybody}`, ...lines])
const feeds = (more: string) => `feeds: {supporters: {members: members.txt, early: 3 days${more}}}`

async function run(folder: string, now: string = forMembers, options: Partial<BuildOptions> = {}) {
  const {ok, problems} = await build(folder, join(folder, 'output'), {now: new Date(now), ...options})
  const errors = problems.filter(({severity}) => severity === 'error')
  return {ok, codes: errors.map(({code}) => code), messages: errors.map(({message}) => message)}
}

/** A show of which members have an episode that nobody else has. */
async function published(more = ''): Promise<string> {
  const folder = temporaryShow({
    'show.yaml': showFile(feeds(more)),
    'members.txt': 'kim@trial.example\n',
    'one.md': episodeFile('one', ['date: 2026-01-31']),
    'early.md': early(),
  })
  expect(await run(folder)).toMatchObject({ok: true})
  return folder
}

const lockOf = (folder: string) => readFileSync(join(folder, 'castwright.lock.json'), 'utf8')

describe('an episode that members have before everybody', () => {
  it.each<[string, (folder: string) => void]>([
    ['becomes a draft', (folder) => writeFileSync(join(folder, 'early.md'), early('draft: true'))],
    ['gets a later date', (folder) => writeFileSync(join(folder, 'early.md'), early().replace('06-10', '07-10'))],
    ['is held back', (folder) => writeFileSync(join(folder, 'early.md'), early('not_before: 2026-07-10'))],
    ['is deleted', (folder) => rmSync(join(folder, 'early.md'))],
    ['gets another guid', (folder) => writeFileSync(join(folder, 'early.md'), early('guid: zqother'))],
  ])('stops the build if it %s, until that is accepted', async (_what, change) => {
    const folder = await published()
    const before = lockOf(folder)
    change(folder)
    const stopped = await run(folder)
    expect(stopped).toMatchObject({ok: false, codes: ['feed-episodes-gone']})
    expect(stopped.messages[0]).toContain('1 episode vanishes from it')
    expect(stopped.messages[0]).not.toContain('zqearly')
    expect(await run(folder, forMembers, {frozen: true})).toMatchObject({codes: ['feed-episodes-gone']})
    expect(lockOf(folder)).toBe(before)
    const accept = ['feed-episodes-gone:supporters']
    expect(await run(folder, forMembers, {accept})).toMatchObject({ok: true})
    expect(await run(folder)).toMatchObject({ok: true, codes: []})
  })

  it('is missed by nobody when everybody has it', async () => {
    const folder = await published()
    expect(await run(folder, forEverybody)).toMatchObject({ok: true})
    expect(lockOf(folder)).toContain('"early":[]')
  })

  it('is in the lock as a mark, which tells nothing and does not make the lock outdated', async () => {
    const folder = await published()
    expect(lockOf(folder)).toMatch(/"early":\["[\da-f]{8}"\]/)
    expect(lockOf(folder)).not.toContain('zqearly')
    writeFileSync(join(folder, 'castwright.lock.json'), lockOf(folder).replace(/"early":\[[^\]]*\]/, '"early":[]'))
    expect(await run(folder, forMembers, {frozen: true})).toMatchObject({ok: true})
  })

  it('is not missed where nobody knows: without the secret, with another one, by an older lock', async () => {
    const folder = await published()
    const [known, older] = [lockOf(folder), lockOf(folder).replace(/,"early":\[[^\]]*\]/, '')]
    rmSync(join(folder, 'early.md'))
    expect(await run(folder, forMembers, {audience: 'public'})).toMatchObject({ok: true})
    expect(lockOf(folder)).toBe(known)
    expect(await run(folder, forMembers, {audience: 'members'})).toMatchObject({codes: ['feed-episodes-gone']})
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    expect(await run(folder)).toMatchObject({ok: true})
    expect(lockOf(folder)).toBe(known)
    vi.stubEnv('CASTWRIGHT_SECRET', secret.replace('5f', '6f'))
    expect((await run(folder)).codes).not.toContain('feed-episodes-gone')
    vi.stubEnv('CASTWRIGHT_SECRET', secret)
    writeFileSync(join(folder, 'castwright.lock.json'), older)
    expect(await run(folder)).toMatchObject({codes: []})
  })

  it('leaves a feed of the newest so many by design', async () => {
    const folder = await published(', latest: 1')
    expect(lockOf(folder)).not.toContain('"early"')
    writeFileSync(join(folder, 'next.md'), episodeFile('next', ['date: 2026-06-10T10:00:00Z']))
    expect(await run(folder)).toMatchObject({ok: true})
  })
})
