import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {writeFiles} from '../files-on-disk.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {hasChromium} from './chromium.ts'
import {type OpenSite, openSite, servedTexts} from './open-site.ts'

const captions = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada>Good <00:00:01.500>morning, <00:00:02.500>everybody <00:00:03.000>here.

00:00:05.000 --> 00:00:09.000
<v Kim>It <00:00:06.000>is <00:00:07.000>late.

00:00:10.000 --> 00:00:12.000
<v Ada>So it is.

00:00:12.500 --> 00:00:14.000
<v Ada>Well, well.
`

describe.skipIf(!hasChromium)('a transcript in a browser', () => {
  let site: OpenSite

  beforeAll(async () => {
    const media = 'audio: {url: https://trial.example/media/one.mp3, size: 5000000, duration: 3:00}'
    const repository = 'repository: https://github.com/kim/trial/tree/main/the show'
    const folder = {
      'show.yaml': showFile(repository),
      'one.md': episodeFile('One', [media]),
      'one.vtt': captions,
    }
    const show = mkdtempSync(join(tmpdir(), 'castwright-transcript-'))
    writeFiles(show, folder)
    const {files} = await planInMemory(show)
    site = await openSite(servedTexts(new Map([...files, ['media/one.mp3', ''], ['cover.jpg', '']])))
    rmSync(show, {recursive: true})
  }, 60_000)
  afterAll(() => site.close())

  const open = async (where = '') => site.open(`episodes/one/${where}`, {viewport: {width: 1280, height: 900}})

  test('shows what one person says, and all of them again for a link to another', async () => {
    const {page, complaints} = await open()
    const shown = () => page.locator('.turn:visible .speaker b').allTextContents()
    expect(await shown()).toEqual(['Ada', 'Kim', 'Ada'])
    await page.click('.speakers button:has-text("Kim")')
    expect(await shown()).toEqual(['Kim'])
    expect(await page.getAttribute('.speakers button:has-text("Kim")', 'aria-pressed')).toBe('true')
    await page.evaluate(() => {
      location.hash = '#turn-1'
    })
    await expect.poll(shown).toEqual(['Ada', 'Kim', 'Ada'])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('leads from selected words to their line in the repository', async () => {
    const {page, complaints} = await open()
    const select = (text: string) =>
      page.evaluate((wanted) => {
        const caption = [...document.querySelectorAll('[data-line]')].find((each) => each.textContent?.includes(wanted))
        if (caption) getSelection()?.selectAllChildren(caption)
      }, text)
    await select('late')
    const link = page.locator('a.mend')
    await expect.poll(() => link.isVisible()).toBe(true)
    expect(await link.getAttribute('href')).toBe('https://github.com/kim/trial/edit/main/the%20show/one.vtt#L6')
    await select('Well')
    await expect.poll(() => link.getAttribute('href')).toContain('#L12')
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await expect.poll(() => link.count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('marks the word that is heard, whose times are loaded on play', async () => {
    const {page, complaints} = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''))
    const heard = () =>
      page.evaluate(() => [...(CSS.highlights.get('heard-word') ?? [])].map((range) => String(range)).join())
    const playFrom = (seconds: number) =>
      page.evaluate(async (at) => {
        const media = document.querySelector('audio')
        if (media === null) return
        media.currentTime = at
        media.playbackRate = 0.1
        await media.play()
      }, seconds)
    await playFrom(1.55)
    await expect.poll(heard, {timeout: 8000}).toBe('morning,')
    expect(asked).toContain('words.json')
    await playFrom(2.6)
    await expect.poll(heard, {timeout: 8000}).toBe('everybody')
    await playFrom(6.1)
    await expect.poll(heard, {timeout: 8000}).toBe('is')
    // Nobody knows the words of this one.
    await playFrom(10.5)
    await expect.poll(heard, {timeout: 8000}).toBe('')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('prints without choices and buttons', async () => {
    const {page} = await open()
    await page.emulateMedia({media: 'print'})
    expect(await page.isVisible('.speakers')).toBe(false)
    expect(await page.isVisible('.transcript')).toBe(true)
    await page.context().close()
  })
})
