import type { Asset } from '../assets/index.ts'
import type { ZoneId } from '../ids.ts'
import { keptBy, keptEach } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { type InZone, statedOrAddressed, zonesByAddress } from './told-zones.ts'
import type { AssetZones, Whereabouts, Zone } from './types.ts'

type Told = Pick<World, 'zones' | 'whereabouts' | 'hubPorts'>

/** In which zones each device stands, and how that is known. */
export const assetZones = defineDerivation({
  name: 'assetZones',
  reads: ['assets', 'zones', 'whereabouts', 'hubPorts'],
  each: 'assets',
  derive: (told, asset) => zonesOf(asset, told),
})

/** The same without the kernel. */
export function assetZonesOf({ assets, ...told }: Told & Pick<World, 'assets'>): readonly AssetZones[] {
  return assets.flatMap((asset) => zonesOf(asset, told))
}

/**
 * What a person has said counts alone. Else the zones of its addresses, the longest block first, and those of the VLAN of the
 * port on which it was seen; a port behind which a hub hangs tells nothing of the devices on the hub.
 */
function zonesOf(asset: Asset, { zones, whereabouts, hubPorts }: Told): readonly AssetZones[] {
  const place = byId(whereabouts, asset.id)
  const isOnHub = membersOf(hubPorts).has(asset.id)
  return kept(asset, [zones, place, isOnHub], () => {
    const told = statedOrAddressed(asset, { zones, whereabouts }, zonesByAddress(zones))
    const isTold = told.some(({ by }) => by === 'stated') || isOnHub
    const found = single(settled(isTold ? told : [...told, ...byPort(place, zonesByVlan(zones))]))
    return found.length > 0 ? [{ id: asset.id, zones: found }] : []
  })
}

const membersOf = keptBy(
  (hubPorts: World['hubPorts']): ReadonlySet<string> => new Set(hubPorts.flatMap(({ members }) => members.map(({ asset }) => asset))),
)

const kept = keptEach<Asset, readonly AssetZones[]>()

/** Where several zones share an address and something else names one of them, that one counts alone. */
function settled(zones: readonly InZone[]): readonly InZone[] {
  const sure = new Set(zones.flatMap(({ zone, shared }) => (shared ? [] : [zone])))
  return zones.some(({ zone, shared }) => shared && sure.has(zone)) ? zones.filter(({ shared }) => !shared) : zones
}

/** Each zone once, by what was told first. */
function single(zones: readonly InZone[]): readonly InZone[] {
  if (zones.length < 2) return zones
  return zones.filter(({ zone }, at) => zones.findIndex((one) => one.zone === zone) === at)
}

const zonesByVlan = keptBy((zones: readonly Zone[]): ReadonlyMap<string, readonly ZoneId[]> => {
  const byVlan = new Map<string, ZoneId[]>()
  for (const zone of zones)
    for (const vlan of zone.vlans ?? []) {
      const same = byVlan.get(vlan)
      if (same) same.push(zone.id)
      else byVlan.set(vlan, [zone.id])
    }
  return byVlan
})

function byPort(place: Whereabouts | undefined, byVlan: ReadonlyMap<string, readonly ZoneId[]>): readonly InZone[] {
  return (place?.ports ?? []).flatMap(({ by, vlan, claim, on }) => {
    const zones = by === 'mac-table' && vlan !== undefined ? (byVlan.get(vlan) ?? []) : []
    const shared = zones.length > 1 && { shared: true as const }
    return zones.map(
      (zone): InZone => ({ zone, by: 'vlan', fact: { slice: 'claims', id: claim, field: 'link' }, ...shared, ...(on && { on }) }),
    )
  })
}
