import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {pageAssets} from '../../src/pages/assets.ts'
import {episodePage} from '../../src/pages/episode/episode-page.ts'
import {episodeList} from '../../src/pages/lists/episode-list.ts'
import {indexPage} from '../../src/pages/lists/index-page.ts'
import {audioEpisode, channel, feed, videoEpisode} from '../pages/sample-show.ts'
import {hasChromium} from './chromium.ts'
import {type OpenSite, onePixel, openSite, type Served, silentWave} from './open-site.ts'

function site(): ReadonlyMap<string, Served> {
  const page = (html: string): Served => ({type: 'text/html; charset=utf-8', body: Buffer.from(html)})
  return new Map([
    ['index.html', page([...indexPage(feed)].join(''))],
    ['episodes/012-fifty-years/index.html', page(episodePage(channel, audioEpisode).join(''))],
    ['episodes/011-the-mill/index.html', page(episodePage(channel, videoEpisode).join(''))],
    ['episodes/012-fifty-years/transcript.vtt', {type: 'text/vtt', body: Buffer.from('WEBVTT\n')}],
    ['media/012-fifty-years.mp3', {type: 'audio/wav', body: silentWave()}],
    ['episode-list.json', {type: 'application/json', body: Buffer.from([...episodeList(feed)].join(''))}],
    ['images/cover.png', {type: 'image/png', body: onePixel}],
    ...pageAssets.map(({path, mimeType, text}) => [path, {type: mimeType, body: Buffer.from(text)}] as const),
  ])
}

describe.skipIf(!hasChromium)('in a browser', () => {
  let opened: OpenSite

  beforeAll(async () => {
    opened = await openSite(site())
  }, 60_000)
  afterAll(() => opened.close())

  const open = (path: string, width = 1280) => opened.open(path, {viewport: {width, height: 844}})

  test.each(['', 'episodes/012-fifty-years/', 'episodes/011-the-mill/'])(
    'page "%s" loads without complaint and fits a phone',
    async (path) => {
      const {page, complaints} = await open(path, 390)
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.context().close()
    },
  )

  test('every link, picture and control has a name', async () => {
    const {page} = await open('episodes/012-fifty-years/', 390)
    const nameless = await page.evaluate(() =>
      Array.from(document.querySelectorAll('a, audio, video, img:not([alt])'))
        .filter((element) => !element.textContent?.trim() && !element.getAttribute('aria-label'))
        .map((element) => element.outerHTML),
    )
    expect(nameless).toEqual([])
    await page.context().close()
  })

  test.each(['', 'episodes/012-fifty-years/', 'episodes/011-the-mill/'])(
    'page "%s" has nothing smaller to touch than 44 pixels, but links within a text',
    async (path) => {
      const phone = {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true}
      const {page} = await opened.open(path, phone)
      const small = await page.evaluate(() =>
        Array.from(document.querySelectorAll('a, button, select, input, summary'))
          .filter((each) => each.checkVisibility() && !each.closest('.text :is(p, li, h3), .about-show > p, .skip'))
          .map((each) => [each.outerHTML.slice(0, 90), Math.round(each.getBoundingClientRect().height)] as const)
          .filter(([, height]) => height < 44),
      )
      expect(small).toEqual([])
      await page.context().close()
    },
  )

  test('no mark of a chapter lies over the knob, and both are where the chapter begins', async () => {
    const {page} = await open('episodes/012-fifty-years/')
    expect(await page.locator('.scale').evaluate((scale) => scale.childElementCount)).toBe(1)
    const marks = await page.evaluate(
      () => document.querySelector<HTMLElement>('.scale input')?.style.getPropertyValue('--marks') ?? '',
    )
    expect(marks).toContain('calc(var(--knob) / 2 + (100% - var(--knob)) *')
    // The first chapter begins where the bar does, and the last one behind the end of this recording.
    expect(marks.match(/var\(--card\)/g)).toHaveLength(2)
    await page.context().close()
  })

  test('the first stop of the keyboard leads to the content', async () => {
    const {page} = await open('episodes/012-fifty-years/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content')
    await page.context().close()
  })

  test('a chapter seeks, plays, and marks itself and the paragraph that is heard', async () => {
    const {page, complaints} = await open('episodes/012-fifty-years/')
    await page.click('.chapters a[href="#t=60"]')
    expect(await page.evaluate(() => document.querySelector('audio')?.currentTime)).toBeGreaterThanOrEqual(60)
    expect(await page.textContent('.chapters [aria-current]')).toContain('Counting in the dark')
    await page.click('.transcript a[href="#t=64"]')
    expect(await page.textContent('.transcript [aria-current]')).toContain('Then I count')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('an address with a time starts there', async () => {
    const {page} = await open('episodes/012-fifty-years/#t=1:04')
    expect(await page.evaluate(() => document.querySelector('audio')?.currentTime)).toBe(64)
    expect(
      await page.evaluate(() => document.querySelector('.transcript [aria-current]')?.getBoundingClientRect().top),
    ).toBeLessThan(844)
    await page.context().close()
  })

  test('without scripts the player is still there', async () => {
    const {page} = await opened.open('episodes/012-fifty-years/', {javaScriptEnabled: false})
    expect(await page.locator('audio[controls]').isVisible()).toBe(true)
    expect(await page.locator('button.find').isVisible()).toBe(false)
    await page.context().close()
  })
})
