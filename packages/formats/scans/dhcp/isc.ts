import { userError } from '../../errors.ts'
import { ipOf, macOf, oneOf } from '../keys.ts'
import { linesOf } from '../lines.ts'
import { observed } from '../observe.ts'
import { instantOfSeconds, instantOfUtc } from '../times.ts'
import type { RawItem, Scan } from '../types.ts'

interface Lease {
  readonly row: number
  readonly ip: string
  mac: string | undefined
  name: string | undefined
  state: string
  seenAt: string | undefined
  vendorClass: string | undefined
}

/**
 * dhcpd.leases of ISC DHCP. Seen on real output of dhcpd 4.2 and of pfSense (IPv4); leases of IPv6 from documentation. The file
 * is a log: of an address the last lease counts. Times are UTC unless the server was told otherwise.
 */
export async function* readIscLeases(scan: Scan): AsyncIterable<RawItem> {
  const last = new Map<string, Lease>()
  let open: Lease | undefined
  for await (const { row, text, isCut } of linesOf(scan)) {
    const line = text.trim()
    const ip = /^(?:lease|iaaddr)\s+(\S+)\s*\{/.exec(line)?.[1]
    if (isCut) yield { kind: 'skip', row, reason: 'too-long', text }
    else if (ip !== undefined) open = newLease(row, ip)
    else if (line.startsWith('}') && open) {
      last.set(open.ip, open)
      open = undefined
    } else if (open) readStatement(open, line)
    else if (!isOutside(line)) yield { kind: 'skip', row, reason: 'not-understood', text }
  }
  if (open) throw userError('scan/truncated', { file: scan.file }, { count: last.size })
  for (const lease of last.values()) yield itemOf(lease, scan.file)
}

function newLease(row: number, ip: string): Lease {
  return { row, ip, mac: undefined, name: undefined, state: 'active', seenAt: undefined, vendorClass: undefined }
}

/** Comments, the server's own statements and blocks without an address. */
function isOutside(line: string): boolean {
  return line === '' || /^(?:#|\}|authoring-byte-order|server-duid|failover|ia-(?:na|ta|pd)|cltt|my |peer |mclt)/.test(line)
}

function readStatement(lease: Lease, line: string): void {
  const [, word = '', rest = ''] = /^([\w-]+(?: state| ethernet)?)\s+(.*?);/.exec(line) ?? []
  if (word === 'hardware ethernet') lease.mac = macOf(rest)
  else if (word === 'client-hostname') lease.name = unquoted(rest)
  else if (word === 'binding state') lease.state = rest
  else if (word === 'cltt') lease.seenAt = timeOf(rest)
  else if (word === 'starts') lease.seenAt ??= timeOf(rest)
  else if (word === 'set') lease.vendorClass = /^vendor-class-identifier\s*=\s*(".*")/.exec(rest)?.[1] ?? lease.vendorClass
}

/** `6 2016/02/27 07:11:41` with the day of the week first, or `epoch 1456557101`. */
function timeOf(text: string): string | undefined {
  const epoch = /^epoch (\d+)/.exec(text)?.[1]
  return epoch === undefined ? instantOfUtc(text.replace(/^\d\s+/, '')) : instantOfSeconds(Number(epoch))
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '').replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

function itemOf({ row, ip, mac, name, state, seenAt, vendorClass }: Lease, file: string): RawItem {
  const address = ipOf(ip)
  const isUsed = state === 'active' || ((state === 'expired' || state === 'released') && mac !== undefined)
  if (!isUsed || address === undefined) return { kind: 'skip', row, reason: 'free-lease', text: ip }
  const note = vendorClass === undefined ? undefined : `DHCP: ${unquoted(vendorClass)}`
  return observed('dhcp', { file, row }, { ips: [address], macs: oneOf(mac), names: oneOf(name), seenAt, note })
}
