import { dayInTokyo, readDate } from '../calendar.ts'
import type { CalendarDate } from '../ids.ts'
import type { Claim, ObservationSource } from './types.ts'

/** Sources that tell of devices without having met them. */
const lists: ReadonlySet<ObservationSource> = new Set(['register', 'vendor-list', 'drawio'])

/** Sources that answer for a network as a whole, so that a device missing from them was not there. */
const scans: ReadonlySet<ObservationSource> = new Set(['nmap', 'dhcp', 'arp', 'mac-table', 'lldp', 'cdp', 'snmp'])

export function isSight(by: ObservationSource): boolean {
  return !lists.has(by)
}

export function isScan(by: ObservationSource): boolean {
  return scans.has(by)
}

/** The day in Japan of a day or an instant in UTC; undefined for anything else. */
export function dayOfSight(seenAt: Claim['seenAt']): CalendarDate | undefined {
  if (seenAt === undefined) return undefined
  const day = readDate(seenAt)
  if (day) return day
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(seenAt) ? Date.parse(seenAt) : Number.NaN
  return Number.isNaN(instant) ? undefined : dayInTokyo(instant)
}
