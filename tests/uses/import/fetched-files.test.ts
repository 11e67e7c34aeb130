import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, expect, it, onTestFinished} from 'vitest'
import {importShow} from '../../../src/index.ts'

/** A host that counts what it is asked for; each file says its own path. */
let host: string
let asked: string[]
let folder: string

beforeEach(async () => {
  asked = []
  const server = createServer(({url = ''}, response) => {
    asked.push(url)
    if (url.startsWith('/down')) return void response.writeHead(500).end()
    if (url.startsWith('/gone')) return void response.writeHead(404).end()
    response.end(url === '/feed.xml' ? readFileSync(join(folder, 'feed.xml')) : `WEBVTT\n\n${url}\n`)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  folder = mkdtempSync(join(tmpdir(), 'castwright-files-'))
  onTestFinished(() => {
    server.close()
    rmSync(folder, {recursive: true, force: true})
  })
})

type Item = {readonly number: number; readonly picture?: string; readonly transcript?: string}

function bring(items: readonly Item[]) {
  const written = items.map(
    ({number, picture, transcript}) => `<item><title>Night</title><guid>g${number}</guid>
      <pubDate>Wed, 28 Jan 2026 00:00:00 GMT</pubDate><itunes:episode>${number}</itunes:episode>
      <enclosure url="https://media.example/${number}.mp3" length="5" type="audio/mpeg"/>
      ${picture === undefined ? '' : `<itunes:image href="${host}/${picture}"/>`}
      ${transcript === undefined ? '' : `<podcast:transcript url="${host}/${transcript}" type="text/vtt"/>`}</item>`,
  )
  const head =
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'
  writeFileSync(
    join(folder, 'feed.xml'),
    `<rss version="2.0" ${head}><channel><title>Trains</title><link>https://trains.example/</link>${written.join('')}</channel></rss>`,
  )
  asked = []
  return importShow(`${host}/feed.xml`, join(folder, 'show'), {allowPrivate: true})
}

const read = (name: string) => readFileSync(join(folder, 'show', name), 'utf8')
const pictures = () => readdirSync(join(folder, 'show')).filter((name) => name.endsWith('.jpg'))

it('asks for each address once, and episodes with one picture share its file', async () => {
  const items = [3, 2, 1].map((number) => ({
    number,
    picture: number === 3 ? 'own.jpg' : 'season.jpg',
    transcript: 'all.vtt',
  }))
  await bring(items)
  expect(asked.filter((url) => url !== '/feed.xml').sort()).toEqual(['/all.vtt', '/own.jpg', '/season.jpg'])
  expect(pictures()).toEqual(['001-night.jpg', '003-night.jpg'])
  expect(read('001-night.md')).toContain('image: 001-night.jpg')
  expect(read('002-night.md')).toContain('image: 001-night.jpg')
  for (const number of [1, 2, 3]) expect(read(`00${number}-night.vtt`)).toContain('/all.vtt')

  // A later import knows the file, also where the oldest episode has left the feed.
  await bring([{number: 4, picture: 'season.jpg'}, ...items.slice(0, 2)])
  expect(asked).toEqual(['/feed.xml'])
  expect(read('004-night.md')).toContain('image: 001-night.jpg')
})

it('takes another file where the address of one has changed, and leaves that of the author', async () => {
  const one = {number: 1, picture: 'a.jpg', transcript: 'a.vtt'}
  await bring([{number: 2, transcript: 'b.vtt'}, one])
  writeFileSync(join(folder, 'show/002-night.vtt'), 'WEBVTT\n\nMine.\n')
  const changed = [
    {number: 2, transcript: 'b2.vtt'},
    {...one, picture: 'a2.jpg', transcript: 'a2.vtt'},
  ]
  const outcome = await bring(changed)
  expect(outcome.problems.map(({code, file}) => [code, file])).toContainEqual(['import-file-kept', '002-night.vtt'])
  expect(read('001-night.vtt')).toContain('/a2.vtt')
  expect(read('001-night.jpg')).toContain('/a2.jpg')
  expect(read('002-night.vtt')).toContain('Mine.')
  expect(asked.sort()).toEqual(['/a2.jpg', '/a2.vtt', '/feed.xml'])
  expect((await bring(changed)).problems.filter(({code}) => code === 'import-file-kept')).toEqual([])
  expect(asked).toEqual(['/feed.xml'])
})

it('gives a picture of its own to an episode whose file another one still uses', async () => {
  await bring([
    {number: 2, picture: 'season.jpg'},
    {number: 1, picture: 'season.jpg'},
  ])
  await bring([
    {number: 2, picture: 'season.jpg'},
    {number: 1, picture: 'new.jpg'},
  ])
  expect(read('001-night.jpg')).toContain('/season.jpg')
  expect(read('002-night.md')).toContain('image: 001-night.jpg')
  expect(read('001-night.md')).toContain('image: 001-night-2.jpg')
  expect(read('001-night-2.jpg')).toContain('/new.jpg')
})

it('says in one line that a host has none of many files, and names a few one by one', async () => {
  const gone = (count: number) =>
    Array.from({length: count}, (_, index) => ({number: index + 1, transcript: `gone${index}.vtt`}))
  const missing = async (count: number) =>
    (await bring(gone(count))).problems.filter(({code}) => code === 'import-file-missing').map(({message}) => message)
  expect(await missing(2)).toEqual([
    `${host}/gone0.vtt does not exist (404): the address stays in 001-night.md`,
    `${host}/gone1.vtt does not exist (404): the address stays in 002-night.md`,
  ])
  expect(await missing(5)).toEqual([
    `${host}/gone0.vtt does not exist (404), and it is the same with 4 more files there: their addresses stay in the files of the episodes`,
  ])
})

it('follows no name of a tampered record out of the folder', async () => {
  await bring([{number: 1, picture: 'a.jpg'}])
  const record = join(folder, 'show/castwright.import.json')
  writeFileSync(record, readFileSync(record, 'utf8').replace('"file":"001-night.jpg"', '"file":"../stolen.jpg"'))
  const outcome = await bring([{number: 1, picture: 'a.jpg'}])
  expect(outcome.problems.map(({code}) => code)).toEqual(['import-record-unreadable'])
  expect(existsSync(join(folder, 'stolen.jpg'))).toBe(false)
})

it('asks a host that gives nothing for a few files, and not for a hundred', async () => {
  const items = Array.from({length: 40}, (_, index) => ({number: index + 1, transcript: `down/${index}.vtt`}))
  const {problems} = await bring(items)
  // Several are under way when the host has failed for the third time, and each is tried again.
  expect(new Set(asked).size).toBeLessThan(9)
  const missing = problems.filter(({code}) => code === 'import-file-missing').map(({message}) => message)
  expect(missing.at(-1)).toMatch(
    /was not asked for: its host gave none of the files before, and it is the same with \d+ more/,
  )
  expect(missing.length).toBeLessThan(5)
  const gone = await bring(items.map(({number}) => ({number, transcript: `gone/${number}.vtt`})))
  expect(asked).toHaveLength(41)
  expect(gone.ok).toBe(true)
})
