// A store with the interface of S3 that keeps everything in memory, as a process of its own: it prints its address and its count of requests.
import {createHash} from 'node:crypto'
import {createServer} from 'node:http'

const mostPerPage = 1000
/** @type {Map<string, {etag: string, sizeInBytes: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer}>} */
const objects = new Map()
/** @type {readonly string[] | undefined} */
let sorted
let requests = 0

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** @param {URLSearchParams} query */
function listing(query) {
  sorted ??= [...objects.keys()].sort()
  const prefix = query.get('prefix') ?? ''
  const all = sorted.filter((key) => key.startsWith(prefix))
  const from = Number(query.get('continuation-token') ?? 0)
  const contents = all.slice(from, from + mostPerPage).map((key) => {
    const {etag, sizeInBytes} = objects.get(key) ?? {etag: '', sizeInBytes: 0}
    const date = '<LastModified>2026-01-01T00:00:00.000Z</LastModified>'
    return `<Contents><Key>${escaped(key)}</Key>${date}<ETag>&quot;${etag}&quot;</ETag><Size>${sizeInBytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  })
  const more = from + mostPerPage < all.length
  const next = more ? `<NextContinuationToken>${from + mostPerPage}</NextContinuationToken>` : ''
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
}

const server = createServer((request, response) => {
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://store')
  if (pathname === '/requests') {
    response.end(String(requests))
    requests = 0
    return
  }
  requests += 1
  const key = decodeURIComponent(pathname.split('/').slice(2).join('/'))
  /** @type {Buffer[]} */
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    if (request.method === 'PUT') {
      const etag = createHash('md5').update(body).digest('hex')
      // Of recordings and pages nobody asks for the bytes.
      const isAsked = /\.(?:json|xml)$/.test(key)
      const {headers} = request
      objects.set(key, {etag, sizeInBytes: body.length, headers, body: isAsked ? body : Buffer.alloc(0)})
      sorted = undefined
      response.setHeader('ETag', `"${etag}"`).end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      sorted = undefined
      response.writeHead(204).end()
    } else if (key === '') response.end(listing(searchParams))
    else {
      const found = objects.get(key)
      if (found === undefined) response.writeHead(404).end()
      else response.setHeader('ETag', `"${found.etag}"`).end(request.method === 'HEAD' ? undefined : found.body)
    }
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}\n`)
})
