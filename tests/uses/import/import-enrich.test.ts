import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it, onTestFinished} from 'vitest'
import {build, type ImportOptions, importShow, type Outcome} from '../../../src/index.ts'
import {podcastGuidOf} from '../../../src/read/episode/identity.ts'

const now = new Date('2026-06-01T00:00:00Z')
const siteUrl = 'https://trains.example/copy/'

type Item = {
  readonly title?: string
  readonly guid?: string
  readonly notes?: string
  readonly more?: string
  readonly url?: string
}

function feed(items: readonly Item[], more = ''): string {
  const written = items.map(
    ({title = 'First', guid = 'a &amp; 1', notes = '<p>One.</p><p>Two.</p>', more: extra = '', url}) => `<item>
      <title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>Wed, 28 Jan 2026 00:00:00 GMT</pubDate>
      <enclosure url="${url ?? 'https://media.host.example/1.mp3?src=feed&amp;x=1'}" length="5000000" type="audio/mpeg"/>
      <itunes:episode>1</itunes:episode><description><![CDATA[${notes}]]></description>${extra}</item>`,
  )
  return `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Night Trains</title>
    <link>https://host.example/trains</link><language>en</language><description>Trains.</description>
    <itunes:author>Mara Winter</itunes:author><itunes:explicit>false</itunes:explicit><itunes:category text="Arts"/>
    ${more}${written.join('')}</channel></rss>`
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-enrich-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
})

const read = (name = '001-first.md') => readFileSync(join(folder, 'copy', name), 'utf8')
const write = (text: string, name = '001-first.md') => writeFileSync(join(folder, 'copy', name), text)
const codes = ({problems}: Outcome<unknown>) => problems.map(({code}) => code)

async function bring(text: string, options: ImportOptions) {
  writeFileSync(join(folder, 'feed.xml'), text)
  return importShow(join(folder, 'feed.xml'), join(folder, 'copy'), {siteUrl, ...options})
}

const enrich = (text: string, options: ImportOptions = {}) => bring(text, {only: 'enrich', ...options})

describe('a copy of a feed', () => {
  it('has the guids and media of the host, its own address, and the podcast guid of the feed at the host', async () => {
    const self = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://host.example/feed.xml"/>'
    const moved = '<itunes:new-feed-url>https://trains.example/copy/feed.xml</itunes:new-feed-url>'
    await enrich(feed([{}], `${self}${moved}<podcast:locked owner="mara@host.example">no</podcast:locked>`))
    await build(join(folder, 'copy'), join(folder, 'output'), {now})
    const written = readFileSync(join(folder, 'output/feed.xml'), 'utf8')
    expect(written).toContain('<guid isPermaLink="false">a &#x26; 1</guid>')
    expect(written).toContain('url="https://media.host.example/1.mp3?src=feed&amp;x=1"')
    expect(written).toContain(`<podcast:guid>${podcastGuidOf('https://host.example/feed.xml')}</podcast:guid>`)
    expect(written).toContain('href="https://trains.example/copy/feed.xml"')
    expect(written).not.toContain('new-feed-url')
    expect(written).not.toContain('href="https://host.example/feed.xml"')
  })

  it('keeps what the author writes beside the facts of the host, and takes every change of the host', async () => {
    await enrich(feed([{}]))
    write(read().replace('---\n\nOne.', 'people: [Jo Lund]\nsubtitle: Mine\n---\n\nOne, and more.'))
    const outcome = await enrich(feed([{title: 'The first', notes: '<p>One.</p><p>Two, corrected.</p>'}]))
    expect(codes(outcome)).toEqual([])
    expect(read()).toMatch(/^---\ntitle: The first\n/)
    expect(read()).toContain('people: [Jo Lund]\nsubtitle: Mine\n')
    expect(read()).toContain('\n\nOne, and more.\n\nTwo, corrected.\n')
    expect(outcome.ok && outcome.value.conflicts).toBe(0)
  })

  it.each([
    ['title: First', 'title: My first', 'title'],
    ['title: First', 'title: First\nname: My first', 'name'],
    ['guid: a & 1', 'guid: mine', 'guid'],
    ['guid: a & 1', 'guid: a & 1\nepisode: {title: Mine}', 'episode'],
    ['episode: 1', 'episode: 7', 'episode'],
    ['title: First', 'title: First\npublishDate: 2020-01-01', 'publishDate'],
    ['title: First', 'title: First\nvideo: talk.mp4', 'video'],
    ['1.mp3', '2.mp3', 'audio'],
  ])('has the facts of the host again where the author changes %s to %s', async (from, to, key) => {
    await enrich(feed([{}]))
    const was = read()
    expect(was).toContain(from)
    write(was.replace(from, to))
    const outcome = await enrich(feed([{}]))
    expect(codes(outcome)).toEqual(['enrich-fact-restored'])
    expect(outcome.problems[0]?.message).toContain(`\`${key}\` in 001-first.md`)
    expect(read()).toBe(was)
  })

  it('leaves other words for the same value as they are', async () => {
    await enrich(feed([{}]))
    const mine = read().replace('title: First', '# as the host has it\ntitle: "First"')
    write(mine)
    expect(codes(await enrich(feed([{}])))).toEqual([])
    expect(read()).toBe(mine)
  })

  it('keeps the text of the author where both have changed the same, and says so once', async () => {
    await enrich(feed([{more: '<podcast:person>Mara</podcast:person>'}]))
    write(
      read()
        .replace('One.', 'One, by me.')
        .replace(/hosts:\n.*\n/, 'hosts: [Mara, Jo]\n'),
    )
    const changed = feed([
      {notes: '<p>One, by the host.</p><p>Two.</p>', more: '<podcast:person>M. Winter</podcast:person>'},
    ])
    expect(codes(await enrich(changed))).toEqual(['enrich-text-kept'])
    expect(read()).toContain('One, by me.')
    expect(read()).toContain('hosts: [Mara, Jo]')
    expect(read()).not.toContain('<<<<')
    expect(codes(await enrich(changed))).toEqual([])
  })

  it('says of an episode that the host has taken out that it stays, once by name and then in one line', async () => {
    const other = {guid: 'b2', title: 'Second', more: '<itunes:season>2</itunes:season>'}
    await enrich(feed([{}, other]))
    const gone = await enrich(feed([other]))
    expect(gone.problems.map(({code, file}) => [code, file])).toEqual([['import-item-gone', '001-first.md']])
    const again = await enrich(feed([other]))
    expect(again.problems.map(({code, file}) => [code, file])).toEqual([['import-item-gone', undefined]])
    expect(existsSync(join(folder, 'copy/001-first.md'))).toBe(true)
    expect(codes(await enrich(feed([{}, other])))).toEqual([])
  })

  it('takes the rules of a copy in a folder that another import has made, whose old feed it then no longer leaves', async () => {
    const self = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://host.example/feed.xml"/>'
    await bring(feed([{}], self), {})
    expect(read('show.yaml')).toContain('old_feed_urls')
    await enrich(feed([{}], self))
    expect(read('show.yaml')).not.toContain('old_feed_urls')
  })
})

describe('a copy changes nothing', () => {
  const state = () => readdirSync(join(folder, 'copy')).map((name) => [name, read(name)])

  it.each([
    ['enrich-source-cut', feed([{title: 'Changed'}, {guid: 'other', title: 'Second'}]).slice(0, -60)],
    ['source-empty', feed([{title: 'Changed'}]).slice(0, -60)],
    ['source-unreadable', '<html><body>502</body></html>'],
    ['source-empty', feed([])],
    ['enrich-source-other', feed([{guid: 'other', title: 'Of another show'}])],
    ['enrich-source-kind', feed([{title: 'Changed'}], '<itunes:block>Yes</itunes:block>')],
    ['source-locked', feed([{title: 'Changed'}], '<podcast:locked>yes</podcast:locked>')],
  ])('where the source is wrong (%s)', async (code, text) => {
    await enrich(feed([{}]))
    const was = state()
    const outcome = await enrich(text)
    expect(outcome.ok).toBe(false)
    expect(codes(outcome)).toContain(code)
    expect(state()).toEqual(was)
  })

  it('where nobody has said at which address it will be', async () => {
    writeFileSync(join(folder, 'feed.xml'), feed([{}]))
    const outcome = await importShow(join(folder, 'feed.xml'), join(folder, 'copy'), {only: 'enrich'})
    expect(codes(outcome)).toEqual(['enrich-site-missing'])
    expect(existsSync(join(folder, 'copy'))).toBe(false)
  })

  it('where the host sends it to the copy itself', async () => {
    const server = createServer(({url = ''}, response) => {
      if (url === '/old.xml') response.writeHead(301, {location: '/copy/feed.xml'}).end()
      else response.end(feed([{}]))
    }).listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const options = {only: 'enrich', siteUrl: `${host}/copy/`, allowPrivate: true} as const
    const outcome = await importShow(`${host}/old.xml`, join(folder, 'copy'), options)
    expect(codes(outcome)).toEqual(['enrich-source-own'])
    expect((await importShow(`${host}/other.xml`, join(folder, 'copy'), options)).ok).toBe(true)
  })
})

it('a locked feed that names no owner says that nobody can prove to be it', async () => {
  const outcome = await enrich(feed([{}], '<podcast:locked>yes</podcast:locked>'), {owner: 'mara@host.example'})
  expect(outcome.problems).toMatchObject([{code: 'source-locked', hint: expect.stringContaining('names no owner')}])
})

it('a locked feed that was unlocked once needs no owner again, and its copy is locked as well', async () => {
  const locked = feed([{}], '<podcast:locked owner="mara@host.example">yes</podcast:locked>')
  expect((await enrich(locked, {owner: 'mara@host.example'})).ok).toBe(true)
  expect((await enrich(locked)).ok).toBe(true)
  await build(join(folder, 'copy'), join(folder, 'output'), {now})
  expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toMatch(/<podcast:locked[^>]*>yes</)
})
