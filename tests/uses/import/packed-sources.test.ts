import {once} from 'node:events'
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it, onTestFinished} from 'vitest'
import {importShow} from '../../../src/index.ts'

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Night Trains</title><link>https://trains.example/</link>
  <language>en</language><description>Trains.</description>${' '.repeat(600_000)}<item><title>First</title><guid>a</guid>
  <pubDate>Mon, 01 Jun 2025 08:00:00 GMT</pubDate><enclosure url="https://media.example/1.mp3" length="5000000" type="audio/mpeg"/>
  </item></channel></rss>`

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-packed-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

async function imported(name: string, bytes: Uint8Array) {
  const folder = scratch()
  writeFileSync(join(folder, name), bytes)
  const {ok, problems} = await importShow(join(folder, name), join(folder, 'show'))
  return {files: ok ? readdirSync(join(folder, 'show')) : [], problems}
}

describe('a packed source', () => {
  it('is unpacked if it is a feed packed with gzip, whatever its name', async () => {
    const {files, problems} = await imported('backup.bin', gzipSync(feed))
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    expect(files).toContain('2025-06-01-first.md')
  })

  it('is unpacked if a server sends the packed file without saying so', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/gzip')
      response.end(gzipSync(feed))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const {port} = server.address() as AddressInfo
    const outcome = await importShow(`http://127.0.0.1:${port}/feed.xml.gz`, join(scratch(), 'show'), {
      allowPrivate: true,
    })
    expect(outcome).toMatchObject({ok: true, value: {title: 'Night Trains', episodes: [{guid: 'a'}]}})
  })

  it.each([
    ['is damaged', 'feed.xml.gz', gzipSync(feed).subarray(0, 200), /packed with gzip, and is damaged/],
    ['unpacks to more than any feed', 'feed.gz', gzipSync(Buffer.alloc(210_000_000)), /more than 200 MB/],
    ['is an archive', 'export.zip', Buffer.from('PK\u0003\u0004 and more'), /export\.zip is a zip archive/],
  ])('is refused by name if it %s', async (_, name, bytes, message) => {
    const {problems} = await imported(name, bytes)
    expect(problems).toMatchObject([{code: 'source-unreadable', message: expect.stringMatching(message)}])
    expect(problems[0]?.hint).toContain('Unpack it')
  })
})
