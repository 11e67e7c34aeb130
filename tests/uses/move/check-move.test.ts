import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {build, checkMove, type MoveReport, moveAsMarkdown, moveAsText} from '../../../src/index.ts'
import {writeFiles} from '../../files-on-disk.ts'
import {episodeFile, media, showFile} from '../../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const sound = Buffer.from(media.mp3)

/** What the old host does, by path. */
type Host = Record<string, (request: IncomingMessage, response: ServerResponse) => void>

const redirectTo =
  (location: () => string, status = 301) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, {location: location()}).end()

const sends =
  (type: string, body: () => Buffer | string, {ranges = true} = {}) =>
  ({method, headers}: IncomingMessage, response: ServerResponse) => {
    const bytes = Buffer.from(body())
    const range = ranges ? /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') : null
    const [status, piece] =
      range === null ? [200, bytes] : [206, bytes.subarray(Number(range[1]), Number(range[2]) + 1)]
    const length = {'content-length': piece.length, 'content-type': type}
    const where = range === null ? {} : {'content-range': `bytes ${range[1]}-${range[2]}/${bytes.length}`}
    response.writeHead(status, {...length, ...where}).end(method === 'HEAD' ? undefined : piece)
  }

/** A site at `/show/`, with the files of `output`, and the old host beside it. */
async function serve(output: string, host: Host): Promise<string> {
  const types = {xml: 'application/rss+xml', jpg: 'image/jpeg', mp3: 'audio/mpeg'} as const
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(output, path.replace(/^\/show\//, ''))
    const own = host[path]
    if (own !== undefined) return own(request, response)
    const isFile = path.startsWith('/show/') && existsSync(file) && statSync(file).isFile()
    if (!isFile) return void response.writeHead(404).end()
    const extension = path.slice(path.lastIndexOf('.') + 1) as keyof typeof types
    sends(types[extension] ?? 'text/plain', () => readFileSync(file))(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Trial = {
  readonly host?: (at: () => string) => Host
  readonly show?: readonly string[]
  readonly episode?: readonly string[]
  readonly old?: Partial<{guid: string; enclosure: string; podcastGuid: string}>
  readonly withCopy?: boolean
  readonly namesCopy?: boolean
  readonly isPublished?: boolean
}

const podcastGuid = '0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21'

/** A show that left its old host; by default everything is as it has to be. */
async function moved(trial: Trial = {}): Promise<{report: MoveReport; copy: string; at: string}> {
  const work = mkdtempSync(join(tmpdir(), 'castwright-move-'))
  onTestFinished(() => rmSync(work, {recursive: true, force: true}))
  const output = join(work, 'output')
  let base = ''
  const at = () => base
  const enclosure = () => trial.old?.enclosure?.replace('HOST', base) ?? `${base}/media/one.mp3`
  const oldFeed = () => `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>Trial Run</title><podcast:guid>${trial.old?.podcastGuid ?? podcastGuid}</podcast:guid>
    <item><title>one</title><guid>${trial.old?.guid ?? 'old-guid-1'}</guid>
    <enclosure url="${enclosure()}" length="${sound.length}" type="audio/mpeg"/></item></channel></rss>`
  base = await serve(output, {
    '/old.xml': redirectTo(() => `${base}/show/feed.xml`),
    '/still.xml': sends('application/rss+xml', oldFeed),
    '/media/one.mp3': sends('audio/mpeg', () => sound),
    '/media/cover.jpg': sends('image/jpeg', () => 'a picture'),
    ...trial.host?.(at),
  })
  const show = [
    `site_url: ${base}/show/`,
    `image: ${base}/media/cover.jpg`,
    ...(trial.show ?? [`old_feed_urls: [${base}/old.xml]`]),
  ]
  const audio = `audio: {url: ${base}/media/one.mp3, size: ${sound.length}, duration: 10:00}`
  const folder = join(work, 'show')
  writeFiles(folder, {
    'show.yaml': showFile(...show),
    'one.md': episodeFile('one', [
      'guid: old-guid-1',
      audio,
      ...(trial.episode ?? []).map((line) => line.replace('HOST', base)),
    ]),
  })
  const built = await build(folder, output, {now, cache: false})
  expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  if (trial.isPublished === false) rmSync(output, {recursive: true})
  const copy = join(work, 'old-feed.xml')
  if (trial.withCopy !== false) writeFileSync(copy, oldFeed())
  const from = trial.withCopy === false && trial.host === undefined ? 'still.xml' : 'old.xml'
  const outcome = await checkMove(`${base}/${from}`, folder, {
    now,
    allowPrivate: true,
    ...(trial.namesCopy === false ? {} : {oldCopy: copy}),
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return {report: outcome.value, copy, at: base}
}

function left({checks}: MoveReport): readonly string[] {
  return checks.filter(({state}) => state !== 'done').map(({name, state}) => `${name}: ${state}`)
}

it('is safe when the old feed redirects for good and nothing is missing', async () => {
  const {report} = await moved()
  expect(left(report)).toEqual([])
  expect(report.isSafe).toBe(true)
  expect(moveAsText(report)).toContain('Nobody can be lost')
  expect(moveAsText(report)).toContain('not before 2026-06-29')
})

it('is not safe while the old address still serves the old feed, of which a copy is kept', async () => {
  const {report, copy} = await moved({withCopy: false})
  expect(left(report)).toEqual(['redirect: to do'])
  expect(readFileSync(copy, 'utf8')).toContain('old-guid-1')
  expect(moveAsMarkdown(report)).toContain('- [ ] The old address still serves the old feed.')
})

it('asks for a copy of the old feed before its address redirects', async () => {
  const {report} = await moved({withCopy: false, namesCopy: false})
  expect(left(report)).toEqual(['redirect: to do'])
  expect(moveAsText(report)).toContain('run this again with `--old old-feed.xml`. Then let your old host redirect')
  const {report: kept} = await moved({withCopy: false})
  expect(moveAsText(kept)).not.toContain('--old')
})

it.each<readonly [string, Trial, readonly string[]]>([
  [
    'redirects for a while',
    {host: (at) => ({'/old.xml': redirectTo(() => `${at()}/show/feed.xml`, 302)})},
    ['redirect: to do'],
  ],
  [
    'redirects to another page',
    {host: (at) => ({'/old.xml': redirectTo(() => `${at()}/show/atom.xml`)})},
    ['redirect: to do'],
  ],
  [
    'redirects by way of an address that is for a while',
    {
      host: (at) => ({
        '/old.xml': redirectTo(() => `${at()}/next.xml`),
        '/next.xml': redirectTo(() => `${at()}/show/feed.xml`, 307),
      }),
    },
    ['redirect: to do'],
  ],
  ['redirects in a circle', {host: (at) => ({'/old.xml': redirectTo(() => `${at()}/old.xml`)})}, ['redirect: to do']],
  ['is gone', {host: () => ({'/old.xml': (_, response) => void response.writeHead(410).end()})}, ['redirect: to do']],
])('is not safe when the old address %s', async (_name, trial, expected) => {
  const {report} = await moved(trial)
  expect(left(report)).toEqual(expected)
  expect(report.isSafe).toBe(false)
})

it('says that apps unsubscribe where the old address is gone for good', async () => {
  const gone: Trial = {host: () => ({'/old.xml': (_, response) => void response.writeHead(410).end()})}
  const {report} = await moved(gone)
  const redirect = report.checks.find(({name}) => name === 'redirect')
  expect(redirect?.state).toBe('to do')
  expect(redirect?.found).toContain('answers 410 (Gone): apps take that as the end of the show')
  expect(report.isSafe).toBe(false)
})

it('cannot say that nothing is lost without the old feed', async () => {
  const {report} = await moved({withCopy: false, host: () => ({})})
  expect(left(report)).toEqual(['episodes: unknown', 'media-addresses: unknown', 'podcast-guid: unknown'])
  expect(report.isSafe).toBe(false)
})

it.each<readonly [string, Trial, readonly string[]]>([
  ['another guid', {old: {guid: 'another'}}, ['episodes: to do']],
  ['another podcast:guid', {old: {podcastGuid: 'a7b1a1f0-0000-5000-8000-000000000000'}}, ['podcast-guid: to do']],
  ['no new-feed-url', {show: []}, ['new-feed-url: to do']],
  [
    'no artwork',
    {host: () => ({'/media/cover.jpg': (_, response) => void response.writeHead(404).end()})},
    ['artwork: to do'],
  ],
  ['artwork that is a page', {host: () => ({'/media/cover.jpg': sends('text/html', () => 'no')})}, ['artwork: to do']],
  [
    'media that are gone',
    {host: () => ({'/media/one.mp3': (_, response) => void response.writeHead(404).end()})},
    ['media: to do'],
  ],
  [
    'media without ranges',
    {host: () => ({'/media/one.mp3': sends('audio/mpeg', () => sound, {ranges: false})})},
    ['media: to do'],
  ],
  ['media that moved', {old: {enclosure: 'HOST/elsewhere/one.mp3'}}, ['media-addresses: to do']],
  [
    'media that moved, and the old address leads on',
    {
      old: {enclosure: 'HOST/elsewhere/one.mp3'},
      host: (at) => ({'/elsewhere/one.mp3': redirectTo(() => `${at()}/media/one.mp3`, 302)}),
    },
    [],
  ],
])('with %s', async (_name, trial, expected) => {
  const {report} = await moved(trial)
  expect(left(report)).toEqual(expected)
})

it('is not safe before the new feed is published', async () => {
  const {report} = await moved({isPublished: false})
  expect(left(report)).toEqual(['online: to do'])
})

it('keeps no copy of what the new site serves, whatever path the old address leads to', async () => {
  const {report, copy} = await moved({
    withCopy: false,
    host: (at) => ({'/old.xml': redirectTo(() => `${at()}/show/atom.xml`)}),
  })
  expect(existsSync(copy)).toBe(false)
  expect(left(report)).toEqual([
    'episodes: unknown',
    'media-addresses: unknown',
    'podcast-guid: unknown',
    'redirect: to do',
  ])
  const said = moveAsText(report)
    .split('\n')
    .filter((line) => line.startsWith('?'))
  expect(new Set(said).size).toBe(3)
})
