import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {downloadFile} from '../../src/downloads/download-file.ts'
import {hostPace} from '../../src/probe/remote/host-pace.ts'
import {httpClient} from '../../src/probe/remote/http-client.ts'
import {type Behaviour, mediaServer} from '../probe/remote/media-server.ts'

const server = await mediaServer()
const whole = Buffer.from('0123456789'.repeat(100))
const etag = '"one"'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-download-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** As a server that knows ranges answers. */
const ranged: Behaviour = (request, response) => {
  const begun = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  if (begun === 0 || request.headers['if-range'] !== etag) response.writeHead(200, {etag}).end(whole)
  else if (begun >= whole.length) response.writeHead(416).end('<h1>Range not satisfiable</h1>')
  else {
    const range = `bytes ${begun}-${whole.length - 1}/${whole.length}`
    response.writeHead(206, {etag, 'content-range': range}).end(whole.subarray(begun))
  }
}

function download(path: string, behaviour: Behaviour, mostBytes = 10_000) {
  const client = httpClient({
    userAgent: 'test',
    allowedHosts: new Set([server.host]),
    connections: 1,
    silenceInMilliseconds: 20_000,
  })
  const connection = {client, pace: hostPace(1000), pausesInMilliseconds: []}
  const url = server.serve('/one.mp3', behaviour)
  return downloadFile(connection, {url, path, mostBytes}).finally(() => client.close())
}

/** What an earlier run left that was cut off. */
function begin(path: string, bytes: Buffer, version = etag): void {
  writeFileSync(`${path}.part`, bytes)
  writeFileSync(`${path}.part.version`, version)
}

describe('a file is fetched', () => {
  it('whole, with nothing beside it, and only once', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'in/one.mp3')
    expect(await download(path, ranged)).toEqual({state: 'fetched', sizeInBytes: whole.length})
    expect(readFileSync(path).equals(whole)).toBe(true)
    expect(readdirSync(join(folder, 'in'))).toEqual(['one.mp3'])
    expect(await download(path, ranged)).toEqual({state: 'there', sizeInBytes: whole.length})
  })

  it.each([
    ['from where an earlier run was cut off', whole.subarray(0, 300), etag],
    ['anew, if the file has changed since', Buffer.from('other'), '"old"'],
    ['anew, if nothing says that the beginning belongs to it', Buffer.from('other'), ''],
    ['anew, if the beginning is all of it', whole, etag],
    ['anew, if the beginning is longer than it', Buffer.alloc(5000), etag],
  ])('%s', async (_how, bytes, version) => {
    const path = join(temporaryFolder(), 'one.mp3')
    begin(path, bytes, version)
    expect(await download(path, ranged)).toEqual({state: 'fetched', sizeInBytes: whole.length})
    expect(readFileSync(path).equals(whole)).toBe(true)
    expect(existsSync(`${path}.part`)).toBe(false)
  })
})

describe('a file is not fetched', () => {
  it.each<readonly [string, Behaviour, string]>([
    ['that is not there', (_request, response) => response.writeHead(404).end('no'), 'does not exist (404)'],
    [
      'of which a part comes that nobody asked for',
      (_request, response) => response.writeHead(206).end('part'),
      'answers 206',
    ],
    [
      'that is too large',
      (_request, response) => response.writeHead(200).end(Buffer.alloc(20_000)),
      'has more than 0 MB',
    ],
  ])('%s', async (_what, behaviour, what) => {
    const folder = temporaryFolder()
    expect(await download(join(folder, 'one.mp3'), behaviour)).toEqual({state: 'failed', what})
    expect(readdirSync(folder)).toEqual([])
  })

  it('but its beginning is kept where the connection breaks', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'one.mp3')
    const cut: Behaviour = (_request, response) => {
      response.writeHead(200, {etag, 'content-length': whole.length})
      response.write(whole.subarray(0, 300), () => response.destroy())
    }
    expect(await download(path, cut)).toMatchObject({state: 'failed'})
    expect(existsSync(path)).toBe(false)
    expect(await download(path, ranged)).toEqual({state: 'fetched', sizeInBytes: whole.length})
    expect(readFileSync(path).equals(whole)).toBe(true)
  })
})
