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
  /** The bytes as they arrive. It fails with a fault if they stop. A caller that leaves the loop early ends the connection. */
  readonly body: AsyncIterable<Uint8Array>
  /** Drops the body. Also ends the connection if the rest of the body is too long to read. */
  readonly discard: () => void
}

export type HttpClient = {
  /** Sends one request and follows no redirects. It only ever fails with a fault (see `remoteFailure`). */
  readonly get: (url: URL, headers: Readonly<Record<string, string>>) => Promise<HttpAnswer>
  /** The same with HEAD: the answer of `get` without the body. */
  readonly head: (url: URL, headers: Readonly<Record<string, string>>) => Promise<HttpAnswer>
  readonly traffic: () => {readonly requests: number; readonly receivedInBytes: number}
  readonly close: () => void
}

export type HttpClientOptions = {
  readonly userAgent: string
  readonly allowedHosts: AllowedHosts
  readonly connections: number
  /** A request is given up if nothing arrives for this time. */
  readonly silenceInMilliseconds: number
}

/** A body up to this size is read to its end, so that the connection can be used again. */
const worthReadingInBytes = 1 << 16

/** The limit for the connection and all headers together. Headers that come one by one would keep a request alive for ever. */
const longestHeadInSilences = 2

/** A slower answer is given up: with a byte now and then, a server could keep a connection alive for ever. */
const slowestInBytesPerMillisecond = 2

/** A client for media files on the public internet. It checks each address when it connects. */
export function httpClient(options: HttpClientOptions): HttpClient {
  let network: Network | undefined
  let requests = 0
  let receivedInBytes = 0
  const ask = async (method: Method, url: URL, headers: Readonly<Record<string, string>>) => {
    const refusal = refusalOf(url, options.allowedHosts)
    if (refusal !== undefined) throw remoteFailure(refusal)
    requests += 1
    network ??= loadNetwork(options.connections)
    const response = await send(method, url, headers, options, network)
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
  const get: HttpClient['get'] = (url, headers) => ask('GET', url, headers)
  const head: HttpClient['head'] = (url, headers) => ask('HEAD', url, headers)
  return {get, head, traffic: () => ({requests, receivedInBytes}), close}
}

type Method = 'GET' | 'HEAD'
type Request = typeof import('node:http').request
type Protocol = {readonly request: Request; readonly agent: Agent}
type Network = {readonly http: Protocol; readonly https: Protocol; readonly lookup: LookupFunction}

/** Loaded by the first request, because most commands make no request, and the load would take a tenth of their time. */
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
  method: Method,
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
    let deadline: NodeJS.Timeout | undefined
    const sent: ClientRequest = request(url, {...settings, method, agent}, (response) => {
      clearTimeout(deadline)
      resolve(response)
    })
    const giveUpAfter = (milliseconds: number) => sent.destroy(remoteFailure(silence(milliseconds)))
    // The time counts from the moment when the request has a connection. It may have to wait until other requests are done.
    sent.once('socket', () => {
      const most = silenceInMilliseconds * longestHeadInSilences
      deadline = setTimeout(() => giveUpAfter(most), most)
    })
    sent.on('timeout', () => giveUpAfter(silenceInMilliseconds))
    sent.on('error', (error) => {
      clearTimeout(deadline)
      reject(asFailure(error, url))
    })
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
  // A destroyed socket emits an error, and nobody else listens to it.
  response.on('error', () => undefined)
  const length = Number(response.headers['content-length'] ?? Number.POSITIVE_INFINITY)
  // The answer to HEAD has no body, even if its headers give a length.
  if (response.complete || length <= worthReadingInBytes) response.resume()
  else response.destroy()
}

/**
 * `dns.lookup` that refuses a name with a private address. It runs when the socket connects, and checks the same addresses
 * that the socket connects to. So a name that was public a moment before gains nothing.
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

/** The names that OpenSSL and Node give to faults of a connection that is not secure. Apps refuse such a connection as well. */
const insecure = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME|^EPROTO$|^ERR_(SSL|TLS)/

function asFailure(error: Error, url: URL): Error {
  if (faultOf(error) !== undefined) return error
  const reason = 'code' in error && typeof error.code === 'string' ? error.code : error.message
  if (insecure.test(reason)) {
    const what = `has no valid certificate (${reason}), so apps refuse the connection`
    return remoteFailure({code: 'media-insecure', what, hint: `Renew the certificate of ${url.hostname}`})
  }
  // HPE_… means that no web server answers. This does not change within a second.
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
