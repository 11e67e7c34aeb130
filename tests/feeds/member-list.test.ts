import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {castwright} from '../cli/castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
const lockName = 'castwright.lock.json'
const list = '# supporters\nKim@trial.example\njo\nMara Winter\nana.lee@trial.example\n'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

const run = (folder: string, options: Partial<BuildOptions> = {}) =>
  build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z'), cache: false, ...options})

/** What a build says once the list has changed, with or without its output. */
async function saidAfter(members: string, options: Partial<BuildOptions> = {}) {
  const folder = await published()
  rmSync(join(folder, 'output'), {recursive: true})
  writeFiles(folder, {'members.txt': members})
  return run(folder, options)
}

async function published(): Promise<string> {
  const folder = temporaryShow({
    'one.md': episodeFile('one'),
    'members.txt': list,
    'show.yaml': showFile('feeds: {supporters: {members: members.txt}}'),
  })
  expect(await run(folder)).toMatchObject({ok: true, problems: []})
  return folder
}

describe('a member who is spelt otherwise than before', () => {
  it.each([
    ['in other letters', 'Kim@', 'kim@', 2],
    ['with a slip mended', 'ana.lee', 'anna.lee', 5],
    ['with two letters the other way round', 'ana.lee', 'ana.lee'.replace('le', 'el'), 5],
    ['without a dot', 'ana.lee', 'analee', 5],
    ['with all of a name in capital letters', 'Mara Winter', 'MARA WINTER', 4],
    ['with more behind the name', 'Mara Winter', 'Mara Winter (from May)', 4],
    ['with less behind the name', 'Kim@trial.example', 'Kim@trial.exampl', 2],
  ])('%s stops the build, at the line', async (_what, old, now, line) => {
    const {ok, problems} = await saidAfter(list.replace(old, now))
    expect(ok).toBe(false)
    expect(problems).toMatchObject([{code: 'member-respelt', severity: 'error', file: 'show.yaml'}])
    expect(problems[0]?.message).toContain(`The member in line ${line} of members.txt`)
    expect(problems[0]?.hint).toContain('castwright build --accept member-respelt:supporters')
    for (const name of [old, now]) expect(JSON.stringify(problems)).not.toContain(name)
  })

  it('has no name in what is printed of it: others read the logs of CI', async () => {
    const folder = await published()
    writeFiles(folder, {'members.txt': list.replace('Kim@', 'kim@').replace('jo', 'leonora')})
    const {status, stdout, stderr} = await castwright(['build', folder, '--out', join(folder, 'output'), '--no-cache'])
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).toContain('member-respelt')
    for (const name of ['kim@', 'Kim@', 'leonora', 'Mara']) expect(`${stdout}${stderr}`).not.toContain(name)
  })

  it('may be meant: what is accepted is not said again', async () => {
    const folder = await published()
    writeFiles(folder, {'members.txt': list.replace('Kim@', 'kim@')})
    expect((await run(folder)).ok).toBe(false)
    expect((await run(folder, {accept: ['member-respelt:supporters']})).ok).toBe(true)
    expect(await run(folder)).toMatchObject({ok: true, problems: []})
  })

  it('stops a build for members as well, which records the new one', async () => {
    const folder = await published()
    writeFiles(folder, {'members.txt': list.replace('Kim@', 'kim@')})
    const options = {audience: 'members'} as const
    const out = join(folder, 'members')
    const now = new Date('2026-06-01T00:00:00Z')
    expect((await build(folder, out, {now, ...options})).problems[0]?.code).toBe('member-respelt')
    expect((await build(folder, out, {now, ...options, accept: ['member-respelt']})).ok).toBe(true)
    expect((await build(folder, out, {now, ...options})).problems).toEqual([])
  })
})

describe('a member who is on the list no more', () => {
  it.each([
    ['is said', list.replace('jo\n', ''), [['members-gone', 'info']]],
    ['is said more loudly where another is new', list.replace('jo', 'leonora'), [['members-gone', 'warning']]],
    ['is not there at all if one is added', `${list}mim\n`, []],
    ['is not there at all if the order is another', list.split('\n').reverse().join('\n'), []],
  ])('%s', async (_what, members, said) => {
    const {ok, problems} = await saidAfter(members)
    expect(ok).toBe(true)
    expect(problems.map(({code, severity}) => [code, severity])).toEqual(said)
  })

  it.each([
    ['is empty', '\n'],
    ['has nothing but remarks', '# Kim\n# jo\n'],
    ['is that of others', 'lin\nmel\nzoe\n'],
  ])('stops the build if nobody is left: the list %s', async (_what, members) => {
    const {ok, problems} = await saidAfter(members)
    expect(ok).toBe(false)
    expect(problems).toMatchObject([{code: 'members-moved', file: 'show.yaml'}])
  })

  it('is there all the same in another encoding', async () => {
    const folder = await published()
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(list.replaceAll('\n', '\r\n'), 'utf16le')])
    writeFiles(folder, {'members.txt': bytes})
    expect(await run(folder)).toMatchObject({ok: true, problems: [], value: {changed: false}})
  })

  it('is said once', async () => {
    const folder = await published()
    writeFiles(folder, {'members.txt': list.replace('jo\n', '')})
    expect((await run(folder)).problems.map(({code}) => code)).toEqual(['members-gone'])
    expect((await run(folder)).problems).toEqual([])
  })
})

describe('what the lock knows of members', () => {
  it('is a mark on each line, and nothing that lies in the output', async () => {
    const folder = await published()
    const lock = readFileSync(join(folder, lockName), 'utf8')
    expect(lock.match(/^"supporters [\da-f]{8}",$/gm)?.length).toBe(4)
    for (const path of ['output/.castwright/lock.json', 'output/.castwright/manifest.json'])
      expect(readFileSync(join(folder, path), 'utf8')).not.toContain('"supporters ')
  })

  it('is nothing where the list is in the environment: how many there are is a matter of their own', async () => {
    vi.stubEnv('MEMBERS', list)
    const feeds = 'feeds: {supporters: {members: $MEMBERS}}'
    const folder = temporaryShow({'one.md': episodeFile('one'), 'show.yaml': showFile(feeds)})
    expect((await run(folder)).ok).toBe(true)
    expect(readFileSync(join(folder, lockName), 'utf8')).not.toContain('"members"')
  })

  it('stays in a build without the secret, and with --frozen', async () => {
    const folder = await published()
    const lock = readFileSync(join(folder, lockName), 'utf8')
    writeFiles(folder, {'members.txt': `${list}mim\n`})
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true, value: {lock: 'behind'}})
    vi.stubEnv('CASTWRIGHT_SECRET', '')
    expect((await run(folder)).ok).toBe(true)
    expect(readFileSync(join(folder, lockName), 'utf8')).toBe(lock)
  })
})

describe('a list with the marks of a conflict', () => {
  it('makes nobody a member: one of its sides may have taken somebody out', async () => {
    const conflict = `${list}<<<<<<< HEAD\nAda\n=======\nBo\n>>>>>>> other\n`
    const {ok, problems} = await saidAfter(conflict)
    expect(ok).toBe(false)
    expect(problems).toMatchObject([
      {code: 'members-unreadable', severity: 'error', message: expect.stringMatching(/marks of a conflict/)},
    ])
  })
})
