import { ipOf, macOf, oneOf } from '../keys.ts'
import { observed } from '../observe.ts'
import { type CsvRecord, csvRecords } from '../records.ts'
import { instantOfSeconds } from '../times.ts'
import type { RawItem, Scan } from '../types.ts'

/**
 * Lease files of Kea (kea-leases4.csv, kea-leases6.csv). From memory of its documentation; not seen on real output. The file is
 * a log: of an address the last row counts. The lease was last renewed its lifetime before it expires.
 */
export async function* readKeaLeases(scan: Scan): AsyncIterable<RawItem> {
  const last = new Map<string, RawItem>()
  for await (const record of csvRecords(scan, (headings) => headings.has('address') && headings.has('expire'))) {
    const address = record.get('address')
    last.delete(address)
    last.set(address, itemOf(record, scan.file))
  }
  yield* last.values()
}

function itemOf(record: CsvRecord, file: string): RawItem {
  const ip = ipOf(record.get('address'))
  const isActive = ['', '0', '2'].includes(record.get('state'))
  if (!isActive || ip === undefined) return { kind: 'skip', row: record.row, reason: 'free-lease', text: record.get('address') }
  const [expire, lifetime] = [record.get('expire'), record.get('valid_lifetime')].map(Number)
  const names = oneOf(record.get('hostname').replace(/\.$/, ''))
  const seenAt = instantOfSeconds((expire ?? 0) - (lifetime ?? 0))
  return observed('dhcp', { file, row: record.row }, { ips: [ip], macs: oneOf(macOf(record.get('hwaddr'))), names, seenAt })
}
