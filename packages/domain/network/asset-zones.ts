import type { ZoneId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { BlockTable, blockOf } from './address.ts'
import { type HubPort, hubPortsOf } from './hub-ports.ts'
import type { AssetZones, Whereabouts, Zone } from './types.ts'

type Seen = Pick<World, 'assets' | 'zones' | 'whereabouts'>
type InZone = AssetZones['zones'][number]

/** In which zones each device stands, and how that is known. */
export const assetZones = defineDerivation({
  name: 'assetZones',
  reads: ['assets', 'zones', 'whereabouts'],
  derive: assetZonesOf,
})

/**
 * What a person has said counts alone. Else the zones of its addresses, the longest block first, and those of the VLAN of the
 * port on which it was seen; a port behind which a hub hangs tells nothing of the devices on the hub.
 */
export function assetZonesOf(seen: Seen): readonly AssetZones[] {
  const byAddress = zonesByAddress(seen.zones)
  const first = seen.assets.map((asset) => ({ asset, zones: statedOrAddressed(asset, seen, byAddress) }))
  const known = new Map(first.map(({ asset, zones }) => [asset.id, zones]))
  const hubs = hubPortsOf(seen, (asset) => (known.get(asset) ?? []).map(({ zone }) => zone))
  const onHub = new Set<string>(hubs.flatMap(({ members }) => members.map(({ asset }) => asset)))
  const byVlan = zonesByVlan(seen.zones)
  return first.flatMap(({ asset, zones }) => {
    const isTold = zones.some(({ by }) => by === 'stated') || onHub.has(asset.id)
    const all = isTold ? zones : [...zones, ...byPort(byId(seen.whereabouts, asset.id), byVlan)]
    const single = all.filter(({ zone }, at) => all.findIndex((one) => one.zone === zone) === at)
    return single.length > 0 ? [{ id: asset.id, zones: single }] : []
  })
}

/** Hubs with the zones that are told otherwise than by the port, for what is drawn and reached. */
export function hubsOf(seen: Seen, zonesOf: readonly AssetZones[]): readonly HubPort[] {
  return hubPortsOf(seen, (asset) => (byId(zonesOf, asset)?.zones ?? []).filter(({ by }) => by !== 'vlan').map(({ zone }) => zone))
}

function zonesByAddress(zones: readonly Zone[]): BlockTable<ZoneId> {
  const table = new BlockTable<ZoneId>()
  for (const zone of zones)
    for (const prefix of zone.prefixes ?? []) {
      const block = blockOf(prefix)
      if (block) table.add(block, zone.id)
    }
  return table
}

export function zonesByVlan(zones: readonly Zone[]): ReadonlyMap<string, readonly ZoneId[]> {
  const byVlan = new Map<string, ZoneId[]>()
  for (const zone of zones)
    for (const vlan of zone.vlans ?? []) {
      const same = byVlan.get(vlan)
      if (same) same.push(zone.id)
      else byVlan.set(vlan, [zone.id])
    }
  return byVlan
}

function statedOrAddressed(asset: World['assets'][number], seen: Seen, table: BlockTable<ZoneId>): readonly InZone[] {
  const stated = (asset.zones ?? []).filter((zone) => byId(seen.zones, zone))
  if (stated.length > 0) {
    const on = asset.confirmedOn
    return stated.map((zone) => ({ zone, by: 'stated', fact: { slice: 'assets', id: asset.id, field: 'zones' }, ...(on && { on }) }))
  }
  const place = byId(seen.whereabouts, asset.id)
  const sights = (place?.addresses ?? []).map(({ ip, claim, on }) => ({
    ip,
    fact: { slice: 'claims', id: claim, field: 'ips' } as const,
    on,
  }))
  const left = new Set(place?.left)
  const told = new Set(sights.map(({ ip }) => ip))
  const listed = (asset.ips ?? [])
    .filter((ip) => !left.has(ip) && !told.has(ip))
    .map((ip) => ({ ip, fact: { slice: 'assets', id: asset.id, field: 'ips' } as const, on: asset.confirmedOn }))
  return [...sights, ...listed].flatMap(({ ip, fact, on }) => {
    const block = blockOf(ip)
    const found = block ? table.find(block) : []
    return found.map((zone): InZone => ({ zone, by: 'address', fact, ...(on && { on }) }))
  })
}

function byPort(place: Whereabouts | undefined, byVlan: ReadonlyMap<string, readonly ZoneId[]>): readonly InZone[] {
  return (place?.ports ?? []).flatMap(({ by, vlan, claim, on }) => {
    const zones = by === 'mac-table' && vlan !== undefined ? (byVlan.get(vlan) ?? []) : []
    return zones.map((zone): InZone => ({ zone, by: 'vlan', fact: { slice: 'claims', id: claim, field: 'link' }, ...(on && { on }) }))
  })
}
