import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import {preview} from '../../src/index.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'
import {chromiumHere, hasChromium} from './chromium.ts'

const attack = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
const paragraphs = Array.from({length: 80}, (_, index) => `Paragraph ${index} of the notes.`)
const episode = (lines: readonly string[], notes: readonly string[]) =>
  ['---', 'date: 2026-01-31', ...lines, '---', ...notes.flatMap((each) => [each, ''])].join('\n')

const files = {
  'show.yaml': showFile('site_url: https://trial.example/pod/', 'image: https://elsewhere.example/cover.jpg'),
  '001-first.md': episode(['title: First'], paragraphs),
  '001-first.wav': silentWave(60),
  '002-draft.md': episode(['title: Second', 'draft: true'], ['Not yet.']),
  '002-draft.mp3': media.mp3,
}

function silentWave(seconds: number): Buffer {
  const samples = Buffer.alloc(8000 * seconds, 128)
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0',
    'latin1',
  )
  head.writeUInt32LE(36 + samples.length, 4)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/** A machine that does other things as well takes its time. */
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, {timeout: 20_000})

describe.skipIf(!hasChromium)('a preview in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromiumHere()
  }, 60_000)

  async function open(
    path: string,
  ): Promise<{readonly page: Page; readonly folder: string; readonly complaints: string[]}> {
    const folder = temporaryShow(files)
    const outcome = await preview(folder, {port: 0})
    if (!outcome.ok) throw new Error('no preview')
    const page = await (await browser.newContext({viewport: {width: 1000, height: 800}})).newPage()
    onTestFinished(async () => {
      await page.context().close()
      await outcome.value.close()
    })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(new URL(path, outcome.value.url).href)
    await panel(page).waitFor()
    return {page, folder, complaints}
  }

  const panel = (page: Page) => page.locator('castwright-preview .pill')
  const write = (folder: string, file: string, text: string) => writeFileSync(join(folder, file), text)

  it('shows what was written at the same place and the same second', async () => {
    const {page, folder, complaints} = await open('episodes/001-first/')
    await page.locator('audio').evaluate((audio: HTMLAudioElement) => {
      audio.currentTime = 33
    })
    const middle = page.getByText('Paragraph 40 of the notes.', {exact: true})
    await middle.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 100))
    const more = Array.from({length: 20}, (_, index) => `More ${index}.`)
    write(folder, '001-first.md', episode(['title: Another title'], [...more, ...paragraphs]))
    await page.locator('h1', {hasText: 'Another title'}).waitFor()
    await eventually(() => middle.evaluate((element) => Math.abs(element.getBoundingClientRect().top - 100) < 5)).toBe(
      true,
    )
    await eventually(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeCloseTo(
      33,
      0,
    )
    expect(complaints).toEqual([])
  })

  it('goes on playing', async () => {
    const {page, folder} = await open('episodes/001-first/')
    await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.play())
    write(folder, '001-first.md', episode(['title: Another title'], paragraphs))
    await page.locator('h1', {hasText: 'Another title'}).waitFor()
    await eventually(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime > 0)).toBe(
      true,
    )
  })

  it('shows a problem with its line, runs nothing of it, and takes it away when it is mended', async () => {
    const {page, folder, complaints} = await open('episodes/001-first/')
    write(
      folder,
      '001-first.md',
      episode([`title: First`, `episode: ${JSON.stringify(attack)}`, `date: ${attack}`], paragraphs),
    )
    const shown = page.locator('castwright-preview .panel')
    await shown.getByText('001-first.md:', {exact: false}).first().waitFor()
    expect(await shown.isVisible()).toBe(true)
    expect(await shown.locator('.row.at').first().textContent()).toContain(attack)
    expect(await shown.locator('img, script').count()).toBe(0)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    write(folder, '001-first.md', files['001-first.md'])
    await eventually(() => shown.isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })

  it('marks what is held back, on its page and where pages link to it', async () => {
    const {page, complaints} = await open('')
    const row = page.locator(':is(.featured, li)', {hasText: 'Second'})
    expect(await row.locator('.castwright-badge').textContent()).toBe('draft')
    await row.getByRole('link', {name: 'Second'}).click()
    await eventually(() => page.locator('h1 .castwright-badge').textContent()).toBe('draft')
    await page.goto(new URL('/-castwright/', page.url()).href)
    await page.getByRole('link', {name: 'Second in Spotify'}).click()
    expect(await page.locator('h1').textContent()).toContain('Second')
    expect(complaints).toEqual([])
  })

  it('runs nothing of titles and names of files, and its own pages fit a phone', async () => {
    const {page, folder, complaints} = await open('')
    write(
      folder,
      '003-hostile.md',
      episode([`title: ${JSON.stringify(attack)}`, `subtitle: ${JSON.stringify(attack)}`], [attack]),
    )
    write(folder, '<img src=x onerror=window.hacked=1>.md', episode(['title: Fourth', `date: ${attack}`], []))
    const shown = page.locator('castwright-preview .panel')
    await shown.getByText('onerror=window.hacked=1>.md:', {exact: false}).first().waitFor()
    rmSync(join(folder, '<img src=x onerror=window.hacked=1>.md'))
    await eventually(() => shown.isVisible()).toBe(false)
    await page.setViewportSize({width: 390, height: 800})
    const apps = ['apple', 'spotify', 'overcast', 'youtube'].map((app) => `/-castwright/as/${app}/`)
    for (const path of ['/-castwright/', ...apps, ...apps.map((app) => `${app}003-hostile/`)]) {
      await page.goto(new URL(path, page.url()).href)
      await panel(page).waitFor()
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390])
      expect([path, await page.evaluate('window.hacked')]).toEqual([path, undefined])
    }
    expect(complaints).toEqual([])
  })
})
