// Edits an episode of a show again and again while `castwright preview` shows it in a browser, and prints how long each edit took to be on
// screen, as JSON: node preview-edits.mjs SHOW NAME-OF-EPISODE EDITS [CHROMIUM]
// The time is from the save to the first frame that shows the new words. Without a browser it ends when the new page has been received.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {appendFileSync, existsSync, readFileSync, writeFileSync} from 'node:fs'
import {get} from 'node:http'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {text} from 'node:stream/consumers'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'

const [, , show = '', episode = '', edits = '1', browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium'] =
  process.argv
const castwright = fileURLToPath(new URL('../../dist/bin/castwright.js', import.meta.url))
const file = join(show, `${episode}.md`)
const written = readFileSync(file, 'utf8')

/** An author reads what came of an edit before the next one. Feeds are judged in this time, as they are while somebody writes. */
const pauseInMilliseconds = 1500
/** Every fourth edit comes while the one before is planned and judged. */
const shortPauseInMilliseconds = 450
const isInHaste = (/** @type {number} */ edit) => edit % 4 === 3

/** @param {string} url */
async function openBrowser(url) {
  const browser = await chromium.launch({executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu']})
  const page = await browser.newPage()
  /** @type {Map<string, (shownAt: number) => void>} */
  const waiting = new Map()
  await page.exposeFunction('shown', (/** @type {string} */ words, /** @type {number} */ at) => {
    for (const [wanted, found] of waiting) if (words.includes(wanted)) found(at)
  })
  // A text, since it is for the browser: the second frame begins when the first one is on the screen.
  await page.addInitScript(`addEventListener('DOMContentLoaded', () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => shown(document.querySelector('main')?.textContent ?? '', Date.now()))))`)
  await page.goto(url)
  return {
    shownAt: (/** @type {string} */ words) =>
      /** @type {Promise<number>} */ (new Promise((resolve) => waiting.set(words, resolve))),
    close: () => browser.close(),
  }
}

/** The events of a page, and the page after each of them. @param {string} url @param {string} base */
async function openListener(url, base) {
  const path = `${new URL(url).pathname.slice(new URL(base).pathname.length)}index.html`
  const [events] = await once(get(new URL(`/-castwright/events?path=${encodeURIComponent(path)}`, base)), 'response')
  const fetched = async () => text((await once(get(url), 'response'))[0])
  return {
    shownAt: async (/** @type {string} */ words) => {
      for (;;) {
        if ((await fetched()).includes(words)) return Date.now()
        await once(events, 'data')
      }
    },
    close: async () => events.destroy(),
  }
}

const previewing = spawn(process.execPath, [castwright, 'preview', show, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  let base = ''
  for await (const line of createInterface({input: previewing.stdout})) {
    base = /http:\/\/localhost:\d+\/\S*/.exec(line)?.[0] ?? ''
    if (base !== '') break
  }
  const url = `${base}episodes/${episode}/`
  const screen = existsSync(browserPath) ? await openBrowser(url) : await openListener(url, base)
  /** @type {{atLeisure: number[], inHaste: number[]}} in milliseconds */
  const took = {atLeisure: [], inHaste: []}
  for (let edit = 0; edit < Number(edits); edit += 1) {
    await sleep(isInHaste(edit) ? shortPauseInMilliseconds : pauseInMilliseconds)
    const words = `These are the words of edit ${edit}.`
    const shown = screen.shownAt(words)
    const savedAt = Date.now()
    appendFileSync(file, `\n${words}\n`)
    took[isInHaste(edit) ? 'inHaste' : 'atLeisure'].push((await shown) - savedAt)
  }
  await screen.close()
  console.log(JSON.stringify(took))
} finally {
  previewing.kill()
  writeFileSync(file, written)
}
