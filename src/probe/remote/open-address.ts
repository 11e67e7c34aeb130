import {setTimeout as pause} from 'node:timers/promises'
import type {HostPace} from './host-pace.ts'
import type {HttpAnswer, HttpClient} from './http-client.ts'
import {faultOf, type RemoteFault, remoteFailure} from './remote-fault.ts'

/** Curl and browsers follow as many redirects, or more. Apple Podcasts gives up earlier. */
const mostRedirects = 10
const redirects = new Set([301, 302, 303, 307, 308])
/** Faults that may pass in a moment. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504])
/** If a server asks us to wait longer than this, we do not try the address again in this run. */
const longestWaitInMilliseconds = 60_000

export type Connection = {
  readonly client: HttpClient
  readonly pace: HostPace
  /** The pauses before each new try after a fault that may pass. */
  readonly pausesInMilliseconds: readonly number[]
}

type Headers = Readonly<Record<string, string>>

/**
 * The result of `use` for the answer at the end of the redirects of `address`. The answer is the whole file, a part, or "not
 * modified". After a fault that may pass, it tries again, also if the connection breaks in `use`. Every other fault makes it fail.
 */
export async function openAddress<T>(
  connection: Connection,
  address: URL,
  headers: Headers,
  use: (answer: HttpAnswer) => Promise<T>,
): Promise<T> {
  const {pace, pausesInMilliseconds} = connection
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await use(await follow(connection, address, headers))
    } catch (error) {
      const fault = faultOf(error)
      const patience = pausesInMilliseconds[attempt]
      const asked = fault?.retryAfterInMilliseconds
      if (asked === undefined || patience === undefined || asked > longestWaitInMilliseconds) {
        throw fault === undefined ? error : remoteFailure(lasting(fault))
      }
      const wait = Math.max(asked, patience)
      if (asked > 0) pace.hold(address.host, wait)
      await pause(wait)
    }
  }
}

/** The fault without the offer of a new try. It was tried often enough, so the caller of a larger task must not try it again. */
function lasting({retryAfterInMilliseconds: _, ...fault}: RemoteFault): RemoteFault {
  return fault
}

async function follow({client, pace}: Connection, address: URL, headers: Headers): Promise<HttpAnswer> {
  const seen = new Set<string>()
  let url = address
  for (;;) {
    await pace.turn(url.host)
    const answer = await client.get(url, headers).catch((error: unknown) => {
      throw url === address ? error : afterRedirect(error)
    })
    if (!redirects.has(answer.status)) return accepted(answer)
    answer.discard()
    seen.add(url.href)
    const target = targetOf(answer)
    if (seen.has(target.href)) {
      throw remoteFailure({code: 'media-redirects', what: `redirects in a circle (${target.href})`, hint})
    }
    if (seen.size > mostRedirects) {
      throw remoteFailure({code: 'media-redirects', what: `redirects more than ${mostRedirects} times`, hint})
    }
    url = target
  }
}

const hint = 'Give the address that the redirects lead to'

/** If the target of a redirect is refused, the fault keeps its reason, and also says that a redirect led there. */
function afterRedirect(error: unknown): unknown {
  const fault = faultOf(error)
  return fault === undefined ? error : remoteFailure({...fault, what: `redirects, and the redirect ${fault.what}`})
}

function targetOf({headers, url}: HttpAnswer): URL {
  const {location = ''} = headers
  if (location !== '' && URL.canParse(location, url.href)) return new URL(location, url)
  throw remoteFailure({code: 'media-redirects', what: 'redirects without saying where to', hint})
}

function accepted(answer: HttpAnswer): HttpAnswer {
  const {status, headers} = answer
  if (status === 200 || status === 206 || status === 304 || status === 416) return answer
  answer.discard()
  throw remoteFailure(faultOfStatus(status, retryAfter(headers['retry-after'])))
}

function faultOfStatus(status: number, asked: number | undefined): RemoteFault {
  if (status === 404 || status === 410) {
    return {
      code: 'media-not-found',
      what: `does not exist (${status})`,
      hint: 'Upload the file, or correct the address',
    }
  }
  if (passing.has(status)) {
    const retryAfterInMilliseconds = asked ?? 0
    const later = asked === undefined ? '' : `, and asks to come back in ${Math.ceil(asked / 1000)} seconds`
    return {
      code: 'media-unreachable',
      what: `answers ${status}${later}`,
      hint: 'Try again later',
      retryAfterInMilliseconds,
    }
  }
  const refusalHint = 'Let the host answer the user agent Castwright, or write size and duration beside the address'
  if (status >= 400 && status < 500) return {code: 'media-refused', what: `answers ${status} to us`, hint: refusalHint}
  return {code: 'media-unreachable', what: `answers ${status}`, hint: 'Check the server'}
}

/** The header gives seconds or a date. RFC 9110 section 10.2.3 */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}
