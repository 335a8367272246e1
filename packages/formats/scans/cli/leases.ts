import { ipOf, macOf, oneOf } from '../keys.ts'
import { observed } from '../observe.ts'
import type { RawItem } from '../types.ts'
import type { Spot } from './tables.ts'

const leaseRow = /^(\s*)(\d+\.\d+\.\d+\.\d+)\s+([0-9a-f]{2}(?::[0-9a-f]{2}){5})(.*?)\s+[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]+ \d{4}\s*$/i

/**
 * A row of `execute dhcp lease-list` of FortiOS, after published samples with 5 and 7 columns. A name may be missing: it is the
 * first column behind the MAC where the columns are aligned with their heading, else the word one space behind it.
 */
export function fortiLease(line: string, header: string, spot: Spot): RawItem | undefined {
  const [, , ip, mac, rest = ''] = leaseRow.exec(line) ?? []
  const address = ipOf(ip)
  if (address === undefined || mac === undefined) return undefined
  const isAligned = header.indexOf('MAC-Address') === line.indexOf(mac)
  const name = isAligned ? alignedName(line, header) : /^ (\S.*?)(?: {2}|$)/.exec(rest)?.[1]
  return observed('dhcp', spot, { ips: [address], macs: oneOf(macOf(mac)), names: oneOf(name?.trim()), seenAt: spot.seenAt })
}

function alignedName(line: string, header: string): string {
  return line.slice(header.indexOf('Hostname'), header.indexOf('VCI'))
}

/** One address of `show status dhcp` of a YAMAHA router, which stands on several lines. From memory. */
export interface YamahaLease {
  readonly row: number
  readonly ip: string
  mac: string | undefined
  name: string | undefined
}

const words = {
  address: /^\s*(?:割り当て(?:済み|中)アドレス|Allocated address)\s*[:：]\s*(\S+)/i,
  client:
    /クライアント\s*ID\s*[:：]\s*(?:\(01\)\s*)?((?:[0-9a-f]{2}[ :-]){5}[0-9a-f]{2})|Client ID\s*[:：]\s*(?:\(01\)\s*)?((?:[0-9a-f]{2}[ :-]){5}[0-9a-f]{2})/i,
  name: /^\s*(?:ホスト名|Host ?name)\s*[:：]\s*(\S+)/i,
  other:
    /^\s*(?:DHCPスコープ|DHCP Scope|ネットワークアドレス|Network address|リース|Remaining|全アドレス数|All:|除外|Except|割り当て|Alloc|利用可能|Usable|予約|Reserved|\(タイプ\)|\(type\))/i,
} as const

/** Reads a line into the lease it belongs to: a new one, the same one, or undefined where the line is not known. */
export function yamahaLease(line: string, row: number, open: YamahaLease | undefined): YamahaLease | 'other' | undefined {
  const ip = ipOf(words.address.exec(line)?.[1])
  if (ip !== undefined) return { row, ip, mac: undefined, name: undefined }
  const client = words.client.exec(line)
  if (open && client) {
    open.mac = macOf(client[1] ?? client[2])
    return open
  }
  const name = words.name.exec(line)?.[1]
  if (open && name !== undefined) {
    open.name = name
    return open
  }
  return words.other.test(line) ? 'other' : undefined
}

export function yamahaItem({ row, ip, mac, name }: YamahaLease, spot: Spot): RawItem {
  return observed('dhcp', { file: spot.file, row }, { ips: [ip], macs: oneOf(mac), names: oneOf(name), seenAt: spot.seenAt })
}
