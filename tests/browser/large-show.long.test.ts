import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {bounded} from '../series.ts'
import {type BuiltSite, openBuiltSite, readThrough} from './built-site.ts'
import {hasChromium} from './chromium.ts'
import {recordedOf, slugOf, writeLargeShow} from './large-show.ts'
import {phraseAtInSeconds, tongueOf} from './speech.ts'

const sample = 6
/** `npm run large-show` tries each page in each look, of the show of 300; `npm run test:long` a few of a smaller one. */
const isWhole = bounded(sample).cases.length > sample
const count = isWhole ? 300 : 30
const oneIn = <T>(rows: readonly T[], every: number) => rows.filter((_, index) => isWhole || index % every === 0)

/** The last recorded episode has chapters, a transcript of an hour, and a recording that plays. */
const recorded = `episodes/${slugOf(count)}/`
const kinds = [
  '',
  'episodes/',
  'about/',
  recorded,
  `episodes/${slugOf(count - 1)}/`,
  `${recorded}embed/`,
  'people/john-smith/',
  'topics/',
  'topics/trains/',
  ...(isWhole ? ['page/2/', 'seasons/1/'] : []),
]
const looks = [390, 768, 1440].flatMap((width) => (['light', 'dark'] as const).map((look) => ({width, look})))
const visits = kinds.flatMap((path) => looks.map((each) => ({path, ...each})))

const placeOf = (page: Page) => page.evaluate(() => document.querySelector('audio')?.currentTime ?? -1)
const isPlaying = (page: Page) => page.evaluate(() => document.querySelector('audio')?.paused === false)

const isInSight = (element: Locator) =>
  element.evaluate((each) => {
    const {top, bottom} = each.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

let site: BuiltSite
beforeAll(async () => {
  if (hasChromium) site = await openBuiltSite(writeLargeShow({count}), '/pod/')
}, 120_000)
afterAll(() => site?.close())

describe.skipIf(!hasChromium)(`a show of ${count} episodes in a browser`, () => {
  it.each(oneIn(visits, 11))('nothing moves or complains: "$path", $width px, $look', async (visit) => {
    const {page, complaints, elsewhere, shifts, leave} = await site.open(visit.path, {
      colorScheme: visit.look,
      viewport: {width: visit.width, height: 844},
      ...(visit.width === 390 ? {isMobile: true, hasTouch: true} : {}),
    })
    await readThrough(page)
    expect(await shifts()).toEqual([])
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(visit.width)
    await leave()
  })

  it('plays the sentence that is clicked, follows the voice, and gives way to the reader', async () => {
    const {page, complaints, shifts, leave} = await site.open(recorded)
    await page.locator('.transcript [data-start="605"]').click()
    await expect.poll(() => isPlaying(page)).toBe(true)
    expect(await placeOf(page)).toBeGreaterThanOrEqual(605)
    await page.evaluate(() => {
      const media = document.querySelector('audio')
      if (media) media.playbackRate = 3
    })
    const heard = page.locator('.transcript [aria-current]')
    await expect.poll(() => heard.getAttribute('data-start').then(Number), {timeout: 20_000}).toBeGreaterThan(630)
    await expect.poll(() => isInSight(heard)).toBe(true)
    // A busy page may lose a turn of the wheel.
    const isTurnedAway = async () => {
      await page.mouse.wheel(0, -4000)
      await page.waitForTimeout(600)
      return !(await isInSight(heard))
    }
    await expect.poll(isTurnedAway, {timeout: 20_000}).toBe(true)
    await page.waitForTimeout(600)
    const [place, start] = [await page.evaluate(() => scrollY), await heard.getAttribute('data-start')]
    await expect.poll(() => heard.getAttribute('data-start'), {timeout: 20_000}).not.toBe(start)
    await page.waitForTimeout(600)
    expect(await page.evaluate(() => scrollY)).toBe(place)
    expect(await isInSight(heard)).toBe(false)
    expect(await shifts()).toEqual([])
    expect(complaints).toEqual([])
    await leave()
  })

  it.each([
    ['#t=90', 90],
    ['#t=1:02:00', 3720],
    ['#t=1h2m', 3720],
    ['#t=10m30s', 630],
    ['#turn-12', 330],
  ])('begins where the address says: %s', async (hash, seconds) => {
    const {page, complaints, leave} = await site.open(recorded + hash)
    await expect.poll(() => placeOf(page)).toBe(seconds)
    const heard = page.locator('.transcript [aria-current]')
    expect(Number(await heard.getAttribute('data-start'))).toBe(seconds)
    await expect.poll(() => isInSight(heard)).toBe(true)
    expect(complaints).toEqual([])
    await leave()
  })

  it('keeps speed and place over a reload, and goes to a chapter', async () => {
    const {page, complaints, leave} = await site.open(recorded)
    await page.selectOption('select.speed', '1.5')
    await page.click('.chapters a[href="#t=1500"]')
    await expect.poll(() => placeOf(page)).toBeGreaterThan(1500)
    expect(await page.textContent('.chapters [aria-current] [dir]')).toMatch(/ 6$/)
    await page.evaluate(() => document.querySelector('audio')?.pause())
    await page.goto(page.url().split('#')[0] ?? '')
    await page.waitForLoadState('networkidle')
    expect(await placeOf(page)).toBeGreaterThanOrEqual(1500)
    expect(await page.evaluate(() => document.querySelector('audio')?.playbackRate)).toBe(1.5)
    expect(await page.inputValue('select.speed')).toBe('1.5')
    expect(complaints).toEqual([])
    await leave()
  })

  it.each(recordedOf(Math.min(count, 90)))('finds what is said in episode %i and begins there', async (number) => {
    const {phrase, language} = tongueOf(number)
    const {page, complaints, elsewhere, leave} = await site.open('')
    await page.keyboard.press('/')
    await page.keyboard.type(language === 'de' ? phrase.replace('Überführungsbäcker', 'uberfuhrungsbacker') : phrase)
    const found = page.locator(`.search li a[href*="/${slugOf(number)}/#t=${phraseAtInSeconds}"]`)
    await found.waitFor()
    // The words around it come a moment after the episode.
    await expect.poll(() => found.locator('p').textContent()).toContain(phrase)
    expect(elsewhere).toEqual([])
    await found.press('Enter')
    await page.waitForURL(/\/episodes\//)
    await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(phraseAtInSeconds)
    await expect.poll(() => isPlaying(page)).toBe(true)
    expect(complaints).toEqual([])
    await leave()
  })
})

describe.skipIf(!hasChromium)('an episode of it', () => {
  it('is used by the keyboard alone', async () => {
    const {page, complaints, leave} = await site.open(recorded)
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
    await press('Tab')
    expect(await focused()).toBe('skip')
    for (let at = 0; at < 30 && !/\bplay\b/.test(await focused()); at += 1) await press('Tab')
    await press('Enter')
    await expect.poll(() => isPlaying(page)).toBe(true)
    await press('ArrowRight')
    await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(30)
    await press('n')
    await expect.poll(() => placeOf(page)).toBeGreaterThanOrEqual(300)
    await press('k')
    await expect.poll(() => isPlaying(page)).toBe(false)
    await press('?')
    expect(await page.locator('dialog.keys[open]').count()).toBe(1)
    await press('Escape')
    await press('/')
    expect(await page.locator('dialog.search[open]').count()).toBe(1)
    await press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    // A time of the transcript.
    await page.locator('.transcript a[href="#t=60"]').focus()
    await press('Enter')
    await expect.poll(() => placeOf(page)).toBeLessThan(70)
    await expect.poll(() => isPlaying(page)).toBe(true)
    expect(complaints).toEqual([])
    await leave()
  })

  it('keeps the focus in the player while it docks', async () => {
    const {page, leave} = await site.open(recorded)
    await page.focus('.tool.play')
    await page.evaluate(() => scrollTo({top: 3000, behavior: 'instant'}))
    await page.locator('.deck.docked').waitFor()
    await page.waitForTimeout(200)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('play')
    await leave()
  })

  it('is there without scripts', async () => {
    const {page, complaints, elsewhere, leave} = await site.open(`${recorded}#turn-12`, {javaScriptEnabled: false})
    const visible = (selector: string) => page.locator(selector).first().isVisible()
    for (const selector of ['audio[controls]', '.chapters a', '#turn-12', '.notes', '.people', '.neighbours a'])
      expect([selector, await visible(selector)]).toEqual([selector, true])
    for (const selector of ['button.find', '.speakers', '.deck'])
      expect([selector, await visible(selector)]).toEqual([selector, false])
    expect([...complaints, ...elsewhere]).toEqual([])
    await page.click('.neighbours a')
    expect(await visible(`#e-${slugOf(count)}`)).toBe(true)
    await leave()
  })

  it('prints what is to be read, and nothing to be pressed', async () => {
    const {page, leave} = await site.open(recorded, {viewport: {width: 794, height: 1123}})
    await readThrough(page)
    await page.emulateMedia({media: 'print'})
    const visible = (selector: string) => page.locator(selector).first().isVisible()
    for (const selector of ['h1', '.chapters li', '.notes', '.turn'])
      expect([selector, await visible(selector)]).toEqual([selector, true])
    for (const selector of ['.deck', '.find', '.speakers', '.neighbours', '.around', '.download'])
      expect([selector, await visible(selector)]).toEqual([selector, false])
    await leave()
  })

  it('is light: an hour of speech, the page of the show, and the topics', () => {
    const weightOf = (path: string) => brotliCompressSync(readFileSync(join(site.output, path, 'index.html'))).length
    expect(weightOf(recorded)).toBeLessThan(60_000)
    expect(weightOf('')).toBeLessThan(60_000)
    expect(weightOf('topics')).toBeLessThan(20_000)
  })
})

describe.skipIf(!hasChromium)('a serial show that is read from right to left', () => {
  let serial: BuiltSite
  beforeAll(async () => {
    serial = await openBuiltSite(writeLargeShow({count: 60, isRightToLeft: true}), '/')
  }, 120_000)
  afterAll(() => serial.close())

  it.each(oneIn(looks, 4))('begins with its first episode, $width px, $look', async ({width, look}) => {
    const {page, complaints, elsewhere, shifts, leave} = await serial.open('', {
      colorScheme: look,
      viewport: {width, height: 844},
    })
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.getAttribute('.featured h3 a', 'href')).toBe('episodes/001/')
    await readThrough(page)
    expect(await shifts()).toEqual([])
    expect([...complaints, ...elsewhere]).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await leave()
  })

  it('has a player whose time runs as its keys do', async () => {
    const {page, leave} = await serial.open('episodes/030/')
    const left = (selector: string) =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().left)
    expect(await left('.tool.back')).toBeLessThan(await left('.tool.forward'))
    await page.click('.chapters a[href="#t=600"]')
    expect(await page.getAttribute('.turn:has([aria-current]) .speaker .time', 'href')).toBe('#t=600')
    await leave()
  })
})
