import {createServer, type RequestListener} from 'node:http'
import {type AddressInfo, createServer as createTcpServer} from 'node:net'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {describe, expect, it, onTestFinished} from 'vitest'
import {fetchFeed} from '../../src/index.ts'

const feed = '<rss version="2.0"><channel><title>A</title></channel></rss>'
const type = {'content-type': 'application/rss+xml; charset=utf-8'}

/** The address of a server on this machine that is gone after the test. */
async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function fetched(address: string, options = {}) {
  return fetchFeed(address, {allowPrivate: true, silenceInMilliseconds: 20_000, ...options})
}

describe('a feed is fetched', () => {
  it.each([
    ['as it is', {}, Buffer.from(feed)],
    ['packed with gzip', {'content-encoding': 'gzip'}, gzipSync(feed)],
    ['packed with brotli', {'content-encoding': 'br'}, brotliCompressSync(feed)],
  ])('%s', async (_name, headers, body) => {
    const address = await served((_request, response) => response.writeHead(200, {...type, ...headers}).end(body))
    const outcome = await fetched(`${address}/feed.xml`)
    expect(outcome).toMatchObject({ok: true, value: {url: `${address}/feed.xml`, mimeType: type['content-type']}})
    expect(outcome.ok && new TextDecoder().decode(outcome.value.bytes)).toBe(feed)
  })

  it('from where redirects lead', async () => {
    const address = await served((request, response) => {
      if (request.url === '/feed.xml') response.writeHead(200, type).end(feed)
      else response.writeHead(301, {location: '/feed.xml'}).end()
    })
    expect(await fetched(`${address}/old`)).toMatchObject({ok: true, value: {url: `${address}/feed.xml`}})
  })
})

it('is given up when its headers come one by one for ever', async () => {
  const dripping = createTcpServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket.write('x-a: b\r\n'), 20)
    socket.on('close', () => clearInterval(timer)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void dripping.close())
  const address = `http://127.0.0.1:${(dripping.address() as AddressInfo).port}/feed.xml`
  const outcome = await fetched(address, {silenceInMilliseconds: 150})
  expect(outcome.problems).toMatchObject([{code: 'feed-unreachable', message: expect.stringContaining('no answer')}])
})

describe('a feed is not fetched', () => {
  it.each<readonly [string, RequestListener, string, RegExp]>([
    ['that is not there', (_, response) => response.writeHead(404).end(), 'feed-unreachable', /does not exist \(404\)/],
    ['from a server that is broken', (_, response) => response.writeHead(503).end(), 'feed-unreachable', /503/],
    [
      'that redirects in a circle',
      (_, response) => response.writeHead(302, {location: '/'}).end(),
      'feed-unreachable',
      /circle/,
    ],
    [
      'whose packing is broken',
      (_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end('no gzip'),
      'feed-unreachable',
      /cannot be unpacked/,
    ],
    [
      'that redirects to another private address',
      (_, response) => response.writeHead(302, {location: 'http://127.0.0.2:1/'}).end(),
      'feed-unreachable',
      /public internet/,
    ],
    [
      'that redirects to a file',
      (_, response) => response.writeHead(302, {location: 'file:///etc/passwd'}).end(),
      'feed-unreachable',
      /http/,
    ],
    [
      'that is too large',
      (_, response) => response.writeHead(200, type).end(Buffer.alloc(2_000_000)),
      'feed-beyond-limit',
      /1 MB/,
    ],
    [
      'that is a bomb',
      (_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync(Buffer.alloc(50_000_000))),
      'feed-beyond-limit',
      /1 MB/,
    ],
  ])('%s', async (_name, answer, code, message) => {
    const address = await served(answer)
    const {ok, problems} = await fetched(`${address}/`, {mostBytes: 1024 * 1024})
    expect(ok).toBe(false)
    expect(problems).toMatchObject([{code, message: expect.stringMatching(message)}])
  })

  it('that never comes', async () => {
    const address = await served(() => undefined)
    const {problems} = await fetched(`${address}/`, {silenceInMilliseconds: 500})
    expect(problems).toMatchObject([{code: 'feed-unreachable', message: expect.stringContaining('no answer')}])
  })

  it('from a private address, unless that is allowed', async () => {
    const address = await served((_, response) => response.writeHead(200, type).end(feed))
    for (const url of [address, 'http://[::1]/', 'http://localhost/', 'http://0x7f000001/']) {
      const {problems} = await fetchFeed(url)
      expect(problems).toMatchObject([{code: 'feed-unreachable', hint: expect.stringContaining('add --allow-private')}])
    }
  })

  it('by another scheme', async () => {
    expect((await fetched('ftp://example.org/feed.xml')).ok).toBe(false)
    expect((await fetched('https://user:secret@example.org/')).ok).toBe(false)
  })
})
