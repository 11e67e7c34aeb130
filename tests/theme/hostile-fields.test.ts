import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hasChromium} from '../browser/chromium.ts'
import {type OpenSite, openSite, servedTexts} from '../browser/open-site.ts'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {rowsOfSeries} from '../series.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {hostileTexts} from './hostile-texts.ts'
import {running} from './running.ts'

const texts = rowsOfSeries(hostileTexts, 6)
const at = (index: number) => texts[index % texts.length] ?? ''
const said = (index: number) => JSON.stringify(at(index))
/** In an address nobody finds it wrong. */
const address = (index: number, host = 'https://trial.example') =>
  JSON.stringify(`${host}/${at(index).replaceAll('\\', '')}`)

/** Texts in the fields that other tests do not fill: those with an address, of the look, of people's voices, of other languages. */
function fieldsOf(from: number): readonly string[] {
  return [
    `funding: [{url: ${address(from)}, text: ${said(from)}}]`,
    `license: {name: ${said(from + 1)}, url: ${address(from + 1)}}`,
    `location: [{name: ${said(from + 2)}, osm: R113314}, {name: ${said(from + 3)}, geo: "geo:38.7,-9.1"}]`,
    `translations: {de: ${address(from + 4)}, ar: ${address(from + 5)}}`,
    `hosts: [{name: ${said(from + 6)}, role: ${said(from + 7)}, url: ${address(from + 8)}, image: ${said(from + 9)}}]`,
    `author: [${said(from + 10)}]`,
    `subtitle: ${said(from + 1)}`,
    `chat: {server: chat.example, protocol: irc, space: ${said(from + 2)}}`,
    `txt: {verify: ${said(from + 3)}}`,
    `value: {type: lightning, method: keysend, recipients: [{name: ${said(from + 4)}, type: node, address: abc, split: 1}]}`,
  ]
}

/** Feeds of their own: pages name each. */
function feedsOf(from: number): string {
  const feeds = Array.from({length: 3}, (_, number) => {
    const texts = [`title: ${said(from + number)}`, `subtitle: ${said(from + number + 3)}`]
    return `f${number}: {latest: ${number + 1}, ${texts.join(', ')}, description: ${said(from + number + 6)}}`
  })
  return `feeds: {${feeds.join(', ')}}`
}

function episodeWith(number: number): string {
  const from = number * 11
  const lines = [
    ...fieldsOf(from),
    `title: ${said(from)}`,
    `short_title: ${said(from + 1)}`,
    `summary: ${said(from + 2)}`,
    `season: ${1 + (number % 3)}`,
    `season_name: ${said(from + 3)}`,
    `guests: [${said(from + 4)}]`,
    `people: [{name: ${said(from + 5)}, role: ${said(from + 6)}, group: ${said(from + 7)}}]`,
    `speakers: {VOICE_0: ${said(from + 8)}, VOICE_1: ${said(from + 9)}}`,
    `chapters: [{start: 0, title: ${said(from)}, url: ${address(from + 1)}}, {start: 5, title: ${said(from + 2)}}, {start: 9, title: ${said(from + 3)}}]`,
    `content_links: [{url: ${address(from + 4)}, text: ${said(from + 5)}}]`,
    `discussion: ${address(from + 1)}`,
    `links: [{text: ${said(from + 2)}, url: ${address(from + 3)}}]`,
    `soundbites: [{start: 1, duration: 20, title: ${said(from + 4)}}, {start: 2, duration: 20, title: ${said(from + 5)}}]`,
    `images: [{url: a.jpg, purpose: social, alt: ${said(from + 6)}}]`,
    `episode_name: ${JSON.stringify([...at(from)].slice(0, 30).join(''))}`,
    `tags: ${JSON.stringify([at(from), at(from + 1), 'trains'])}`,
    'audio: {url: https://trial.example/media/one.mp3, size: 5000000, duration: 10:00}',
    `alternate_enclosures: [{url: ${address(from)}, type: video/mp4, title: ${said(from + 7)}}]`,
  ]
  return episodeFile(`e${number}`, lines, `${at(from)}\n\n${at(from + 1)}`)
}

function captionsWith(number: number): string {
  const cues = Array.from({length: 11}, (_, index) => {
    const text = at(number * 11 + index).replaceAll('-->', '')
    const voice = index % 3 < 2 ? `VOICE_${index % 3}` : text.replace(/[<>\n]/g, ' ')
    return `00:${10 + index}.000 --> 00:${10 + index}.900\n<v ${voice}>${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

/** Recordings and pictures that the texts name. */
const lost = ['media/one.mp3', 'cover.jpg', ...Array.from({length: 9}, (_, number) => `episodes/${number}/x`)]

const count = Math.ceil(texts.length / 11)
const show: Files = {
  'show.yaml': showFile(
    ...fieldsOf(3),
    feedsOf(4),
    `title: ${said(0)}`,
    `copyright: ${said(1)}`,
    `description: ${said(2)}`,
    `keywords: [${said(3)}]`,
    `podroll: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, title: ${said(4)}}]`,
    `publisher: {guid: 9b024349-ccf0-5f69-a609-6b82873eab3d, url: ${address(5)}, title: ${said(6)}}`,
    'own_pages: pages/*.md',
    'embed: true',
    'data: true',
    `repository: ${address(7, 'https://github.com/kim')}`,
    `links: {apple: ${address(9)}, spotify: ${said(10)}}`,
    `theme: {navigation: {${said(11)}: /topics/, ${said(12)}: ${said(13)}}, footer: [{text: ${said(14)}, url: ${address(15)}}], fonts: {text: ${said(16)}}, colours: {accent: ${said(17)}}}`,
  ),
  ...Object.fromEntries(
    texts.map((text, index) => [
      `pages/own-${index}.md`,
      `---\ntitle: ${JSON.stringify(text)}\ndescription: ${JSON.stringify(text)}\n---\n${text}\n\n![${text}](a.png) [${text}](own-0.md)\n`,
    ]),
  ),
  ...Object.fromEntries(
    Array.from({length: count}, (_, number) => [
      [`${number}.md`, episodeWith(number)],
      [`${number}.vtt`, captionsWith(number)],
    ]).flat(),
  ),
}

describe('300 hostile texts in the other fields', () => {
  let files: ReadonlyMap<string, string>
  let site: OpenSite | undefined
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-hostile-'))
    writeFiles(folder, show)
    files = (await planInMemory(folder)).files
    rmSync(folder, {recursive: true, force: true})
    if (hasChromium) site = await openSite(servedTexts(new Map([...files, ...lost.map((path) => [path, ''] as const)])))
  }, 60_000)
  afterAll(() => site?.close())

  it('run nothing on any page, nor in a style or an address', () => {
    const pages = [...files].filter(([path]) => path.endsWith('.html') && !/transcript/.test(path))
    expect(pages.length).toBeGreaterThan(count * 2)
    for (const [path, page] of pages) expect([path, running(page)]).toEqual([path, []])
    const sheets = [...files].filter(([path]) => path.endsWith('.css'))
    for (const [path, sheet] of sheets) expect([path, sheet.includes('evil.example')]).toEqual([path, false])
  })

  it.skipIf(!hasChromium)('run nothing when scripts show them: choices, neighbours, the search', async () => {
    if (site === undefined) return
    for (const path of rowsOfSeries(['episodes/1/', 'episodes/1/embed/', 'topics/', 'episodes/', ''], 4)) {
      const {page, complaints} = await site.open(path)
      await page.evaluate(() => scrollTo({top: 1e6, behavior: 'instant'}))
      if (!path.includes('embed')) {
        for (const word of rowsOfSeries(['script', 'onerror', 'style', 'iframe'], 3)) {
          await page.keyboard.press('/')
          await page.fill('.search input', word)
          await page.locator('.search li, .said:not(:empty)').first().waitFor()
          await page.waitForTimeout(200)
          const shown = page.locator('.search').locator('img, script, iframe, svg, style, [onload], [onerror]')
          expect(await shown.count()).toBe(0)
        }
      }
      expect([path, ...complaints]).toEqual([path])
      await page.context().close()
    }
  })

  it('lead to the file of a transcript by an address that is one', () => {
    const edits = [...(files.get('episodes/1/index.html') ?? '').matchAll(/data-edit="([^"]*)"/g)]
    for (const [, edit] of edits) expect(edit).toMatch(/^https:\/\/github\.com\/kim\/[^\s<>"']+$/)
  })
})
