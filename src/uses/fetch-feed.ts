import {Readable} from 'node:stream'
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'
import type {Outcome, Problem} from '../model/problem.ts'
import {hostPace} from '../probe/remote/host-pace.ts'
import {type HttpAnswer, httpClient} from '../probe/remote/http-client.ts'
import {openAddress} from '../probe/remote/open-address.ts'
import {faultOf} from '../probe/remote/remote-fault.ts'
import {version} from '../version.ts'
import {problem} from './use-problems.ts'

/** A feed as its server sent it, unpacked. */
export type FetchedFeed = {
  readonly bytes: Uint8Array
  /** The address where the redirects ended. */
  readonly url: string
  /** The type as the server sent it. */
  readonly mimeType?: string
}

/** The same in the pieces that came. Whoever reads a long feed may take them out one by one. */
export type FetchedPieces = Omit<FetchedFeed, 'bytes'> & {readonly pieces: Uint8Array[]}

/** How long a server may take, and how much it may send. */
export type FetchOptions = {
  /** Whether the host of the address may be in a private network. The hosts that it redirects to never may. */
  readonly allowPrivate?: boolean
  /** How long the server may be silent. */
  readonly silenceInMilliseconds?: number
  readonly mostBytes?: number
}

const usualSilenceInMilliseconds = 20_000
/** The largest feeds of real shows have 30 MB. Anything larger than this is no feed, or it is an attack. */
const usualMostBytes = 200 * 1024 * 1024

const accepted =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5'

/**
 * Fetches one feed, or a file that a feed links to, so that it can be judged. It uses only http and https, follows redirects, and
 * accepts compressed answers. It never takes more than `mostBytes`. The answer is unpacked as it comes, so that the fetch stops in
 * time if the answer is a decompression bomb.
 */
export async function fetchFeed(address: string, options: FetchOptions = {}): Promise<Outcome<FetchedFeed>> {
  const fetched = await fetchPieces(address, options)
  if (!fetched.ok) return fetched
  const {pieces, ...facts} = fetched.value
  return {...fetched, value: {...facts, bytes: Buffer.concat(pieces)}}
}

/** The same, for a reader that takes the feed piece by piece. */
export async function fetchPieces(address: string, options: FetchOptions = {}): Promise<Outcome<FetchedPieces>> {
  const {silenceInMilliseconds = usualSilenceInMilliseconds, mostBytes = usualMostBytes} = options
  if (!URL.canParse(address)) return failed(unreachable(`${address} is no address`))
  const url = new URL(address)
  const allowedHosts = new Set(options.allowPrivate === true ? [url.host] : [])
  const userAgent = `Castwright/${version} (feed checker)`
  const client = httpClient({userAgent, allowedHosts, connections: 1, silenceInMilliseconds})
  try {
    const connection = {client, pace: hostPace(50), pausesInMilliseconds: []}
    const headers = {accept: accepted, 'accept-encoding': 'gzip, deflate, br'}
    return await openAddress(connection, url, headers, (answer) => received(answer, mostBytes))
  } catch (error) {
    const fault = faultOf(error)
    if (fault === undefined) throw error
    const isPrivate = fault.code === 'media-address-refused' && fault.what.includes('no address of the public internet')
    const hint = isPrivate
      ? 'If the address is right, as for a trial on this machine, add --allow-private'
      : (hintsOfFeeds[fault.code] ?? fault.hint)
    return failed(unreachable(`${address} ${fault.what}`, hint))
  } finally {
    client.close()
  }
}

/** What a person does about a feed, which somebody else may publish, is not what an author does about a media file. */
const hintsOfFeeds: Readonly<Record<string, string>> = {
  'media-not-found': 'Correct the address: that of the feed is in your account at the host',
  'media-refused':
    'Open the address in a browser. If the feed comes, perhaps after a login, save it and give the file instead',
}

function failed(found: Problem): Outcome<never> {
  return {ok: false, problems: [found]}
}

function unreachable(message: string, hint?: string): Problem {
  return problem('feed-unreachable', {}, message, hint)
}

async function received(answer: HttpAnswer, mostBytes: number): Promise<Outcome<FetchedPieces>> {
  const {headers, url} = answer
  const unpacked = unpack(answer)
  if (unpacked === undefined) {
    answer.discard()
    return failed(unreachable(`${url.href} is packed as ${headers['content-encoding']}, which was not asked for`))
  }
  const pieces: Uint8Array[] = []
  let sizeInBytes = 0
  try {
    for await (const piece of unpacked) {
      sizeInBytes += piece.length
      if (sizeInBytes > mostBytes) {
        answer.discard()
        const limit = `${Math.round(mostBytes / 1024 / 1024)} MB`
        return failed(problem('feed-beyond-limit', {}, `${url.href} has more than ${limit}, which no app reads`))
      }
      pieces.push(piece)
    }
  } catch (error) {
    if (faultOf(error) !== undefined) throw error
    answer.discard()
    return failed(
      unreachable(`${url.href} sends what cannot be unpacked: ${error instanceof Error ? error.message : ''}`),
    )
  }
  const mimeType = headers['content-type']
  const value = {pieces, url: url.href, ...(mimeType === undefined ? {} : {mimeType})}
  return {ok: true, value, problems: []}
}

/** The body without its content codings (RFC 9110, 8.4.1); `undefined` if a coding is unknown. */
function unpack({body, headers}: HttpAnswer): AsyncIterable<Uint8Array> | undefined {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (coding === '' || coding === 'identity') return body
  const unpackers = {gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress}
  if (!Object.hasOwn(unpackers, coding)) return undefined
  const unpacker = unpackers[coding as keyof typeof unpackers]()
  const source = Readable.from(body)
  // A pipe does not pass errors on.
  source.on('error', (error) => unpacker.destroy(error))
  unpacker.on('close', () => source.destroy())
  return source.pipe(unpacker)
}
