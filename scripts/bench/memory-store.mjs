// A store with the interface of S3 that keeps what it needs in memory and checks no signature: node memory-store.mjs FOLDER
// It leaves its port in FOLDER/port and the number of requests so far in FOLDER/requests, for a bench that waits for another process.
import {createHash} from 'node:crypto'
import {renameSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'

const [, , folder = '.'] = process.argv
/** Pages are sent once and never asked for. With their bodies, those of a hundred thousand episodes would fill the memory. */
const isForgotten = (/** @type {string} */ key) => /\/(?:episodes|page)\//.test(key)
const mostListed = 1000

/** @type {Map<string, {readonly etag: string, readonly size: number, readonly type: string, readonly body: Buffer}>} */
const objects = new Map()
/** @type {readonly string[] | undefined} in order; made when a list is asked for */
let inOrder
let requests = 0

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** @param {URLSearchParams} query */
function list(query) {
  inOrder ??= [...objects.keys()].sort()
  const [prefix, after] = [query.get('prefix') ?? '', query.get('continuation-token') ?? '']
  const found = inOrder.filter((key) => key.startsWith(prefix) && key > after)
  const page = found.slice(0, mostListed)
  const entries = page.map((key) => {
    const {etag = '', size = 0} = objects.get(key) ?? {}
    return `<Contents><Key>${escaped(key)}</Key><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size></Contents>`
  })
  const isCut = found.length > page.length
  const next = isCut ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`
}

/** @param {string} key @param {Buffer} body @param {string} type */
function put(key, body, type) {
  const etag = createHash('md5').update(body).digest('hex')
  objects.set(key, {etag, size: body.length, type, body: isForgotten(key) ? Buffer.alloc(0) : body})
  inOrder = undefined
  return etag
}

const server = createServer(async (request, response) => {
  requests += 1
  writeFileSync(join(folder, 'requests'), String(requests))
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://store')
  const [, , ...rest] = pathname.split('/')
  const key = decodeURIComponent(rest.join('/'))
  const body = await buffer(request)
  const known = objects.get(key)
  if (request.method === 'PUT')
    response.setHeader('ETag', `"${put(key, body, request.headers['content-type'] ?? '')}"`).end()
  else if (request.method === 'DELETE') {
    objects.delete(key)
    inOrder = undefined
    response.writeHead(204).end()
  } else if (key === '') response.setHeader('Content-Type', 'application/xml').end(list(searchParams))
  else if (known === undefined) response.writeHead(404).end()
  else {
    response.setHeader('ETag', `"${known.etag}"`).setHeader('Content-Type', known.type)
    response.setHeader('Content-Length', request.method === 'HEAD' ? known.size : known.body.length)
    response.end(request.method === 'HEAD' ? undefined : known.body)
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  writeFileSync(join(folder, 'port.new'), String(typeof address === 'object' ? address?.port : 0))
  renameSync(join(folder, 'port.new'), join(folder, 'port'))
})
