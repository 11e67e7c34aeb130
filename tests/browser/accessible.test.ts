import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults, RunOptions} from 'axe-core'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import {bounded} from '../series.ts'
import {hasChromium} from './chromium.ts'
import {logo, pageOfEachKind, pagesOfEveryKind} from './every-page.ts'
import {type OpenSite, openSite, servedTexts} from './open-site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong, each with the element that has it. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const {axe: checker} = globalThis as unknown as {readonly axe: {run: (options: RunOptions) => Promise<AxeResults>}}
    const {violations} = await checker.run({resultTypes: ['violations']})
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
  })
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 768, 1440].map((width) => ({colorScheme, width})),
)
const cases = pageOfEachKind.flatMap((path) => looks.map((look) => ({path, ...look})))

/** A prime, so that a few cases in a row have several kinds of pages and looks (`npm run accessible -- --count 40`). */
const stride = 17
const numbers = bounded(1).cases

/** Each language begins with another kind of page and another look. */
const languages = [
  ['en', 0],
  ['ar', stride],
] as const

describe.skipIf(!hasChromium).each(languages)('in %s', (language, from) => {
  // Who asks for more cases than there are gets each once.
  const tried = new Set(numbers.flatMap((index) => cases[(index * stride + from) % cases.length] ?? []))
  let site: OpenSite
  beforeAll(async () => {
    site = await openSite(servedTexts(await withMedia(language)))
  }, 60_000)
  afterAll(() => site.close())

  it.each([...tried])(
    'page "$path" is accessible, fits, and asks no other host: $colorScheme, $width px',
    async ({path, colorScheme, width}) => {
      const {page, complaints, asked} = await site.open(path, {colorScheme, viewport: {width, height: 844}})
      // Also if it fails: pages that stay open take the processor from those that come.
      onTestFinished(() => page.context().close())
      expect(complaints).toEqual([])
      expect(asked.filter((address) => new URL(address).origin !== new URL(site.root).origin)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await faultsOf(page)).toEqual([])
    },
  )

  it('the search is accessible', async () => {
    const {page} = await site.open('', {colorScheme: language === 'en' ? 'light' : 'dark'})
    onTestFinished(() => page.context().close())
    await page.keyboard.press('/')
    await page.fill('.search input', language === 'en' ? 'first train' : 'قطار')
    await page.waitForSelector('.search li')
    await page.waitForTimeout(400)
    expect(await faultsOf(page)).toEqual([])
  })
})

async function withMedia(language: 'en' | 'ar'): Promise<ReadonlyMap<string, string>> {
  const files = await pagesOfEveryKind(language)
  const media = ['cover.jpg', 'media/rich.mp3', 'media/film.mp4'].map((path) => [path, ''] as const)
  return new Map([...files, ...media, ['theme/logo.svg', logo]])
}
