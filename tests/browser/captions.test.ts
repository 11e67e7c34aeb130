import {existsSync, readFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {extname, join, normalize} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {parseStrictWebVtt} from '../transcripts/formats/strict-webvtt.ts'
import {chromiumHere, hasChromium, playsByItself} from './chromium.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.vtt': 'text/vtt',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.jpg': 'image/jpeg',
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(
      /\/$/,
      '/index.html',
    )
    const file = join(folder, normalize(path))
    if (!existsSync(file)) return response.writeHead(404).end()
    return response
      .writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'})
      .end(readFileSync(file))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** Cues of one track of the page's player, as the browser has parsed them. */
async function cuesOfTrack(page: Page, kind: 'captions' | 'chapters') {
  return page.evaluate(async (wanted) => {
    const element = document.querySelector<HTMLTrackElement>(`track[kind=${wanted}]`)
    if (element === null) return undefined
    const hasEnded = new Promise<void>((resolve) => {
      for (const event of ['load', 'error']) element.addEventListener(event, () => resolve())
    })
    element.track.mode = 'hidden'
    // 0 and 1: not asked for yet, and on its way.
    if (element.readyState < 2) await hasEnded
    return Array.from(element.track.cues ?? []).map((cue) => {
      const fragment = (cue as VTTCue).getCueAsHTML()
      return {
        start: Math.round(cue.startTime * 1000),
        end: Math.round(cue.endTime * 1000),
        voice: fragment.querySelector('span[title]')?.getAttribute('title') ?? undefined,
        text: fragment.textContent ?? '',
      }
    })
  }, kind)
}

describe.skipIf(!hasChromium)('the tracks of the example show, in Chromium', () => {
  let output: string
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'castwright-tracks-'))
    const built = await build(join(import.meta.dirname, '../../episodes'), output, {now: fixtureNow})
    expect(built.ok).toBe(true)
    server = await serve(output)
    browser = await chromiumHere(playsByItself)
  }, 120_000)
  afterAll(async () => {
    server.close()
    await rm(output, {recursive: true, force: true})
  })

  async function open(slug: string): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/episodes/${slug}/`)
    return page
  }

  it.each([
    ['001-the-folder-is-the-show', ['Ines Halvorsen', 'Tomás Oyelaran']],
    ['002-three-checks-for-cover-art', []],
    ['004-moving-day', ['Ines Halvorsen', 'Asha Venkatesan']],
    ['005-the-quiet-room', ['Ines Halvorsen', 'Tomás Oyelaran']],
  ])('captions of %s load whole, with the voices of %j', async (slug, voices) => {
    const page = await open(slug)
    const cues = await cuesOfTrack(page, 'captions')
    await page.close()
    const written = parseStrictWebVtt(readFileSync(join(output, `episodes/${slug}/transcript.vtt`), 'utf8'))
    expect(written.length).toBeGreaterThan(3)
    expect(cues).toEqual(written.map((cue) => ({...cue, voice: cue.voice})))
    expect([...new Set(cues?.flatMap(({voice}) => voice ?? []))]).toEqual(voices)
  })

  it.each(['001-the-folder-is-the-show', '004-moving-day'])('chapters of %s load whole', async (slug) => {
    const page = await open(slug)
    const cues = await cuesOfTrack(page, 'chapters')
    await page.close()
    const {chapters} = JSON.parse(readFileSync(join(output, `episodes/${slug}/chapters.json`), 'utf8'))
    expect(chapters.length).toBeGreaterThanOrEqual(3)
    expect(cues?.map(({start, text}) => ({startTime: start / 1000, title: text}))).toEqual(
      chapters.map(({startTime, title}: {startTime: number; title: string}) => ({startTime, title})),
    )
  })
})
