import {once} from 'node:events'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {importShow} from '../../../src/index.ts'
import {rowsOfSeries} from '../../series.ts'
import {media} from '../../temporary-show.ts'

/** A host that cuts every connection once it has sent so many bytes in all. */
let bytesLeft = Number.POSITIVE_INFINITY
const files = new Map<string, Buffer>()
const server = createServer((request, response) => {
  const bytes = files.get(request.url ?? '')
  if (bytes === undefined) {
    response.writeHead(404).end()
    return
  }
  const [, from = '0'] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? []
  const body = bytes.subarray(Number(from))
  response.writeHead(Number(from) > 0 ? 206 : 200, {
    etag: `"${bytes.length}"`,
    'content-length': body.length,
    ...(Number(from) > 0 ? {'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`} : {}),
  })
  const sent = body.subarray(0, Math.min(body.length, bytesLeft))
  bytesLeft -= sent.length
  if (sent.length === body.length) response.end(sent)
  else response.write(sent, () => response.destroy())
})
let host = ''
const work = mkdtempSync(join(tmpdir(), 'castwright-cut-'))

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const items = [1, 2, 3, 4].map((number) => {
    files.set(`/${number}.mp3`, Buffer.concat([media.mp3, Buffer.alloc(40_000, number)]))
    files.set(`/${number}.vtt`, Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\nNight ${number}.\n`))
    files.set(`/${number}.json`, Buffer.from('{"version":"1.2.0","chapters":[{"startTime":0,"title":"One"}]}'))
    return `<item><title>Night ${number}</title><guid isPermaLink="false">g${number}</guid>
      <pubDate>Mon, 0${number} Jun 2026 08:00:00 GMT</pubDate><description>Notes.</description>
      <enclosure url="${host}/${number}.mp3" length="5000000" type="audio/mpeg"/>
      <podcast:transcript url="${host}/${number}.vtt" type="text/vtt"/>
      <podcast:chapters url="${host}/${number}.json" type="application/json+chapters"/></item>`
  })
  const feed = `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Night Trains</title>
    <link>https://trains.example/</link><language>en</language><description>Trains.</description>${items.join('')}</channel></rss>`
  files.set('/feed.xml', Buffer.from(feed))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(work, {recursive: true, force: true})
})

function filesIn(folder: string): readonly (readonly [string, string])[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()
  return names.map((name) => [name, readFileSync(join(folder, name), 'latin1')])
}

const instants = rowsOfSeries(
  Array.from({length: 20}, (_, index) => index),
  10,
)

it.each(instants)('goes on with the same command after a cut of the network at instant %i of 20', async (instant) => {
  const importInto = (folder: string) => importShow(`${host}/feed.xml`, folder, {allowPrivate: true, media: true})
  const [whole, folder] = [join(work, `${instant}-whole`), join(work, String(instant))]
  bytesLeft = Number.POSITIVE_INFINITY
  expect((await importInto(whole)).problems).toEqual([])
  const wanted = filesIn(whole)
  expect(wanted).toHaveLength(4 * 4 + 2)
  bytesLeft = Math.floor(([...files.values()].reduce((sum, {length}) => sum + length, 0) * instant) / 20)
  const cut = await importInto(folder)
  expect(cut.problems.map(({code}) => code)).not.toEqual([])
  bytesLeft = Number.POSITIVE_INFINITY
  expect((await importInto(folder)).problems).toEqual([])
  expect(filesIn(folder)).toEqual(wanted)
})

it('keeps the record of the last import until the next one is over', async () => {
  bytesLeft = Number.POSITIVE_INFINITY
  const folder = join(work, 'unfinished')
  await importShow(`${host}/feed.xml`, folder, {allowPrivate: true})
  const wanted = filesIn(folder)
  // What an import leaves that was killed.
  writeFileSync(join(folder, 'castwright.import.json.new'), '{"format":1')
  await importShow(`${host}/feed.xml`, folder, {allowPrivate: true})
  expect(filesIn(folder)).toEqual(wanted)
  // A record that another program has laid out is read as well.
  const record = join(folder, 'castwright.import.json')
  writeFileSync(record, JSON.stringify(JSON.parse(readFileSync(record, 'utf8')), null, 2))
  await importShow(`${host}/feed.xml`, folder, {allowPrivate: true})
  expect(filesIn(folder)).toEqual(wanted)
})
