import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {adoptShow, check} from '../../../src/index.ts'
import {titleFromName} from '../../../src/read/files/file-name-facts.ts'
import {type Files, writeFiles} from '../../files-on-disk.ts'
import {media} from '../../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0
const given = {now, title: 'Night Trains', description: 'Trains.', siteUrl: 'https://trains.example/'}

function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-recordings-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

async function published(folder: string) {
  const outcome = await check(folder, {now})
  const errors = outcome.problems.filter(({severity}) => severity === 'error').map(({message}) => message)
  return {errors, count: outcome.ok ? outcome.value.published : 0}
}

it('makes a show of a folder of recordings', async () => {
  const folder = folderOf({
    '001-dawn_at-the border.mp3': media.mp3,
    '2026-02-03-noon.m4a': media.m4a,
    'dusk.mp3': Buffer.concat([Buffer.from(media.mp3), Buffer.alloc(1)]),
    'README.md': '# Recordings\n',
  })
  const changed = new Date('2026-03-04T12:00:00Z')
  for (const name of ['001-dawn_at-the border.mp3', 'dusk.mp3']) utimesSync(join(folder, name), changed, changed)
  const outcome = await adoptShow(folder, given)
  expect(outcome).toMatchObject({ok: true, value: [{episodeCount: 3, fate: 'created'}]})
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(text('001-dawn_at-the border.md')).toBe(
    `---
# From the name of the recording
title: "Dawn at the border"
# The day on which the recording was last changed: correct it if the episode is of another
date: 2026-03-04
# From the name of the recording
number: 1
---
`,
  )
  expect(text('2026-02-03-noon.md')).toContain('title: "Noon"\n# From the name of the recording\ndate: 2026-02-03\n')
  expect(text('dusk.md')).not.toContain('number')
  expect(await published(folder)).toEqual({errors: [], count: 3})
})

it.skipIf(!hasFfmpeg)('takes title, day, number, show and author from the tags', async () => {
  const folder = folderOf({'cover.png': 'not looked at here'})
  const tags = {title: 'Night & Fog', album: 'Night Trains', artist: 'Mara Winter', date: '2026-05-06', track: '7/9'}
  const words = Object.entries(tags).flatMap(([key, value]) => ['-metadata', `${key}=${value}`])
  const make = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=1', ...words, join(folder, 'take one.mp3')]
  expect(spawnSync('ffmpeg', make).status).toBe(0)
  const {title: _, ...others} = given
  const outcome = await adoptShow(folder, others)
  expect(outcome).toMatchObject({ok: true, value: [{title: 'Night Trains', made: ['take one.md']}]})
  expect(readFileSync(join(folder, 'take one.md'), 'utf8')).toMatch(
    /title: "Night & Fog"\n.*\ndate: 2026-05-06\n.*\nnumber: 7\n/,
  )
  const show = readFileSync(join(folder, 'show.yaml'), 'utf8')
  expect(show).toContain('author: Mara Winter\n')
  expect(show).toContain('image: cover.png\n')
})

it('touches no file that is there, and writes none for a dry run', async () => {
  const files = {'one.mp3': media.mp3, 'two.mp3': media.ogg, 'one.md': 'What we talked about.\n'}
  const dry = folderOf(files)
  expect(await adoptShow(dry, {...given, dryRun: true})).toMatchObject({ok: true, value: [{fate: 'shown', made: []}]})
  expect(existsSync(join(dry, 'two.md')) || existsSync(join(dry, 'show.yaml'))).toBe(false)
  const folder = folderOf(files)
  const outcome = await adoptShow(folder, given)
  expect(outcome).toMatchObject({ok: true, value: [{made: ['two.md'], episodeCount: 2}]})
  expect(readFileSync(join(folder, 'one.md'), 'utf8')).toBe('What we talked about.\n')
  writeFileSync(join(folder, 'three.mp3'), Buffer.from(media.m4a))
  expect(await adoptShow(folder, given)).toMatchObject({value: [{fate: 'kept', made: []}]})
})

it('says what to do where there is nothing', async () => {
  const outcome = await adoptShow(folderOf({'notes.txt': 'hello'}), given)
  expect(outcome.problems).toMatchObject([
    {code: 'adopt-nothing-found', hint: expect.stringContaining('castwright init')},
  ])
})

it.each([
  ['2026-01-31-ep12_the-night train', 'The night train'],
  ['013 - Timetables', 'Timetables'],
  ['s1e3-north', 'North'],
  ['episode 4', ''],
  ['east-west', 'East west'],
  ['Ep1cs', 'Ep1cs'],
  ['2026-02-03', ''],
])('%s is the title "%s"', (stem, title) => {
  expect(titleFromName(stem)).toBe(title)
})
