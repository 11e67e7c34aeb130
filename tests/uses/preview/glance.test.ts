import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {openLiveShow} from '../../../src/uses/preview/live-show.ts'
import {episodeFile, showFile, temporaryShow} from '../../temporary-show.ts'

const now = new Date('2026-11-30T00:00:00Z')
const transcript = (words: string) => `WEBVTT\n\n00:00.000 --> 00:00.400\n${words}\n`

async function opened() {
  const folder = temporaryShow({
    'show.yaml': showFile('site_url: https://trial.example/'),
    '001.md': episodeFile('001', [], 'Old notes.'),
    '001.vtt': transcript('Old words.'),
    '002.md': episodeFile('002', ['draft: true'], 'Old notes.'),
  })
  const live = openLiveShow(folder, () => now)
  await live.refresh()
  const page = async (path: string) => {
    const {ahead, files} = live.shown() ?? {}
    const file = ahead?.files.get(path) ?? files?.get(path)
    return file !== undefined && 'text' in file ? file.text() : ''
  }
  const change = async (file: string, text: string) => {
    writeFileSync(join(folder, file), text)
    await live.glance([join(folder, file)])
  }
  return {live, page, change}
}

const first = 'episodes/001/index.html'
const draft = 'episodes/002/index.html'

it('shows the page that somebody looks at as its files are now, and leaves everything else to the next plan', async () => {
  const {live, page, change} = await opened()
  expect(await page(first)).toContain('Old notes.')
  await change('001.md', episodeFile('001', ['title: Another'], 'New notes.'))
  expect(await page(first)).toContain('New notes.')
  expect(await page('index.html')).not.toContain('Another')
  await change('001.vtt', transcript('New words.'))
  expect(await page(first)).toContain('New words.')
  await live.refresh()
  expect(await page(first)).toContain('New notes.')
  expect(await page('index.html')).toContain('Another')
})

it('shows a draft so', async () => {
  const {page, change} = await opened()
  await change('002.md', episodeFile('002', ['draft: true'], 'New notes.'))
  expect(await page(draft)).toContain('New notes.')
})

it('keeps the page of an episode that has an error', async () => {
  const {page, change} = await opened()
  expect(await page(first)).toContain('Old notes.')
  for (const broken of ['---\ntitle: [\n---\n', episodeFile('001', ['date: never'], 'New notes.')]) {
    await change('001.md', broken)
    expect(await page(first)).toContain('Old notes.')
  }
  await change('002.md', episodeFile('002', ['draft: true', 'date: never'], 'New notes.'))
  expect(await page(draft)).toContain('Old notes.')
})

it('leaves a change of the show itself to the next plan', async () => {
  const {live, page, change} = await opened()
  const before = [await page(first), live.shown()]
  await change('show.yaml', showFile('site_url: https://trial.example/', 'subtitle: New'))
  expect([await page(first), live.shown()]).toEqual(before)
})
