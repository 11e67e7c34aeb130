import {isIP} from 'node:net'
import {isPublicAddress} from './private-addresses.ts'
import type {RemoteFault} from './remote-fault.ts'

/** Hosts that a show allows although they are not public: `media.internal`, `localhost:8080`. */
export type AllowedHosts = ReadonlySet<string>

/** The name or address of `url` without the brackets of IPv6. */
export function hostOf({hostname}: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  return allowed.has(hostOf(url)) || allowed.has(url.hostname) || allowed.has(url.host)
}

/**
 * Why we send no request to `url`; `undefined` if we may. The URL parser has turned decimal, octal and shortened addresses
 * into plain ones. The address that a name resolves to is checked at the time of the connection.
 */
export function refusalOf(url: URL, allowed: AllowedHosts): RemoteFault | undefined {
  const refused = (what: string, hint: string): RemoteFault => ({code: 'media-address-refused', what, hint})
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refused(`leads to ${url.protocol}, and apps download from http: and https: only`, 'Put it on a web server')
  }
  if (url.username !== '' || url.password !== '') {
    return refused('has a user name or password in it, which the feed would give to everybody', 'Take them out')
  }
  const host = hostOf(url)
  if (isAllowed(url, allowed)) return undefined
  const isPrivate = isIP(host) === 0 ? /(^|\.)localhost\.?$/.test(host) : !isPublicAddress(host)
  return isPrivate ? privateFault(host) : undefined
}

/** The fault of a host in a private network. `address` is its own address, or the address that its name resolves to. */
export function privateFault(host: string, address = host): RemoteFault {
  const where = host === address ? host : `${host} (${address})`
  return {
    code: 'media-address-refused',
    what: `leads to ${where}, which is no address of the public internet: subscribers cannot reach it`,
    hint: `If it is meant, as for a trial: probe_hosts: [${host.includes(':') ? `"${host}"` : host}] in the show file`,
  }
}
