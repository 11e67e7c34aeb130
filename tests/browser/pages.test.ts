import {existsSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {pageAssets} from '../../src/serialise/pages/assets.ts'
import {episodePage} from '../../src/serialise/pages/episode-page.ts'
import {indexPage} from '../../src/serialise/pages/index-page.ts'
import {audioEpisode, channel, feed, videoEpisode} from '../serialise/pages/sample-show.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

/** Silence, 3 minutes of 8 kHz, which a browser plays under any name. */
function silentWave(): Buffer {
  const samples = Buffer.alloc(8000 * 180, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Served = {readonly type: string; readonly body: Buffer}

function site(): ReadonlyMap<string, Served> {
  const page = (html: string): Served => ({type: 'text/html; charset=utf-8', body: Buffer.from(html)})
  return new Map([
    ['index.html', page([...indexPage(feed)].join(''))],
    ['episodes/012-fifty-years/index.html', page(episodePage(channel, audioEpisode).join(''))],
    ['episodes/011-the-mill/index.html', page(episodePage(channel, videoEpisode).join(''))],
    ['episodes/012-fifty-years/transcript.vtt', {type: 'text/vtt', body: Buffer.from('WEBVTT\n')}],
    ['media/012-fifty-years.mp3', {type: 'audio/wav', body: silentWave()}],
    ['images/cover.png', {type: 'image/png', body: onePixel}],
    ...pageAssets.map(({path, mimeType, text}) => [path, {type: mimeType, body: Buffer.from(text)}] as const),
  ])
}

/** The site under another address and path than it was made for. */
async function serve(files: ReadonlyMap<string, Served>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/elsewhere\//, '').replace(/(?:^|\/)$/, '$&index.html')
    const file = files.get(path)
    if (file === undefined) return response.writeHead(404).end()
    const range = /^bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '')
    if (!range)
      return response
        .writeHead(200, {'content-type': file.type, 'accept-ranges': 'bytes', 'content-length': file.body.length})
        .end(file.body)
    const [start, end] = [Number(range[1]), range[2] ? Number(range[2]) : file.body.length - 1]
    const headers = {
      'content-type': file.type,
      'content-range': `bytes ${start}-${end}/${file.body.length}`,
      'content-length': end - start + 1,
    }
    return response.writeHead(206, headers).end(file.body.subarray(start, end + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

describe.skipIf(!existsSync(executablePath))('in a browser', () => {
  let browser: Browser
  let server: Server
  let root: string

  beforeAll(async () => {
    server = await serve(site())
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/elsewhere/`
    browser = await chromium.launch({executablePath, args: flags})
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  async function open(path: string, width = 1280): Promise<{readonly page: Page; readonly complaints: string[]}> {
    const context = await browser.newContext({viewport: {width, height: 844}})
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on(
      'response',
      (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
    )
    await page.goto(root + path)
    await page.waitForLoadState('networkidle')
    return {page, complaints}
  }

  test.each(['', 'episodes/012-fifty-years/', 'episodes/011-the-mill/'])(
    'page "%s" loads without complaint and fits a phone',
    async (path) => {
      const {page, complaints} = await open(path, 390)
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.context().close()
    },
  )

  test('every link, picture and control has a name, and small targets are apart', async () => {
    const {page} = await open('episodes/012-fifty-years/', 390)
    const nameless = await page.evaluate(() =>
      Array.from(document.querySelectorAll('a, audio, video, img:not([alt])'))
        .filter((element) => !element.textContent?.trim() && !element.getAttribute('aria-label'))
        .map((element) => element.outerHTML),
    )
    expect(nameless).toEqual([])
    const heights = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.chapters li > a:first-child')).map(
        (each) => each.getBoundingClientRect().height,
      ),
    )
    expect(Math.min(...heights)).toBeGreaterThan(24)
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
    const context = await browser.newContext({javaScriptEnabled: false})
    const page = await context.newPage()
    await page.goto(`${root}episodes/012-fifty-years/`)
    expect(await page.locator('audio[controls]').isVisible()).toBe(true)
    await context.close()
  })
})
