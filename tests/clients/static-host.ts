import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'

/** What a client asked for and got. */
export type Visit = {readonly client: string; readonly path: string; readonly status: number}

export type StaticHost = {readonly origin: string; readonly visits: Visit[]; readonly close: () => void}

const types: Readonly<Record<string, string>> = {
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.jpg': 'image/jpeg',
}

/** Serves a folder as static hosts do: ETag and Last-Modified, 304, HEAD, and single byte ranges. */
export async function serveFolder(folder: string): Promise<StaticHost> {
  const visits: Visit[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    response.on('finish', () =>
      visits.push({client: request.headers['user-agent'] ?? '', path, status: response.statusCode}),
    )
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (path.includes('..') || statSync(file, {throwIfNoEntry: false})?.isFile() !== true) {
      response.writeHead(404).end()
      return
    }
    const bytes = readFileSync(file)
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`
    const modified = statSync(file).mtime.toUTCString()
    response.setHeaders(
      new Headers({
        etag,
        'last-modified': modified,
        'accept-ranges': 'bytes',
        'content-type': types[extname(file)] ?? 'text/html; charset=utf-8',
      }),
    )
    const {'if-none-match': known, 'if-modified-since': since, range} = request.headers
    if (known === undefined ? since === modified : known.includes(etag)) {
      response.writeHead(304).end()
      return
    }
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
    const body = from === undefined ? bytes : bytes.subarray(Number(from), to ? Number(to) + 1 : undefined)
    if (from !== undefined) {
      response.statusCode = 206
      response.setHeader('content-range', `bytes ${from}-${Number(from) + body.length - 1}/${bytes.length}`)
    }
    response.setHeader('content-length', body.length)
    response.end(request.method === 'HEAD' ? undefined : body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  return {origin: `http://127.0.0.1:${port}`, visits, close: () => void server.close()}
}
