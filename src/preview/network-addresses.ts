import {networkInterfaces} from 'node:os'

/** The addresses of this machine in its networks, those of IPv4 first. */
export function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const outside = all.filter(({internal, address}) => !internal && !address.startsWith('fe80:'))
  return outside.toSorted((one, other) => one.family.localeCompare(other.family)).map(({address}) => address)
}
