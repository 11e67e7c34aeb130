import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {castwright} from '../cli/castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {waveShow, waves} from './waves.ts'

const now = ['--now', '2026-06-01T00:00:00Z']

const network = [...waves, 'timezone: Europe/Berlin'].join('\n')

/** Two shows with an episode each, and whatever else is given. */
function networkFolder(more: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-network-commands-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, {
    'network.yaml': network,
    'boats/show.yaml': waveShow('boats', '1'),
    'boats/one.md': episodeFile('boats-one'),
    'trains/show.yaml': waveShow('trains', '2'),
    'trains/one.md': episodeFile('trains-one'),
    ...more,
  })
  return folder
}

describe('castwright check', () => {
  it('finds nothing in a network without a mistake', async () => {
    const {status, stdout, stderr} = await castwright(['check', ...now], {folder: networkFolder()})
    expect({status, errors: `${stdout}${stderr}`.match(/ error /g)}).toEqual({status: 0, errors: null})
  })

  it('names each mistake at its place below the network', async () => {
    const folder = networkFolder({
      'boats/two.md': '---\ntitle: Two\ndate: someday\n---\n',
      'trains/two.md': '---\ntitle: Two\ndate: 2026-99-99\n---\n',
    })
    const {status, stdout} = await castwright(['check', '--format', 'json', ...now], {folder})
    const {ok, problems} = JSON.parse(stdout)
    const errors = problems.filter(({severity}: {severity: string}) => severity === 'error')
    expect({status, ok}).toEqual({status: 1, ok: false})
    expect(errors.map(({file, line}: {file: string; line: number}) => `${file}:${line}`)).toEqual([
      'boats/two.md:3',
      'trains/two.md:3',
    ])
  })
})

it('castwright next says when the next episode of any show is due', async () => {
  const folder = networkFolder({
    'boats/two.md': episodeFile('boats-two', ['date: 2026-08-01 09:00']),
    'trains/two.md': episodeFile('trains-two', ['date: 2026-07-01 09:00']),
  })
  const {status, stdout} = await castwright(['next', '--format', 'json', ...now], {folder})
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    title: 'All Waves',
    next: '2026-07-01T09:00:00.000Z',
    waiting: ['2026-07-01T09:00:00.000Z', '2026-08-01T09:00:00.000Z'],
  })
  expect(await castwright(['next', ...now], {folder: networkFolder()})).toMatchObject({status: 3})
})

describe('castwright compare', () => {
  it('says what subscribers of any show will see', async () => {
    const folder = networkFolder()
    expect((await castwright(['build', '--out', 'output', ...now], {folder})).status).toBe(0)
    expect(await castwright(['compare', 'output', ...now], {folder})).toMatchObject({
      status: 0,
      stdout: 'Subscribers see no change\n',
    })
    writeFiles(folder, {
      'trains/one.md': episodeFile('trains-one', ['guid: another']),
      'boats/two.md': episodeFile('boats-two', ['date: 2026-05-01']),
    })
    const {status, stdout} = await castwright(['compare', 'output', ...now], {folder})
    expect(status).toBe(1)
    expect(stdout).toContain('"trains-one" is delivered a second time')
    expect(stdout).toContain('"boats-two" is new')
  })
})

it('castwright probe asks the servers of all shows', async () => {
  const folder = networkFolder({
    'boats/one.md': episodeFile('boats-one', ['audio: https://media.invalid/boats.mp3']),
    'trains/one.md': episodeFile('trains-one', ['audio: https://media.invalid/trains.mp3']),
  })
  const {stdout} = await castwright(['probe', '--format', 'json', ...now], {folder})
  const {report} = JSON.parse(stdout)
  expect(report.media.map(({file, status: what}: {file: string; status: string}) => `${file} ${what}`)).toEqual([
    'boats/one.md failed',
    'trains/one.md failed',
  ])
})

describe('castwright members', () => {
  const members = ['feeds:', '  friends:', '    members: friends.txt']
  const lists = {'boats/friends.txt': 'ada\n', 'friends.txt': 'kim\n'}

  it('prints the addresses of the network and of each show, whose folder stands before its feeds', async () => {
    const folder = networkFolder({
      ...lists,
      'network.yaml': [network, ...members].join('\n'),
      'boats/show.yaml': showFile('title: boats', 'site_url: https://waves.example/boats/', ...members),
    })
    const env = {CASTWRIGHT_SECRET: 'a secret of the test, longer than 32 characters'}
    const {status, stdout} = await castwright(['members'], {folder, env})
    expect(status).toBe(0)
    expect(stdout.replaceAll(/[\da-f]{48}/g, 'TOKEN').split('\n')).toEqual([
      'friends\tkim\thttps://waves.example/friends/TOKEN/friends.xml',
      'boats/friends\tada\thttps://waves.example/boats/friends/TOKEN/friends.xml',
      '',
    ])
  })

  it('says at its place that there is no secret', async () => {
    const folder = networkFolder({
      ...lists,
      'boats/show.yaml': showFile('title: boats', 'site_url: https://waves.example/boats/', ...members),
    })
    const {status, stderr} = await castwright(['members'], {folder, env: {CASTWRIGHT_SECRET: ''}})
    expect(status).toBe(1)
    expect(stderr).toContain('boats/show.yaml')
    expect(stderr).toContain('CASTWRIGHT_SECRET')
  })
})

describe('castwright show', () => {
  const folder = () => networkFolder({'trains/only-here.md': episodeFile('only-here', ['date: 2026-05-01'])})

  it.each([['only-here'], ['trains/only-here'], ['trains/only-here.md']])('finds %s', async (name) => {
    const {status, stdout} = await castwright(['show', name, ...now], {folder: folder()})
    expect(status).toBe(0)
    expect(stdout).toContain('only-here')
  })

  it('asks which show is meant', async () => {
    const {status, stderr, stdout} = await castwright(['show', 'one', ...now], {folder: folder()})
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).toContain('Write the show before it: boats/one, trains/one')
    expect(await castwright(['show', 'boats/one', ...now], {folder: folder()})).toMatchObject({status: 0})
  })
})

describe('castwright hosting', () => {
  it('prints one configuration for the network and its shows', async () => {
    const folder = networkFolder({
      'boats/one.md': episodeFile('boats-one', ['aliases: [/old-boats/]']),
    })
    const {status, stdout} = await castwright(['hosting', 'caddy', ...now], {folder})
    expect(status).toBe(0)
    expect(stdout.match(/^encode gzip/gm)).toHaveLength(1)
    expect(stdout).toContain('"^/feed\\.xml$"')
    expect(stdout).toContain('"^/boats/feed\\.xml$"')
    expect(stdout).toContain('"^/trains/feed\\.xml$"')
    expect(stdout).toContain('redir @moved1 "/boats/episodes/one/" 301')
  })

  it('gives a show at another address a text of its own', async () => {
    const folder = networkFolder({
      'trains/show.yaml': showFile('site_url: https://trains.example/', 'guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e22'),
    })
    const {stdout, stderr} = await castwright(['hosting', 'nginx', ...now], {folder})
    expect(stderr).not.toContain('error')
    expect(stdout).toContain('https://waves.example/ as nginx')
    expect(stdout).toContain('https://trains.example/ as nginx')
  })
})

describe('a command that is for one show', () => {
  const feed = ['<rss version="2.0"><channel><title>Whales</title><link>https://whales.example/</link>']
  const item =
    '<item><title>One</title><guid>w1</guid><enclosure url="https://whales.example/1.mp3" length="100000" type="audio/mpeg"/></item>'

  it.each([
    [['new', '--title', 'Two'], 'Name the folder of one of its shows'],
    [['adopt'], 'Name the folder of one show: castwright adopt night-trains'],
    [['import', 'whales.xml', '.'], 'Name a folder below it'],
  ])('%j says that the folder is a network, and writes nothing', async (words, hint) => {
    const folder = networkFolder({'whales.xml': [...feed, item, '</channel></rss>'].join('\n')})
    const before = readdirSync(folder)
    const {status, stdout, stderr} = await castwright(words, {folder})
    expect(`${stdout}${stderr}`).toContain('holds a network of shows')
    expect(`${stdout}${stderr}`).toContain(hint)
    expect(status).toBe(1)
    expect(readdirSync(folder)).toEqual(before)
  })
})
