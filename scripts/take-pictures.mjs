// Takes the pictures of README and guide from the example show, in Chromium: `npm run pictures`. `CHROMIUM` says where it is.
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {chromium} from 'playwright-core'
import sharp from 'sharp'
import {build} from '../dist/index.js'
import {root} from './bundling.mjs'

/**
 * @typedef {object} Shot
 * @property {string} name The file in `docs/`, without its ending
 * @property {string} path
 * @property {number} width In pixels of the page; the picture has as many
 * @property {number} height
 * @property {'light' | 'dark'} look
 * @property {(page: import('playwright-core').Page) => Promise<void>} [before]
 */

const episode = 'episodes/001-the-folder-is-the-show/'

/** @type {readonly (readonly Shot[])[]} Those of a row stand beside each other in one picture. */
const pictures = [
  [
    {name: 'pages', path: '', width: 1180, height: 860, look: 'light'},
    {name: 'pages', path: episode, width: 390, height: 860, look: 'dark'},
  ],
  [{name: 'episode-page', path: episode, width: 1180, height: 900, look: 'light'}],
  [{name: 'feed-in-browser', path: 'feed.xml', width: 860, height: 760, look: 'light'}],
  [
    {
      name: 'search',
      path: '',
      width: 1180,
      height: 620,
      look: 'light',
      before: async (page) => {
        await page.keyboard.press('/')
        await page.keyboard.type('folder', {delay: 40})
        await page.waitForTimeout(800)
      },
    },
  ],
]

const mostBytes = 150_000

/** Feeds as hosts serve them by our headers. @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html',
  '.xml': 'text/xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** @param {string} site @param {string} path */
function answerTo(site, path) {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path)
  if (!existsSync(file)) return {status: 404}
  const contentType = types[extname(file)]
  return contentType === undefined ? {path: file} : {path: file, contentType}
}

/** @param {import('playwright-core').Browser} browser @param {string} site @param {Shot} shot */
async function taken(browser, site, {path, width, height, look, before}) {
  const isPhone = width < 500
  const screen = {viewport: {width, height}, isMobile: isPhone, hasTouch: isPhone}
  const context = await browser.newContext({...screen, colorScheme: look, locale: 'en-GB'})
  await context.route('**', (route) => route.fulfill(answerTo(site, new URL(route.request().url()).pathname)))
  const page = await context.newPage()
  await page.goto(`https://castwright.example/${path}`)
  await page.waitForLoadState('networkidle')
  await before?.(page)
  const picture = await page.screenshot()
  await context.close()
  return picture
}

/** @param {readonly Buffer[]} shots */
async function beside(shots) {
  const gap = 24
  const sizes = await Promise.all(shots.map(async (shot) => sharp(shot).metadata()))
  let left = 0
  const placed = shots.map((input, index) => {
    const place = {input, left, top: 0}
    left += (sizes[index]?.width ?? 0) + gap
    return place
  })
  const height = Math.max(...sizes.map((size) => size.height))
  const ground = {width: left - gap, height, channels: /** @type {const} */ (4), background: '#0000'}
  return sharp({create: ground}).composite(placed)
}

const output = mkdtempSync(join(tmpdir(), 'castwright-pictures-'))
const built = await build(join(root, 'episodes'), output, {frozen: true})
if (!built.ok) throw new Error(built.problems.map(({message}) => message).join('\n'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  for (const row of pictures) {
    const shots = []
    for (const shot of row) shots.push(await taken(browser, output, shot))
    const file = join(root, 'docs', `${row[0]?.name}.webp`)
    const {size} = await (await beside(shots)).webp({quality: 80}).toFile(file)
    console.log(`${file}: ${size} bytes`)
    if (size > mostBytes) throw new Error(`${file} is too heavy for a page of documentation`)
  }
} finally {
  await browser.close()
  rmSync(output, {recursive: true, force: true})
}
