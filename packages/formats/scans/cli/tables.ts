import { ipsIn, isGroupMac, macsIn } from '../keys.ts'
import { observed } from '../observe.ts'
import type { RawItem } from '../types.ts'

/** Where a line stands: in which file and row, and on the console of which device. */
export interface Spot {
  readonly file: string
  readonly row: number
  readonly device: string
  readonly seenAt: string | undefined
}

/** An address of the asked device itself, which its ARP table lists without an age. */
export interface OwnAddress {
  readonly kind: 'own'
  readonly ip: string
  readonly mac: string
}

const port =
  /^(?:LAN\d+\(port\d+\)|(?:gigabit|fast|tengigabit|twogigabit|fivegigabit)?(?:gi|fa|te|tw|fo|hu|eth|ethernet|po|port|port-channel|ge|xe|sa|trk|ae|ether|lag)[a-z]*[\d/.:]*\d|\d+(?:\/\d+)+)$/i

/**
 * A row of an ARP table: one IP and one MAC in any order. Cisco IOS, Allied Telesis and FortiOS after published samples, YAMAHA
 * (RTX, SWX), Fujitsu Si-R, ASA, NX-OS and `arp -a` of Windows from memory. Undefined for another line.
 */
export function arpRow(line: string, spot: Spot): RawItem | OwnAddress | undefined {
  const [ip, ...moreIps] = ipsIn(line)
  const [mac, ...moreMacs] = macsIn(line)
  if (ip === undefined || moreIps.length > 0 || moreMacs.length > 0) return undefined
  if (mac === undefined) return /incomplete|unresolved|failed/i.test(line) ? skip(spot, 'no-answer', ip) : undefined
  if (isGroupMac(mac)) return skip(spot, 'own-entry', line)
  if (/^Internet\s+\S+\s+-\s/.test(line)) return { kind: 'own', ip, mac }
  const words = line.trim().split(/\s+/)
  const link = linkOf(
    spot,
    words.find((word) => port.test(word)),
    /\bvlan-?(\d+)\b/i.exec(line)?.[1],
  )
  return observed('arp', spot, { ips: [ip], macs: [mac], seenAt: spot.seenAt, link })
}

/**
 * A row of a MAC address table: a MAC, the port behind which it is and the VLAN. Cisco IOS and Allied Telesis after published
 * samples, YAMAHA SWX and Fujitsu SR-S from memory.
 */
export function macRow(line: string, spot: Spot): RawItem | undefined {
  const [mac, ...more] = macsIn(line)
  if (mac === undefined || more.length > 0) return undefined
  const words = line
    .trim()
    .split(/\s+/)
    .filter((word) => !macsIn(word).length)
  if (isGroupMac(mac) || words.some((word) => /^(?:cpu|router|switch|self|igmp|drop)$/i.test(word))) return skip(spot, 'own-entry', line)
  const vlan = words.map((word) => /^(?:vlan)?(\d{1,4})$/i.exec(word)?.[1]).find((id) => id !== undefined && Number(id) <= 4094)
  const last = words.at(-1) ?? ''
  const found = words.find((word) => port.test(word)) ?? (/^\d{1,3}$/.test(last) && words.length > 2 ? last : undefined)
  if (found === undefined) return undefined
  return observed('mac-table', spot, { macs: [mac], seenAt: spot.seenAt, link: linkOf(spot, found, vlan) })
}

function linkOf({ device }: Spot, found: string | undefined, vlan: string | undefined) {
  return found === undefined ? undefined : { device, port: found, ...(vlan !== undefined && { vlan }) }
}

function skip(spot: Spot, reason: 'no-answer' | 'own-entry', text: string): RawItem {
  return { kind: 'skip', row: spot.row, reason, text: harmlessText(text) }
}

/** Of a line that was passed over: its first word and its addresses. A configuration may hold a secret in any other word. */
export function harmlessText(line: string): string {
  const word = /^\s*([A-Za-z-]+)(?=\s|$)/.exec(line)?.[1]
  return [word, ...ipsIn(line), ...macsIn(line)].filter((part) => part !== undefined).join(' ')
}
