import type {LookupAddress} from 'node:dns'
import type {Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage} from 'node:http'
import type {LookupFunction} from 'node:net'
import {isPublicAddress} from './private-addresses.ts'
import {type AllowedHosts, isAllowed, privateFault, refusalOf} from './remote-address.ts'
import {faultOf, type RemoteFault, remoteFailure} from './remote-fault.ts'

export type HttpAnswer = {
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it comes; fails with a fault where it stops coming. Leaving the loop early ends the connection. */
  readonly body: AsyncIterable<Uint8Array>
  /** Lets go of the body, and of the connection if there is more of it than is worth reading. */
  readonly discard: () => void
}

export type HttpClient = {
  /** One request, no redirects followed. Fails with a fault (see `remoteFailure`), never otherwise. */
  readonly get: (url: URL, headers: Readonly<Record<string, string>>) => Promise<HttpAnswer>
  readonly traffic: () => {readonly requests: number; readonly receivedInBytes: number}
  readonly close: () => void
}

export type HttpClientOptions = {
  readonly userAgent: string
  readonly allowedHosts: AllowedHosts
  readonly connections: number
  /** So long nothing may come before a request is given up. */
  readonly silenceInMilliseconds: number
}

/** Below this a body is read to its end, so that the connection serves again. */
const worthReadingInBytes = 1 << 16

/** A byte now and then keeps a connection alive for ever. */
const slowestInBytesPerMillisecond = 2

/** A client for files of media on the public internet: what addresses it may reach is decided when it connects. */
export function httpClient(options: HttpClientOptions): HttpClient {
  let network: Network | undefined
  let requests = 0
  let receivedInBytes = 0
  const get: HttpClient['get'] = async (url, headers) => {
    const refusal = refusalOf(url, options.allowedHosts)
    if (refusal !== undefined) throw remoteFailure(refusal)
    requests += 1
    network ??= loadNetwork(options.connections)
    const response = await send(url, headers, options, network)
    return {
      url,
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: bodyOf(response, options.silenceInMilliseconds, (length) => {
        receivedInBytes += length
      }),
      discard: () => discard(response),
    }
  }
  const close = () => {
    network?.http.agent.destroy()
    network?.https.agent.destroy()
  }
  return {get, traffic: () => ({requests, receivedInBytes}), close}
}

type Request = typeof import('node:http').request
type Protocol = {readonly request: Request; readonly agent: Agent}
type Network = {readonly http: Protocol; readonly https: Protocol; readonly lookup: LookupFunction}

/** Loaded by the first request: it takes as long as a tenth of a command that makes none, and most make none. */
function loadNetwork(maxSockets: number): Network {
  const http = process.getBuiltinModule('node:http')
  const https = process.getBuiltinModule('node:https')
  const settings = {keepAlive: true, maxSockets}
  return {
    http: {request: http.request, agent: new http.Agent(settings)},
    https: {request: https.request, agent: new https.Agent(settings)},
    lookup: publicLookup(process.getBuiltinModule('node:dns').lookup),
  }
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  {userAgent, allowedHosts, silenceInMilliseconds}: HttpClientOptions,
  {http, https, lookup}: Network,
): Promise<IncomingMessage> {
  const settings = {
    headers: {'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity', ...headers},
    lookup: isAllowed(url, allowedHosts) ? undefined : lookup,
    timeout: silenceInMilliseconds,
  }
  return new Promise((resolve, reject) => {
    const {request, agent} = url.protocol === 'https:' ? https : http
    const sent: ClientRequest = request(url, {...settings, agent}, resolve)
    sent.on('timeout', () => sent.destroy(remoteFailure(silence(silenceInMilliseconds))))
    sent.on('error', (error) => reject(asFailure(error, url)))
    sent.end()
  })
}

async function* bodyOf(
  response: IncomingMessage,
  patienceInMilliseconds: number,
  count: (lengthInBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const begun = performance.now()
  let receivedInBytes = 0
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      count(piece.length)
      receivedInBytes += piece.length
      const elapsed = performance.now() - begun
      if (elapsed > patienceInMilliseconds && receivedInBytes < elapsed * slowestInBytesPerMillisecond) {
        throw remoteFailure(trickle(receivedInBytes, elapsed))
      }
      yield piece
    }
  } catch (error) {
    throw faultOf(error) === undefined ? remoteFailure(brokenOff(error)) : error
  }
}

function discard(response: IncomingMessage): void {
  // A socket that is destroyed says so as an error, to nobody in particular.
  response.on('error', () => undefined)
  const length = Number(response.headers['content-length'] ?? Number.POSITIVE_INFINITY)
  if (length <= worthReadingInBytes) response.resume()
  else response.destroy()
}

/**
 * `dns.lookup`, which refuses a name that leads anywhere private. It runs as the socket connects, on the very addresses that
 * it connects to: a name that was public a moment before wins nothing.
 */
function publicLookup(lookup: typeof import('node:dns').lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, {...options, all: true}, (error, addresses: LookupAddress[]) => {
      const hidden = error === null ? addresses.find(({address}) => !isPublicAddress(address)) : undefined
      const failure = hidden === undefined ? error : remoteFailure(privateFault(hostname, hidden.address))
      const [first] = addresses ?? []
      if (failure !== null || first === undefined) callback(failure, '', 0)
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function silence(milliseconds: number): RemoteFault {
  const what = `gave no answer for ${Math.round(milliseconds / 1000)} seconds`
  return {code: 'media-unreachable', what, hint: 'Try again later', retryAfterInMilliseconds: 0}
}

function trickle(receivedInBytes: number, elapsedInMilliseconds: number): RemoteFault {
  const seconds = Math.round(elapsedInMilliseconds / 1000)
  return {code: 'media-unreachable', what: `sent ${receivedInBytes} bytes in ${seconds} seconds, too slow to play`}
}

function brokenOff(error: unknown): RemoteFault {
  const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return {code: 'media-unreachable', what: `broke off while it was read${reason}`, retryAfterInMilliseconds: 0}
}

/** What OpenSSL and Node call a connection that is not secure; apps refuse it as well. */
const insecure = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME|^EPROTO$|^ERR_(SSL|TLS)/

function asFailure(error: Error, url: URL): Error {
  if (faultOf(error) !== undefined) return error
  const reason = 'code' in error && typeof error.code === 'string' ? error.code : error.message
  if (insecure.test(reason)) {
    const what = `has no valid certificate (${reason}), so apps refuse the connection`
    return remoteFailure({code: 'media-insecure', what, hint: `Renew the certificate of ${url.hostname}`})
  }
  // HPE_…: what answers is no web server, and will not be one in a second.
  const isLasting = reason === 'ENOTFOUND' || reason.startsWith('HPE_')
  const what = reason === 'ENOTFOUND' ? `is on ${url.hostname}, which does not exist` : `cannot be reached (${reason})`
  const hint = 'Check the address, and that the server is up'
  return remoteFailure({
    code: 'media-unreachable',
    what,
    hint,
    ...(isLasting ? {} : {retryAfterInMilliseconds: 0}),
  })
}
