import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build, compare} from '../../src/index.ts'
import {captured} from '../captured.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const guid = '0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21'
const measured = `https://op3.dev/e,pg=${guid}/dts.podtrac.com/redirect.mp3/trial.example/media/one.mp3`

const files = {
  'show.yaml': showFile('prefixes: [op3, podtrac]', 'hubs: [https://hub.example/]'),
  'one.md': episodeFile('one', ['audio:', 'type: trailer']),
  'one.mp3': media.mp3,
  'one.opus': media.ogg,
  'one.srt': '1\n00:00:01,000 --> 00:00:02,000\nHello.\n',
}

describe('services that count downloads', () => {
  it('stand before enclosures in every format, and before nothing else', async () => {
    const {files: planned, problems} = await planFiles(files)
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    const [rss = '', atom = '', json = ''] = ['feed.xml', 'atom.xml', 'feed.json'].map((path) => planned.get(path))
    expect(captured(rss, /(?:enclosure|trailer|source) [^>]*?(?:url|uri)="([^"]*)"/g)).toEqual([
      measured,
      measured,
      `https://op3.dev/e,pg=${guid}/dts.podtrac.com/redirect.opus/trial.example/media/one.opus`,
    ])
    expect(captured(atom, /rel="enclosure"[^>]*href="([^"]*)"/g)[0]).toBe(measured)
    expect(JSON.parse(json).items[0].attachments[0].url).toBe(measured)
    expect(rss).toContain('url="https://trial.example/episodes/one/transcript.vtt"')
    expect(planned.get('episodes/one/index.html')).not.toContain('op3.dev')
  })

  it('move no media: the lock has the bare address, and subscribers keep what they have', async () => {
    const folder = temporaryShow({...files, 'show.yaml': showFile()})
    const output = join(temporaryShow({}), 'public')
    expect((await build(folder, output, {now: fixtureNow})).ok).toBe(true)
    const before = (await planFiles({...files, 'show.yaml': showFile()})).files.get('feed.xml') ?? ''
    writeFiles(folder, {'show.yaml': files['show.yaml']})
    const changes = await compare(new TextEncoder().encode(before), folder, {now: fixtureNow})
    expect(changes.ok && changes.value).toEqual({changes: [], losses: [], hurts: false})
    const again = await build(folder, output, {now: fixtureNow, frozen: true})
    expect(again.problems.filter(({severity}) => severity === 'error')).toEqual([])
  })

  it('are no move either where the author wrote them by hand before', async () => {
    const audio = (url: string) => episodeFile('one', [`audio: {url: ${url}, size: 5000000, duration: 10:00}`])
    const folder = temporaryShow({'one.md': audio('https://op3.dev/e/media.example/one.mp3')})
    const output = join(temporaryShow({}), 'public')
    expect((await build(folder, output, {now: fixtureNow})).ok).toBe(true)
    writeFiles(folder, {'show.yaml': showFile('prefixes: op3'), 'one.md': audio('https://media.example/one.mp3')})
    expect((await build(folder, output, {now: fixtureNow})).problems).toEqual([])
  })

  it('are left out of a feed that wants none, and know each feed by its own guid', async () => {
    const show = showFile(
      'prefixes: [op3]',
      'feeds: {plain: {prefixes: none}, other: {guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810}}',
    )
    const {files: planned} = await planFiles({...files, 'show.yaml': show})
    const enclosure = (path: string) => captured(planned.get(path) ?? '', /<enclosure url="([^"]*)"/g)[0]
    expect(enclosure('plain.xml')).toBe('https://trial.example/media/one.mp3')
    expect(enclosure('other.xml')).toContain('https://op3.dev/e,pg=917393e3-1b1e-5cef-ace4-edaa54e1f810/')
  })

  it('that nobody knows are refused with the near name', async () => {
    const {problems} = await planFiles({...files, 'show.yaml': showFile('prefixes: [op4]')})
    expect(problems).toContainEqual(
      expect.objectContaining({code: 'value-invalid', file: 'show.yaml', hint: expect.stringContaining('"op3"')}),
    )
  })
})

describe('WebSub', () => {
  it('has the hub and the feed itself in every format', async () => {
    const {files: planned} = await planFiles(files)
    expect(planned.get('feed.xml')).toContain('<atom:link href="https://hub.example/" rel="hub"/>')
    expect(planned.get('atom.xml')).toContain('<link rel="hub" href="https://hub.example/"/>')
    const {hubs, feed_url} = JSON.parse(planned.get('feed.json') ?? '')
    expect([hubs, feed_url]).toEqual([
      [{type: 'WebSub', url: 'https://hub.example/'}],
      'https://trial.example/feed.json',
    ])
  })
})

describe('the style of a feed', () => {
  it('is named before the root, by a path from the feed, early enough for what sniffs', async () => {
    const {files: planned} = await planFiles({...files, 'show.yaml': showFile('feeds: {rss: feeds/all/podcast.xml}')})
    const rss = planned.get('feeds/all/podcast.xml') ?? ''
    expect(rss.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="../../assets/feed.css"?>')
    expect(rss.indexOf('<rss')).toBeLessThan(512)
    expect(planned.get('atom.xml')).toContain('href="assets/feed.css"?>')
  })

  it('is in the language of the show, and holds no text that could end a rule', async () => {
    const show = showFile('language: fr', 'image: "https://trial.example/a%22)}x%3C.jpg"')
    const {files: planned} = await planFiles({...files, 'show.yaml': show})
    const css = planned.get('assets/feed.css') ?? ''
    expect(css).toContain('"Ceci est un podcast.')
    expect(css).toContain('url("../a%22)%7Dx%3C.jpg")')
  })
})
