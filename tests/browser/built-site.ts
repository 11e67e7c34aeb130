import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {build} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {chromiumHere, playsByItself} from './chromium.ts'
import {serveOutput} from './served-folder.ts'

/** A show that was built, on a server with the headers that the build wrote, and a browser. */
export type BuiltSite = {
  readonly output: string
  readonly root: string
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<VisitedPage>
  readonly close: () => Promise<void>
}

export type VisitedPage = {
  readonly page: Page
  /** What the console says. */
  readonly complaints: readonly string[]
  /** Addresses of other hosts that the page asked for. */
  readonly elsewhere: readonly string[]
  /** What moved by itself, and how far: each layout shift since the page was opened, also those after a click. */
  readonly shifts: () => Promise<readonly string[]>
  readonly leave: () => Promise<void>
}

/** Builds the folder and serves what comes of it. The folder is gone when the site is closed. */
export async function openBuiltSite(show: string, path: string): Promise<BuiltSite> {
  const output = mkdtempSync(join(tmpdir(), 'castwright-site-'))
  const outcome = await build(show, output, {now: fixtureNow})
  if (!outcome.ok) throw new Error(outcome.problems.map(({message}) => message).join('\n'))
  const server = await serveOutput(output, path)
  const browser = await chromiumHere(playsByItself)
  const contexts: BrowserContext[] = []
  return {
    output,
    root: server.root,
    open: async (below, options) => {
      const visited = await visit(browser, server.root, below, options)
      contexts.push(visited.page.context())
      return visited
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
      server.close()
      for (const folder of [show, output]) rmSync(folder, {recursive: true, force: true})
    },
  }
}

async function visit(
  browser: Browser,
  root: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<VisitedPage> {
  const context = await browser.newContext({viewport: {width: 1280, height: 844}, ...options})
  const page = await context.newPage()
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const {origin, protocol} = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== new URL(root).origin) elsewhere.push(request.url())
  })
  if (options.javaScriptEnabled !== false) await page.addInitScript(watchShifts)
  await page.goto(root + path)
  await page.waitForLoadState('networkidle')
  return {page, complaints, elsewhere, shifts: () => page.evaluate('shifts'), leave: () => context.close()}
}

const watchShifts = `
globalThis.shifts = []
new PerformanceObserver((list) => {
  const edges = ({left, top, width, height}) => [left, top, width, height].map(Math.round).join(' ')
  for (const {value, sources} of list.getEntries())
    shifts.push(value.toFixed(5) + sources.map(({node, previousRect, currentRect}) =>
      '; from ' + edges(previousRect) + ' to ' + edges(currentRect) + ': ' + (node && (node.outerHTML || node.textContent) || '').slice(0, 60)).join(''))
}).observe({type: 'layout-shift', buffered: true})
`

/** Reads a page to its end and goes back to its beginning: the player docks and comes back, pictures and neighbours come. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
    const {scrollHeight} = document.documentElement
    const places = [0.02, 0.05, 0.1, 0.3, 0.6, 1, 0].map((share) => share * scrollHeight)
    for (const top of places) {
      scrollTo({top, behavior: 'instant'})
      await pause(120)
    }
    await pause(200)
  })
}
