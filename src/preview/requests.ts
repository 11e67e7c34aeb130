import {hostname} from 'node:os'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {networkAddresses} from './network-addresses.ts'

/** What a browser asks for, as far as this server knows it. */
export type Asked =
  | {readonly refused: 'address' | 'host' | 'method'}
  /** `path` begins with `/` and is decoded. */
  | {readonly path: string; readonly query: URLSearchParams}

type Request = {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly host: string | undefined
}

const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The names under which browsers may ask: the names of this machine alone, or also its names in the network. */
export function namesOfHost(isInNetwork: boolean): ReadonlySet<string> {
  if (!isInNetwork) return new Set(loopbackNames)
  const addresses = networkAddresses().map((each) => (each.includes(':') ? `[${each}]` : each))
  const name = hostname().toLowerCase()
  return new Set([...loopbackNames, ...addresses, name, `${name}.local`])
}

/**
 * Reads a request. A page of any other site may let its name lead to this machine, and could then read drafts as if they were its
 * own (DNS rebinding). So the name in `Host` has to be one of ours.
 */
export function askedFor({method, url = '', host = ''}: Request, names: ReadonlySet<string>): Asked {
  if (method !== 'GET' && method !== 'HEAD') return {refused: 'method'}
  if (!names.has(host.toLowerCase().replace(/:\d+$/, ''))) return {refused: 'host'}
  const [, written, query = ''] = /^(\/[^?#]*)(?:\?([^#]*))?/.exec(url) ?? []
  if (written === undefined) return {refused: 'address'}
  // It is decoded once, as any server does. It becomes the key of a map and never a path of the disk, so `..` leads nowhere.
  return {path: percentDecoded(written), query: new URLSearchParams(query)}
}
