import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {castwright} from '../cli/castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

const now = ['--now', '2026-06-01T00:00:00Z']

const network = [
  'title: All Waves',
  'description: Two shows.',
  'site_url: https://waves.example/',
  'language: en',
  'author: Waves',
  'categories: [Technology]',
  'image: https://waves.example/cover.jpg',
  'timezone: Europe/Berlin',
].join('\n')

/** Two shows with an episode each, and whatever else is given. */
function networkFolder(more: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-network-commands-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const show = (name: string, digit: string) =>
    showFile(
      `title: ${name}`,
      `site_url: https://waves.example/${name}/`,
      `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${digit}`,
    )
  writeFiles(folder, {
    'network.yaml': network,
    'boats/show.yaml': show('boats', '1'),
    'boats/one.md': episodeFile('boats-one'),
    'trains/show.yaml': show('trains', '2'),
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
