import {execFile, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, hostingText} from '../../src/index.ts'
import {chromiumHere, hasChromium, playsByItself} from '../browser/chromium.ts'
import {ask, isInstalled, serveWith, webServers} from '../hosting/web-servers.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

// Debian's newsboat, gpodder and feedparser, and Chromium, fetch the feed from each web server as `castwright hosting` sets it up.

const run = promisify(execFile)
const has = (program: string) => existsSync(`/usr/bin/${program}`)
const python = '/usr/bin/python3'
const hasFeedparser = spawnSync(python, ['-c', 'import feedparser']).status === 0

type Served = {readonly origin: string; readonly folder: string}

async function served(server: (typeof webServers)[number]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-served-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const show = temporaryShow({
    'show.yaml': showFile('hosting: apache'),
    'one.md': episodeFile('First light', ['date: 2026-01-31', 'audio: one.mp3']),
    'one.mp3': media.mp3,
    'two.md': episodeFile('Second', ['date: 2026-02-28', 'audio: two.mp3']),
    'two.mp3': Buffer.concat([media.mp3, Buffer.from('two')]),
  })
  const root = join(folder, 'www')
  expect((await build(show, root, {now: fixtureNow})).ok).toBe(true)
  const lines = await hostingText(show, server.host, {now: fixtureNow})
  return {folder, origin: await serveWith(server, root, folder, lines.ok ? lines.value : '')}
}

describe.each(webServers)('the feed from $host', (server) => {
  const isThere = isInstalled(server)

  it.skipIf(!isThere)('is XML for browsers, and nobody is to guess another type', async () => {
    const {origin} = await served(server)
    for (const path of ['feed.xml', 'atom.xml']) {
      const {headers} = await ask(`${origin}/${path}`)
      expect(headers['content-type']).toBe('application/xml; charset=utf-8')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it.skipIf(!isThere || !has('newsboat') || !has('python3'))('is read by newsboat', async () => {
    const {origin, folder} = await served(server)
    const home = join(folder, 'newsboat')
    mkdirSync(home)
    writeFileSync(join(home, 'urls'), `${origin}/feed.xml\n${origin}/atom.xml\n`)
    writeFileSync(join(home, 'config'), '')
    const files = ['-C', join(home, 'config'), '-u', join(home, 'urls'), '-c', join(home, 'cache.db')]
    await run('newsboat', [...files, '-x', 'reload'], {env: {...process.env, HOME: home, TERM: 'xterm'}})
    const script =
      'import json, sqlite3, sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute("select feedurl, count(*) from rss_item group by feedurl").fetchall()))'
    const {stdout} = await run('python3', ['-c', script, join(home, 'cache.db')])
    expect(Object.fromEntries(JSON.parse(stdout))).toEqual({[`${origin}/feed.xml`]: 2, [`${origin}/atom.xml`]: 2})
  })

  it.skipIf(!isThere || !has('gpo'))('is read by gpodder', async () => {
    const {origin, folder} = await served(server)
    const env = {...process.env, HOME: folder, GPODDER_HOME: join(folder, 'gpodder'), PYTHONWARNINGS: 'ignore'}
    await run('gpo', ['subscribe', `${origin}/feed.xml`], {env})
    const {stdout} = await run('gpo', ['episodes', `${origin}/feed.xml`], {env})
    expect(stdout).toContain('First light')
  })

  it.skipIf(!isThere || !hasFeedparser)('is read by feedparser', async () => {
    const {origin} = await served(server)
    const script =
      'import feedparser, json, sys; print(json.dumps([[bool(f.bozo), f.version, len(f.entries)] for f in map(feedparser.parse, sys.argv[1:])]))'
    const {stdout} = await run(python, ['-c', script, `${origin}/feed.xml`, `${origin}/atom.xml`])
    expect(JSON.parse(stdout)).toEqual([
      [false, 'rss20', 2],
      [false, 'atom10', 2],
    ])
  })

  it.skipIf(!isThere || !hasChromium)('is shown by Chromium with its style', async () => {
    const {origin} = await served(server)
    const browser = await chromiumHere(playsByItself)
    for (const path of ['feed.xml', 'atom.xml']) {
      const page = await browser.newPage()
      await page.goto(`${origin}/${path}`)
      const said = await page.evaluate(() =>
        Array.from(document.querySelectorAll('*'))
          .map((element) => getComputedStyle(element, '::before').content)
          .join('\n'),
      )
      expect(said).toContain('This is a podcast. To follow it, copy the address of this page')
      await page.close()
    }
  })
})
