import { having, inStep } from '../picture.ts'
import { dayOf, type EdgeSet, type Seen } from './edge-set.ts'
import { isEquipment } from './equipment.ts'
import { standsInSeveral } from './told-zones.ts'
import type { AssetZones, HubPort, LinkControl, LinkEvidence, LinkLayer } from './types.ts'

type Asset = Seen['assets'][number]

/** Devices that stand on the map to the zones in which they are. `ends`: those that stand there for another link. */
export function addZones(edges: EdgeSet, seen: Seen, { ends, hubs }: { ends: ReadonlySet<string>; hubs: readonly HubPort[] }): void {
  const onHub = zonesOfHubs(hubs)
  const assetOf = inStep(seen.assets)
  for (const { id, zones } of seen.assetZones) {
    const asset = assetOf(id)
    if (!asset || !(isEquipment(asset) || standsInSeveral(zones) || ends.has(id))) continue
    const through = onHub.get(id)
    for (const in_ of zones) if (!through?.has(in_.zone)) addZone(edges, seen, { asset, in_, joins: joinedBy(asset, zones, seen) })
  }
}

/** The zones that a device on a hub has from its port: it is in them through the hub. */
function zonesOfHubs(hubs: readonly HubPort[]): ReadonlyMap<string, ReadonlySet<string>> {
  const zones = new Map<string, Set<string>>()
  for (const hub of hubs) for (const { asset } of hub.members) zones.set(asset, new Set([...(zones.get(asset) ?? []), ...hub.zones]))
  return zones
}

/** How many zones a device joins: those in which it stands, and those to which somebody has stated a link. */
function joinedBy({ id }: Asset, zones: AssetZones['zones'], { links }: Seen): number {
  const stated = [
    ...having(links, 'fromAsset', id).map(({ toZone, cutOn }) => (cutOn === undefined ? toZone : undefined)),
    ...having(links, 'toAsset', id).map(({ fromZone, cutOn }) => (cutOn === undefined ? fromZone : undefined)),
  ]
  return new Set([...zones.map(({ zone }) => zone), ...stated.filter((zone) => zone !== undefined)]).size
}

const evidence: Readonly<Record<AssetZones['zones'][number]['by'], LinkEvidence>> = {
  stated: 'zone',
  address: 'address',
  vlan: 'mac-table',
}

function addZone(edges: EdgeSet, seen: Seen, of: { asset: Asset; in_: AssetZones['zones'][number]; joins: number }): void {
  const { asset, in_, joins } = of
  const usual = joins > 1 ? ofJoining(asset) : { control: 'none' as const, layer: layerOf(asset) }
  const { layer } = usual
  const control = in_.shared && usual.control === 'none' ? 'unknown' : usual.control
  const facts = [in_.fact, { slice: 'zones' as const, id: in_.zone }]
  const on = in_.on ?? dayOf(asset, seen)
  edges.add({ from: asset.id, to: in_.zone, layer, control, assumed: joins > 1 || in_.shared === true, by: evidence[in_.by], facts, on })
}

/** A device that stands in several zones: what it usually holds back. A computer in two zones lets pass whoever is on it. */
function ofJoining(asset: Asset): { readonly control: LinkControl; readonly layer: LinkLayer } {
  if (asset.kind === 'firewall') return { control: 'filter', layer: 'l3' }
  if (asset.kind === 'router' || asset.kind === 'switch' || asset.kind === 'network-device') return { control: 'unknown', layer: 'l3' }
  return { control: 'none', layer: layerOf(asset) }
}

function layerOf({ kind }: Asset): LinkLayer {
  return kind === 'access-point' ? 'wireless' : 'l2'
}
