import type {AddressAnswer, Hop} from '../../move/move-facts.ts'
import {hostPace} from '../../probe/remote/host-pace.ts'
import {type HttpAnswer, type HttpClient, httpClient} from '../../probe/remote/http-client.ts'
import {faultOf} from '../../probe/remote/remote-fault.ts'
import {version} from '../../version.ts'

export type Servers = {
  readonly get: (address: string) => Promise<AddressAnswer>
  readonly head: (address: string) => Promise<AddressAnswer>
  /** Asks for the first two bytes of a file. */
  readonly range: (address: string) => Promise<AddressAnswer>
  readonly close: () => void
}

const mostRedirects = 10
const requestsPerSecond = 50
const silenceInMilliseconds = 20_000
const redirecting = new Set([301, 302, 303, 307, 308])

/** Asks servers as apps do, and keeps every redirect on the way. Only `allowedHosts` may be in a private network. */
export function askServers(allowedHosts: ReadonlySet<string>): Servers {
  const userAgent = `Castwright/${version} (move checker)`
  const client = httpClient({userAgent, allowedHosts, connections: 8, silenceInMilliseconds})
  const pace = hostPace(requestsPerSecond)
  const ask = async (method: keyof Pick<HttpClient, 'get' | 'head'>, address: string, headers = {}) => {
    const hops: Hop[] = []
    try {
      return await follow(address, hops, async (url) => {
        await pace.turn(url.host)
        return client[method](url, headers)
      })
    } catch (error) {
      const fault = faultOf(error)
      if (fault === undefined) throw error
      return {fault: fault.what, hops}
    }
  }
  return {
    get: (address) => ask('get', address),
    head: (address) => ask('head', address),
    range: (address) => ask('get', address, {range: 'bytes=0-1'}),
    close: () => client.close(),
  }
}

async function follow(
  address: string,
  hops: Hop[],
  request: (url: URL) => Promise<HttpAnswer>,
): Promise<AddressAnswer> {
  if (!URL.canParse(address)) return {fault: 'is no address', hops}
  let url = new URL(address)
  for (;;) {
    const answer = await request(url)
    answer.discard()
    const {status, headers} = answer
    if (!redirecting.has(status)) {
      const mimeType = headers['content-type']
      return {status, url: url.href, hops, ...(mimeType === undefined ? {} : {mimeType})}
    }
    const {location = ''} = headers
    if (location === '' || !URL.canParse(location, url.href)) return {fault: 'redirects without saying where to', hops}
    const to = new URL(location, url)
    hops.push({status, from: url.href, to: to.href})
    if (hops.length > mostRedirects) return {fault: `redirects more than ${mostRedirects} times`, hops}
    url = to
  }
}
