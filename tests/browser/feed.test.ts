import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'
import {chromiumHere, hasChromium, playsByItself} from './chromium.ts'

const example = join(import.meta.dirname, '../../episodes')

describe.skipIf(!hasChromium)('a feed in a browser', () => {
  let server: Server
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    const {files} = await planInMemory(example, new Date('2027-01-01T00:00:00Z'))
    server = createServer(({url = '/'}, response) => {
      const text = files.get(url.slice(1))
      response.writeHead(text === undefined ? 404 : 200, {
        'content-type': url.endsWith('.css') ? 'text/css' : 'application/xml',
      })
      response.end(text)
    }).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromiumHere(playsByItself)
  }, 60_000)

  afterAll(() => void server?.close())

  test.each(['feed.xml', 'atom.xml'])('%s tells a person what it is, and hides what is for apps', async (path) => {
    const page = await browser.newPage()
    await page.goto(`${origin}/${path}`)
    const {seen, said} = await page.evaluate(() => {
      const all = Array.from(document.querySelectorAll('*'))
      const isShown = (element: Element) => element.getClientRects().length > 0
      const leaves = all.filter((element) => element.children.length === 0 && isShown(element))
      const said = all.filter(isShown).map((element) => getComputedStyle(element, '::before').content)
      return {seen: leaves.map(({localName}) => localName), said: said.join('\n')}
    })
    expect(said).toContain('This is a podcast. To follow it, copy the address of this page')
    expect(said).toContain('https://castwright.example/')
    const shown = ['title', 'link', 'description', 'subtitle', 'pubDate', 'published', 'summary']
    expect(new Set(seen.filter((name) => !shown.includes(name)))).toEqual(new Set())
    expect(seen.filter((name) => name === 'title').length).toBe(7)
    await page.close()
  })
})
