import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, hostingText} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'
import {ask, isInstalled, serveWith, webServers} from './web-servers.ts'

const site = 'site_url: https://trial.example/some/show/'
const oldFeeds = 'old_feed_urls: [https://trial.example/some/show/podcast.rss, https://old.example/rss]'
const aliases =
  'aliases: [/2019/first.html, "old place/über/", /episodes/first/, https://trial.example/some/show/2018/one]'

const moved = {
  'show.yaml': showFile(site, oldFeeds),
  'one.md': `---\ntitle: One & only\ndate: 2026-01-31\n${aliases}\n---\nHello.\n`,
  'one.mp3': media.mp3,
}

/** A show that was published, edited since; and what the next build says and writes. */
async function builtTwice(before: Readonly<Record<string, string | Uint8Array>>, now: typeof before) {
  const folder = temporaryShow(before)
  const output = mkdtempSync(join(tmpdir(), 'castwright-moved-'))
  onTestFinished(() => rmSync(output, {recursive: true, force: true}))
  const first = await build(folder, output, {now: fixtureNow})
  expect(first.ok).toBe(true)
  writeFiles(folder, now)
  const second = await build(folder, output, {now: fixtureNow})
  return {
    codes: second.problems.filter(({severity}) => severity === 'error').map(({code}) => code),
    problems: second.problems,
  }
}

describe('a feed that moved', () => {
  it('names its new address, also where it is left at an old one on this site', async () => {
    const {files, problems} = await planFiles(moved)
    expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
    const rss = files.get('feed.xml') ?? ''
    expect(rss).toContain('<itunes:new-feed-url>https://trial.example/some/show/feed.xml</itunes:new-feed-url>')
    expect(files.get('podcast.rss')).toBe(rss)
    expect(files.has('rss')).toBe(false)
    expect(files.get('_redirects')).toContain('/some/show/podcast.rss /some/show/feed.xml 301\n')
    expect(files.get('_headers')).toContain('/some/show/podcast.rss\n  Content-Type: application/xml; charset=utf-8\n')
  })

  it('is left in the format that its name says', async () => {
    const {files} = await planFiles({
      ...moved,
      'show.yaml': showFile('old_feed_urls: [https://trial.example/old/atom.xml, https://trial.example/index.json]'),
    })
    expect(files.get('old/atom.xml')).toBe(files.get('atom.xml'))
    expect(files.get('index.json')).toBe(files.get('feed.json'))
  })

  it('redirects away for a show that leaves', async () => {
    const {files} = await planFiles({...moved, 'show.yaml': showFile('new_feed_url: https://new.example/feed.xml')})
    expect(files.get('feed.xml')).toContain('<itunes:new-feed-url>https://new.example/feed.xml<')
    expect(files.get('_redirects')).toContain('/feed.xml https://new.example/feed.xml 301\n')
  })

  it('has no new address where nothing moved', async () => {
    const {files} = await planFiles({'one.md': episodeFile('one')})
    expect(files.get('feed.xml')).not.toContain('new-feed-url')
    expect(files.has('_redirects')).toBe(false)
  })
})

describe('old addresses of an episode', () => {
  it('keep a page that leads on, with a link and the canonical address', async () => {
    const {files} = await planFiles(moved)
    for (const path of [
      '2019/first.html',
      'old place/über/index.html',
      'episodes/first/index.html',
      '2018/one/index.html',
    ]) {
      const page = files.get(path)
      expect(page, path).toContain('<link rel="canonical" href="https://trial.example/some/show/episodes/one/">')
      expect(page).toContain(
        '<meta http-equiv="refresh" content="0; url=https://trial.example/some/show/episodes/one/">',
      )
      expect(page).toContain('<a href="https://trial.example/some/show/episodes/one/">One &amp; only</a>')
    }
  })

  it('redirect, the media and transcripts of an old slug as well', async () => {
    const {files} = await planFiles(moved)
    expect(files.get('_redirects')).toBe(
      [
        '/some/show/podcast.rss /some/show/feed.xml 301',
        '/some/show/podcast.rss/ /some/show/feed.xml 301',
        '/some/show/2019/first.html /some/show/episodes/one/ 301',
        '/some/show/old%20place/%C3%BCber /some/show/episodes/one/ 301',
        '/some/show/old%20place/%C3%BCber/ /some/show/episodes/one/ 301',
        '/some/show/media/first.mp3 /some/show/media/one.mp3 301',
        '/some/show/2018/one /some/show/episodes/one/ 301',
        '/some/show/2018/one/ /some/show/episodes/one/ 301',
        '/some/show/episodes/first /some/show/episodes/one/ 301',
        '/some/show/episodes/first/* /some/show/episodes/one/:splat 301',
        '',
      ].join('\n'),
    )
  })

  it('tell nothing of an episode that is not published', async () => {
    const {files} = await planFiles({...moved, 'two.md': episodeFile('two', ['draft: true', 'aliases: [/secret/]'])})
    expect([...files.keys()].filter((path) => path.includes('secret'))).toEqual([])
    expect([...files.values()].filter((text) => text.includes('secret'))).toEqual([])
  })

  it('that are another page’s are left out, and said', async () => {
    const two = episodeFile('two', ['aliases: [/episodes/one/]'])
    const {plannedTwice, problems} = await planFiles({...moved, 'two.md': two})
    expect(plannedTwice).toEqual([])
    expect(problems.map(({code, file}) => [code, file])).toContainEqual(['alias-duplicate', 'two.md'])
  })
})

describe('what was published and moves', () => {
  const before = {
    'show.yaml': showFile('feeds: {rss: podcast.xml}'),
    'one.md': '---\ntitle: One\ndate: 2026-01-31\n---\nHi.\n',
    'one.mp3': media.mp3,
  }
  const rss = (line: string) => ({'show.yaml': showFile(line)})

  it.each([
    ['a feed that moves', rss('description: A show.'), ['feed-moved']],
    ['a feed that is left where it was', rss('old_feed_urls: https://trial.example/podcast.xml'), []],
    ['a feed that is left elsewhere', rss('old_feed_urls: https://trial.example/pod.xml'), ['feed-moved']],
    ['another slug', {'one.md': '---\ntitle: One\nslug: dawn\ndate: 2026-01-31\n---\nHi.\n'}, ['slug-changed']],
    [
      'another slug that redirects',
      {'one.md': '---\ntitle: One\nslug: dawn\naliases: /episodes/one/\ndate: 2026-01-31\n---\nHi.\n'},
      [],
    ],
    ['another site', rss('site_url: https://new.example/'), ['feed-moved', 'site-moved']],
    [
      // The feed is told of; whether pages and media redirect, no file of the show can tell.
      'another site that is told of',
      {'show.yaml': showFile('site_url: https://new.example/', 'old_feed_urls: https://trial.example/podcast.xml')},
      ['site-moved'],
    ],
  ])('%s', async (_name, now, codes) => {
    expect((await builtTwice(before, now)).codes).toEqual(codes)
  })

  it('is remembered: an old feed is not dropped in silence later', async () => {
    const left = {...before, 'show.yaml': showFile('old_feed_urls: https://trial.example/podcast.xml')}
    const {codes, problems} = await builtTwice(left, {'show.yaml': showFile()})
    expect(codes).toEqual(['feed-moved'])
    expect(problems.find(({code}) => code === 'feed-moved')?.hint).toContain(
      'old_feed_urls: [https://trial.example/podcast.xml]',
    )
  })
})

describe.each(webServers)('redirected by $host', (server) => {
  it.skipIf(!isInstalled(server))(`(skipped without ${server.program})`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-hosting-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    const show = temporaryShow({...moved, 'show.yaml': showFile(site, oldFeeds, 'hosting: apache')})
    const output = join(folder, 'www/some/show')
    mkdirSync(output, {recursive: true})
    expect((await build(show, output, {now: fixtureNow})).ok).toBe(true)
    const configuration = await hostingText(show, server.host, {now: fixtureNow})
    const origin = await serveWith(server, join(folder, 'www'), folder, configuration.ok ? configuration.value : '')
    for (const [from, to] of [
      ['podcast.rss', 'feed.xml'],
      ['2019/first.html', 'episodes/one/'],
      ['old%20place/%C3%BCber/', 'episodes/one/'],
      ['old%20place/%C3%BCber', 'episodes/one/'],
      ['2018/one', 'episodes/one/'],
      ['media/first.mp3', 'media/one.mp3'],
      ['episodes/first/', 'episodes/one/'],
      ['episodes/first/transcript.vtt', 'episodes/one/transcript.vtt'],
    ]) {
      const {status, headers} = await ask(`${origin}/some/show/${from}`)
      expect([from, status, new URL(String(headers.location), origin).href]).toEqual([
        from,
        301,
        `${origin}/some/show/${to}`,
      ])
    }
    // Behind a proxy, its own scheme and port would lead nowhere.
    for (const from of ['2018/one', 'episodes/one']) {
      const {headers} = await ask(`${origin}/some/show/${from}`)
      if (server.host === 'nginx') expect(headers.location).toBe('/some/show/episodes/one/')
    }
  })
})
