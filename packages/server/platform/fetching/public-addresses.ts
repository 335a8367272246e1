import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that nothing of the outside world lies in: this machine, the house, documentation, tunnels, many at once. */
const inside: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 32, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

/** NOTE: one list for each family, since a list holds an IPv4 address for one of IPv6 too (`::ffff:0:0/96` would be all of them). */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, bits, family] of inside) blocked[family].addSubnet(network, bits, family)

/** Whether an address is one of the outside world; a text that is none is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return version !== 0 && !blocked[family].check(address, family)
}

export class PrivateAddress extends Error {}

/**
 * Resolves a name for the connection that is about to be made: what was looked at is what is connected to, so that a name cannot
 * change in between. One private address among several is one too many.
 */
export function publicLookup(lookup: typeof resolve = resolve): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || first === undefined) return done(error ?? new Error('the name has no address'), '')
      if (!found.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddress('a private address'), '')
      return options.all === true ? done(null, found) : done(null, first.address, first.family)
    })
  }
}
