import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {pipeline} from 'node:stream/promises'
import {contentTypeOf} from '../hosting/served-kinds.ts'
import {rangeOf} from './byte-range.ts'

/** What is sent: bytes that are there, or a file. */
export type Content = {readonly mimeType: string} & ({readonly bytes: Buffer} | {readonly onDisk: string})

/**
 * Nothing is cached without asking, because all of it may change at any time. No other site may use any of it: unlike published
 * feeds, feeds here have no `Access-Control-Allow-Origin`. Otherwise every page on the web could read the drafts.
 */
const headersOfAll = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const

type Known = {readonly sizeInBytes: number; readonly etag: string; readonly changedAt?: Date}

async function factsOf(content: Content): Promise<Known> {
  if ('bytes' in content) return {sizeInBytes: content.bytes.length, etag: `"${textMarkOf(content.bytes)}"`}
  const {size, mtimeMs, mtime, ino} = await stat(content.onDisk)
  return {sizeInBytes: size, etag: `"${size}-${mtimeMs}-${ino}"`, changedAt: mtime}
}

/** The mark by which a text is known again. */
export function textMarkOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function isKnown({headers}: IncomingMessage, {etag, changedAt}: Known): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags === '*' || tags.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

/** A part of the old file and a part of the new one would make no file. */
function mayBePart({headers}: IncomingMessage, {etag}: Known): boolean {
  const condition = headers['if-range']
  return condition === undefined || condition === etag
}

/** Answers with `content`, or with the part of it that is asked for; or says that nothing of it changed. */
export async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
  status = 200,
): Promise<void> {
  const known = await factsOf(content)
  const {sizeInBytes, etag, changedAt} = known
  const modified = changedAt === undefined ? {} : {'Last-Modified': changedAt.toUTCString()}
  const headers = {...headersOfAll, ETag: etag, 'Accept-Ranges': 'bytes', ...modified}
  if (status === 200 && isKnown(request, known)) {
    response.writeHead(304, headers).end()
    return
  }
  const asked = status === 200 && mayBePart(request, known) ? rangeOf(request.headers.range, sizeInBytes) : 'whole'
  if (asked === 'unsatisfiable') {
    response.writeHead(416, {...headersOfAll, 'Content-Range': `bytes */${sizeInBytes}`}).end()
    return
  }
  const {first, last} = asked === 'whole' ? {first: 0, last: sizeInBytes - 1} : asked
  const part = asked === 'whole' ? {} : {'Content-Range': `bytes ${first}-${last}/${sizeInBytes}`}
  response.writeHead(asked === 'whole' ? status : 206, {
    ...headers,
    ...part,
    'Content-Type': contentTypeOf(content.mimeType),
    'Content-Length': last - first + 1,
  })
  if (request.method === 'HEAD' || last < first) response.end()
  else if ('bytes' in content) response.end(content.bytes.subarray(first, last + 1))
  else await pipeline(createReadStream(content.onDisk, {start: first, end: last}), response)
}

/** A short answer in words. */
export function sendWords(response: ServerResponse, status: number, words: string, headers = {}): void {
  response
    .writeHead(status, {...headersOfAll, 'Content-Type': 'text/plain; charset=utf-8', ...headers})
    .end(`${words}\n`)
}
