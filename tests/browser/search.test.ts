import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {writeFiles} from '../files-on-disk.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {hasChromium} from './chromium.ts'
import {type OpenSite, openSite, servedTexts} from './open-site.ts'

const captions = (...cues: readonly (readonly [start: string, text: string])[]) =>
  `WEBVTT\n\n${cues.map(([start, text]) => `${start} --> ${start.slice(0, -3)}999\n<v Kim Vale>${text}\n`).join('\n')}`

const here = 'audio: https://trial.example/media/one.mp3\nduration: 3:00\nlength: 1000'
const episode = (title: string, ...lines: readonly string[]) =>
  `---\ntitle: ${title}\ndate: 2026-01-31\n${here}\n${lines.join('\n')}\n---\nNotes.\n`

/** What is spoken in several scripts, and names that would run if they were not taken for text. */
const show = {
  'show.yaml': showFile(),
  'night.md': episode('Night trains & <img src=x onerror=alert(1)>', 'season: 2'),
  'night.vtt': captions(
    ['00:00.500', 'Good evening from the platform.'],
    ['01:04.000', 'The sleeper to Zürich leaves'],
    ['01:07.000', 'from track nine & a half <b>tonight</b>.'],
    ['02:10.000', 'The platform is empty.'],
  ),
  'tokyo.md': episode('夜行列車', 'season: 1', 'language: ja'),
  'tokyo.vtt': captions(['00:01.000', 'こんばんは。'], ['01:31.000', '東京駅から出雲まで走ります。']),
  'often.md': episode('Every minute'),
  'often.vtt': captions(
    ...Array.from({length: 14}, (_, at) => [`${String(at).padStart(2, '0')}:07.000`, 'A lantern, again.'] as const),
  ),
  'cairo.md': episode('قطار الليل', 'season: 1', 'language: ar'),
  'cairo.vtt': captions(['00:01.000', 'مساء الخير.'], ['02:02.000', 'يغادر القطارُ المحطّة الآن.']),
  'draft.md': episodeFile('Draft', ['draft: true'], 'A secret platform.\n'),
}

describe.skipIf(!hasChromium)('the search of the pages', () => {
  let site: OpenSite
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-search-'))
    writeFiles(folder, show)
    const {files} = await planInMemory(folder)
    rmSync(folder, {recursive: true, force: true})
    site = await openSite(servedTexts(new Map([...files, ['media/one.mp3', ''], ['cover.jpg', '']])))
  }, 60_000)
  afterAll(() => site.close())

  async function find(page: Page, text: string): Promise<readonly string[]> {
    await page.fill('.search input', text)
    await page.waitForFunction(() => document.querySelector('.search li, .said:not(:empty)') !== null)
    await page.waitForTimeout(400)
    return page
      .locator('.search li a')
      .evaluateAll((links) =>
        links.map(
          (link) => `${link.getAttribute('href')?.replace(/.*episodes\//, '')} ${link.querySelector('p')?.textContent}`,
        ),
      )
  }

  it('loads nothing before it is opened, and finds what was said with the second at which it was', async () => {
    const {page, complaints, asked} = await site.open('')
    expect(asked.filter((address) => address.includes('/search/'))).toEqual([])
    await page.click('button.find')
    expect(await find(page, 'zurich sleeper')).toEqual([
      'night/#t=64 Good evening from the platform. The sleeper to Zürich leaves from track nine & a half tonight.',
    ])
    expect(await page.locator('.search mark').allTextContents()).toEqual(['sleeper', 'Zürich'])
    expect(await find(page, 'Zuerich')).toHaveLength(1)
    expect(await find(page, 'track nine')).toEqual([expect.stringContaining('night/#t=67 ')])
    expect(await find(page, 'lantern')).toEqual([expect.stringMatching(/^often\/#t=7 A lantern, again/)])
    expect(await find(page, 'secret')).toEqual([])
    expect(await page.textContent('.said')).toBe('Nothing was found.')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('finds words of any script, and the beginnings of words', async () => {
    const {page} = await site.open('')
    await page.keyboard.press('/')
    const first = async (text: string) => (await find(page, text))[0]?.split(' ')[0]
    expect(await first('東京駅')).toBe('tokyo/#t=91')
    expect(await first('列車')).toBe('tokyo/')
    expect(await first('قطار المحطة')).toBe('cairo/#t=122')
    expect(await first('platf')).toBe('night/#t=0')
    await page.context().close()
  })

  it('plays from there, by the keyboard alone', async () => {
    const {page} = await site.open('')
    await page.keyboard.press('/')
    await find(page, 'track nine')
    await page.keyboard.press('Enter')
    await page.waitForURL(/episodes\/night\/#t=67$/)
    await page.waitForFunction(() => document.querySelector('audio')?.paused === false)
    expect(await page.evaluate(() => document.querySelector('audio')?.currentTime)).toBeGreaterThanOrEqual(67)
    // And on the page itself.
    await page.keyboard.press('/')
    await find(page, 'empty')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) >= 130)
    expect(await page.locator('dialog.search[open]').count()).toBe(0)
    await page.context().close()
  })

  it('runs nothing of what it shows', async () => {
    const {page, complaints} = await site.open('')
    await page.keyboard.press('/')
    await find(page, 'img onerror')
    expect(await page.locator('.search img').count()).toBe(0)
    expect(await page.textContent('.search li b')).toBe('Night trains & <img src=x onerror=alert(1)>')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
