import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll} from 'vitest'

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

export type Request = {readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']}

export type MediaServer = {
  /** `127.0.0.1:PORT`. */
  readonly host: string
  readonly url: (path: string) => string
  /** What is asked at `path` from now on. */
  readonly serve: (path: string, behaviour: Behaviour) => string
  readonly requests: Request[]
  /** Bytes of bodies that were handed to the network since `forget`. */
  readonly sentInBytes: () => number
  readonly mostAtOnce: () => number
  readonly forget: () => void
}

/** A web server on loopback that behaves as told; gone when the tests of the file are done. */
export async function mediaServer(): Promise<MediaServer> {
  const behaviours = new Map<string, Behaviour>()
  const requests: Request[] = []
  let sentInBytes = 0
  let running = 0
  let mostAtOnce = 0
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    requests.push({method: request.method ?? '', path, headers: request.headers})
    running += 1
    mostAtOnce = Math.max(mostAtOnce, running)
    const {socket} = request
    const before = socket.bytesWritten
    response.on('close', () => {
      running -= 1
      sentInBytes += socket.bytesWritten - before
    })
    const behaviour = behaviours.get(path.split('?', 1)[0] ?? '')
    if (behaviour === undefined) response.writeHead(404).end()
    else behaviour(request, response)
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = (path: string) => `http://${host}${path}`
  return {
    host,
    url,
    serve: (path, behaviour) => {
      behaviours.set(path, behaviour)
      return url(path)
    },
    requests,
    sentInBytes: () => sentInBytes,
    mostAtOnce: () => mostAtOnce,
    forget: () => {
      requests.length = 0
      sentInBytes = 0
      mostAtOnce = 0
    },
  }
}

/** Bytes by offset: a file in memory, or one of gigabytes that is mostly nothing. */
export type Content = {readonly sizeInBytes: number; readonly slice: (start: number, end: number) => Uint8Array}

export function content(bytes: Uint8Array): Content {
  return {sizeInBytes: bytes.length, slice: (start, end) => bytes.subarray(start, end)}
}

type Manner = {readonly etag?: string; readonly lastModified?: string; readonly type?: string}

/** As a good host does it: ranges, validators, 304 and 416. */
export function withRanges(
  {sizeInBytes, slice}: Content,
  {etag = '"one"', lastModified, type}: Manner = {},
): Behaviour {
  return (request, response) => {
    const common = {
      'accept-ranges': 'bytes',
      ...(etag === '' ? {} : {etag}),
      ...(lastModified === undefined ? {} : {'last-modified': lastModified}),
      ...(type === undefined ? {} : {'content-type': type}),
    }
    const {headers} = request
    const isKnown =
      (etag !== '' && headers['if-none-match'] === etag) ||
      (lastModified !== undefined && headers['if-modified-since'] === lastModified)
    if (isKnown) return void response.writeHead(304, common).end()
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    if (first === undefined || last === undefined) {
      response.writeHead(200, {...common, 'content-length': sizeInBytes})
      return void response.end(slice(0, sizeInBytes))
    }
    const [start, end] = [Number(first), Math.min(Number(last) + 1, sizeInBytes)]
    if (start >= sizeInBytes) {
      return void response.writeHead(416, {...common, 'content-range': `bytes */${sizeInBytes}`}).end()
    }
    response.writeHead(206, {
      ...common,
      'content-length': end - start,
      'content-range': `bytes ${start}-${end - 1}/${sizeInBytes}`,
    })
    response.end(slice(start, end))
  }
}

/** A server that knows no ranges: everything, in pieces, as fast as it is taken. */
export function withoutRanges(
  {sizeInBytes, slice}: Content,
  headers: Readonly<Record<string, string | number>> = {'content-length': sizeInBytes},
): Behaviour {
  return (_request, response) => {
    response.writeHead(200, headers)
    let offset = 0
    const next = () => {
      while (offset < sizeInBytes) {
        const piece = slice(offset, Math.min(offset + 65_536, sizeInBytes))
        offset += piece.length
        if (!response.write(piece)) return void response.once('drain', next)
      }
      response.end()
    }
    next()
  }
}

export function redirect(location: string, status = 302): Behaviour {
  return (_request, response) => void response.writeHead(status, {location}).end()
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return (_request, response) => void response.writeHead(code, headers).end()
}

/** The first answers by `first`, one after the other, then `last`. */
export function inTurn(first: readonly Behaviour[], last: Behaviour): Behaviour {
  let count = 0
  return (request, response) => {
    const behaviour = first[count] ?? last
    count += 1
    behaviour(request, response)
  }
}
