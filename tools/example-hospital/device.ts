import type { AssetKind } from '@mimamori/domain'

/** A month of the example in which somebody went round with a scanner. */
export type Month = '2026-10' | '2026-11'
export const months: readonly [Month, Month] = ['2026-10', '2026-11']

/** Where a device stands on the network in one month. */
export interface Stand {
  readonly ip?: string
  readonly switch?: string
  readonly port?: number
  /** VLAN of the port, where it is not that of the device's own network. */
  readonly vlan?: number
  readonly room?: string
  readonly os?: string
  readonly firmware?: string
  /** Open ports and what answers on them. */
  readonly ports?: readonly OpenPort[]
}

export interface OpenPort {
  readonly port: number
  readonly name: string
  readonly product?: string
  readonly version?: string
}

/** What the example's people have written of a device in their register. */
export interface Listing {
  readonly id: string
  readonly department: string
  /** 事業者; なし = the hospital itself. */
  readonly vendor?: string
  readonly owner?: string
  readonly contract?: string
  readonly updateDuty?: string
  readonly updateClause?: string
  readonly supportEndsOn?: string
  readonly remote?: 'はい' | 'いいえ'
  readonly disclosureOn?: string
  readonly approvalNumber?: string
  readonly systems?: string
  readonly services?: string
  readonly use?: '予備'
  /** 区画. */
  readonly zones?: string
  readonly note?: string
}

export type Seen =
  | 'nmap-servers'
  | 'nmap-medical'
  | 'nmap-offices'
  | 'windows-dhcp'
  | 'office-dhcp'
  | 'firewall'
  | 'router'
  | 'directory'
  | 'asset-tool'

/** One device of the example as it really is; what each source tells of it follows from this. */
export interface Device extends Stand {
  readonly name: string
  readonly kind: AssetKind
  readonly host?: string
  readonly maker?: string
  readonly model?: string
  readonly serial?: string
  readonly tag?: string
  readonly mac?: string
  readonly sources: readonly Seen[]
  /** What it says of itself by SNMP. */
  readonly system?: string
  /** Absent: nobody has ever listed it. */
  readonly listing?: Listing
  /** Months in which it is switched on; absent = both. */
  readonly in?: readonly Month[]
  /** What is otherwise in the second month. */
  readonly later?: Stand
}

export function standIn(device: Device, month: Month): Device {
  return month === months[1] ? { ...device, ...device.later } : device
}

export function isOn(device: Device, month: Month): boolean {
  return (device.in ?? months).includes(month)
}

/** A MAC address of this maker's block. */
export function macAt(block: string, number: number): string {
  const tail = [16, 8, 0].map((bits) => ((number >> bits) & 255).toString(16).padStart(2, '0'))
  return [block, ...tail].join(':')
}
