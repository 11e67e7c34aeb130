import {BlockList, isIPv4, isIPv6} from 'node:net'

/**
 * Addresses that are not of the public internet. A build in a data centre can reach machines there that nobody outside can
 * reach, and some of them (169.254.169.254) give out keys.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, -ipv6-special-registry
 */
const notPublic = new BlockList()

const networksOfIPv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
]

const networksOfIPv6: readonly (readonly [string, number])[] = [
  // Unspecified, loopback, and IPv4 written as IPv6 without the mark of a mapped address.
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo, benchmarks, ORCHID, and 6to4: tunnels may end at a private IPv4 address.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

for (const [network, bits] of networksOfIPv4) notPublic.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of networksOfIPv6) notPublic.addSubnet(network, bits, 'ipv6')

/** Whether an IP address belongs to the public internet. Text that is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4')
  // An address with a zone (`fe80::1%eth0`) is in a network of the machine itself.
  if (!isIPv6(address) || address.includes('%')) return false
  const embedded = embeddedIPv4(address)
  return embedded === undefined ? !notPublic.check(address, 'ipv6') : !notPublic.check(embedded, 'ipv4')
}

/** The IPv4 address inside a mapped address (::ffff:0:0/96) or a NAT64 address (64:ff9b::/96). Both lead to that IPv4 address. */
function embeddedIPv4(address: string): string | undefined {
  // The URL parser turns every spelling of an address into one form, in hexadecimal.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const words = /^(?:::ffff:|64:ff9b::)(?:([\da-f]{1,4}):)?([\da-f]{1,4})?$/.exec(canonical)
  if (words === null) return undefined
  const [high, low] = [Number.parseInt(words[1] ?? '0', 16), Number.parseInt(words[2] ?? '0', 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
