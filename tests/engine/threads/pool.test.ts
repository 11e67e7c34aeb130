import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {copyFile, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planInMemory} from '../../plan-in-memory.ts'

const main = join(import.meta.dirname, '../../../dist/bin/castwright.js')
const now = '2026-06-01T00:00:00Z'
/** More than what one thread is left alone with. */
const episodes = 340

/** Every so many has a media file, which is looked at and copied while others are planned: they end in another order than they began. */
const episodesPerMediaFile = 7
const audio = join(import.meta.dirname, '../../fixtures/shows/every-tag/show/001-the-fog-signal.mp3')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'castwright-pool-'))
  const show = [
    'title: Many',
    'description: Many.',
    'author: Kim',
    'site_url: https://many.example/',
    'categories: [Technology]',
    'guid: 6b6a0c3e-6a7e-5d3e-9a52-1f6f6f0b8a11',
    // Dozens of documents, which the threads judge.
    'items_per_feed: 20',
    '',
  ]
  await writeFile(join(folder, 'show.yaml'), show.join('\n'))
  for (let index = 0; index < episodes; index += 1) {
    const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString()
    const lines = [
      '---',
      `title: Number ${index}`,
      `date: ${date}`,
      `mood_${index % 3}: calm`,
      'license: CC-BY-4.0',
      '---',
      '',
      `Words about ${index}.`,
    ]
    const stem = join(folder, String(index).padStart(3, '0'))
    await writeFile(`${stem}.md`, lines.join('\n'))
    if (index % episodesPerMediaFile === 0) await copyFile(audio, `${stem}.mp3`)
  }
})
afterAll(() => rm(folder, {recursive: true, force: true}))

function build() {
  const words = [main, 'build', folder, '--out', join(folder, 'output'), '--now', now, '--format', 'json']
  const {stdout, stderr, status} = spawnSync(process.execPath, words, {encoding: 'utf8', maxBuffer: 1 << 28})
  return {status, stderr, ...JSON.parse(stdout)}
}

describe('a show that is built by several threads', () => {
  it('has the files and the problems that one thread gives', async () => {
    const expected = await planInMemory(folder, new Date(now))
    const {status, stderr, problems, report} = build()
    expect(status).toBe(0)
    expect(stderr).not.toMatch(/warning/i)
    expect(problems).toEqual(JSON.parse(JSON.stringify(expected.problems)))
    expect(report.written).toEqual([...expected.files.keys()].sort())
    for (const [path, content] of expected.files) {
      const bytes = await readFile(join(folder, 'output', path))
      const hash = `sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`
      expect(path.endsWith('.mp3') ? hash : bytes.toString('utf8'), path).toBe(content)
    }
  })

  it('is not written again when nothing changed', () => {
    expect(build().report.written).toEqual([])
  })

  it('is not written where one episode has a mistake, and all others are still checked', async () => {
    await writeFile(join(folder, '007.md'), '---\ntitle: Seven\ndate: never\n---\n')
    await writeFile(join(folder, '300.md'), '---\ntitle: Late\ndate: never\n---\n')
    const {status, problems} = build()
    expect(status).toBe(1)
    const errors = problems.filter(({severity}: {severity: string}) => severity === 'error')
    expect(errors.map(({file, line}: {file: string; line: number}) => `${file}:${line}`)).toEqual([
      '007.md:3',
      '300.md:3',
    ])
  })
})
