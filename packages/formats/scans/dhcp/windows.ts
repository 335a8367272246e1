import { ipOf, macOf, oneOf } from '../keys.ts'
import { linesOf } from '../lines.ts'
import { observed } from '../observe.ts'
import { type CsvRecord, csvRecords } from '../records.ts'
import type { RawItem, Scan } from '../types.ts'

const headings = {
  ip: ['IPAddress', 'Client IP Address', 'クライアント IP アドレス', 'クライアントのIPアドレス'],
  id: ['ClientId', 'Unique ID', '一意な ID', '一意のID', '固有ID'],
  name: ['HostName', 'Name', '名前'],
  state: ['AddressState'],
} as const

/** True for the headings of an export of leases, as PowerShell or the console writes them. */
export function isWindowsLeaseHeader(found: ReadonlySet<string>): boolean {
  const has = (names: readonly string[]) => names.some((name) => found.has(name.toLowerCase().replace(/\s/g, '')))
  return has(headings.ip) && has(headings.id)
}

/**
 * Leases of a Windows DHCP server: `Get-DhcpServerv4Lease | Export-Csv`, the list exported from the console (tabs), Japanese or
 * English. From memory; not seen on real output. It names the end of a lease, not when the device was seen.
 */
export async function* readWindowsLeases(scan: Scan): AsyncIterable<RawItem> {
  const isNetsh = await looksLikeNetsh(scan)
  if (isNetsh) yield* readNetsh(scan)
  else for await (const record of csvRecords(scan, isWindowsLeaseHeader)) yield itemOf(record, scan.file)
}

function itemOf(record: CsvRecord, file: string): RawItem {
  const { row, get } = record
  const ip = ipOf(get(...headings.ip))
  const state = get(...headings.state)
  if (ip === undefined) return { kind: 'skip', row, reason: 'no-key', text: get(...headings.ip) }
  if (/declined|inactive|expired/i.test(state)) return { kind: 'skip', row, reason: 'free-lease', text: ip }
  return observed('dhcp', { file, row }, { ips: [ip], macs: oneOf(macOf(get(...headings.id))), names: oneOf(get(...headings.name)) })
}

/** A row of `netsh dhcp server scope … show clients 1`: address, mask, id, end of lease, type, name. */
export const netshRow = /^(\d+\.\d+\.\d+\.\d+)\s*-\s*255\.[\d.]+\s*-\s*([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\b.*?(?:-[DUNRA]+-?\s*(\S+))?\s*$/i

async function looksLikeNetsh({ source }: Scan): Promise<boolean> {
  const head = Buffer.from(await source.head(16_384)).toString('latin1')
  return head.split(/\r?\n/).some((line) => netshRow.test(line.trim()))
}

async function* readNetsh(scan: Scan): AsyncIterable<RawItem> {
  for await (const { row, text } of linesOf(scan)) {
    const line = text.trim()
    const [, ip, id, name] = netshRow.exec(line) ?? []
    const address = ipOf(ip)
    if (address) yield observed('dhcp', { file: scan.file, row }, { ips: [address], macs: oneOf(macOf(id)), names: oneOf(name) })
    else if (/\d+\.\d+\.\d+\.\d+\s*-/.test(line)) yield { kind: 'skip', row, reason: 'not-understood', text: line }
  }
}
