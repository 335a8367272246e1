import type { CalendarDate, ZoneId } from '../ids.ts'
import { keptBy } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { BlockTable, blockOf } from './address.ts'
import type { AssetZones, NetworkFact, Zone } from './types.ts'

type Seen = Pick<World, 'zones' | 'whereabouts'>
export type InZone = AssetZones['zones'][number]
export type AddressTable = Pick<BlockTable<ZoneId>, 'find'>

/** Zones by their blocks of addresses; kept by the list of zones. */
export const zonesByAddress = keptBy((zones: readonly Zone[]): AddressTable => {
  const table = new BlockTable<ZoneId>()
  for (const zone of zones)
    for (const prefix of zone.prefixes ?? []) {
      const block = blockOf(prefix)
      if (block) table.add(block, zone.id)
    }
  return table
})

/** The zones that a person has stated for a device, else those of its addresses. */
export function statedOrAddressed(asset: World['assets'][number], seen: Seen, table: AddressTable): readonly InZone[] {
  const stated = (asset.zones ?? []).filter((zone) => byId(seen.zones, zone))
  if (stated.length > 0) {
    const on = asset.confirmedOn
    return stated.map((zone) => ({ zone, by: 'stated', fact: { slice: 'assets', id: asset.id, field: 'zones' }, ...(on && { on }) }))
  }
  const { addresses = [], left = [] } = byId(seen.whereabouts, asset.id) ?? {}
  const found: InZone[] = []
  for (const { ip, claim, on } of addresses) addZones(found, table, { ip, fact: { slice: 'claims', id: claim, field: 'ips' }, on })
  for (const ip of asset.ips ?? []) {
    if (left.includes(ip) || addresses.some((one) => one.ip === ip)) continue
    addZones(found, table, { ip, fact: { slice: 'assets', id: asset.id, field: 'ips' }, on: asset.confirmedOn })
  }
  return found
}

function addZones(
  found: InZone[],
  table: AddressTable,
  { ip, fact, on }: { readonly ip: string; readonly fact: NetworkFact; readonly on: CalendarDate | undefined },
): void {
  const block = blockOf(ip)
  const zones = block ? table.find(block) : []
  for (const zone of zones) found.push({ zone, by: 'address', fact, ...(zones.length > 1 && { shared: true }), ...(on && { on }) })
}

/** The places at which a device stands: zones that share an address are one place, since it stands in one of them. */
export function placesOf(zones: readonly InZone[]): readonly InZone[] {
  const [first] = zones.filter(({ shared }) => shared)
  return [...zones.filter(({ shared }) => !shared), ...(first ? [first] : [])]
}

/** Whether these are several places; most devices stand in one zone. */
export function standsInSeveral(zones: readonly InZone[]): boolean {
  return zones.length > 1 && placesOf(zones).length > 1
}
