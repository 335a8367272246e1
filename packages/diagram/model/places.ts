import type { Asset, AssetKind, NetworkNode } from '@mimamori/domain'
import type { MapFacts } from './facts.ts'
import { stemOf } from './names.ts'

/** Id of the zone of devices of which nobody has said where they stand. */
export const noZone = 'zone:none'

/** A device on its way to a box: in one stack with its like, or alone. */
export interface Stackable {
  readonly asset: Asset
  /** Its name without a number. */
  readonly stem?: string
  /** The switch or hub behind which it hangs. */
  readonly behind?: string
}

export interface ZoneContent {
  readonly stackable: Stackable[]
  /** Devices and hubs that the graph needs as points of their own. */
  readonly own: NetworkNode[]
}

/** Where everything stands, before anything is folded. */
export interface Placement {
  readonly outside: readonly NetworkNode[]
  readonly entrances: readonly NetworkNode[]
  readonly core: readonly NetworkNode[]
  /** By zone; of every zone inside, and of `noZone` where it is needed. */
  readonly zones: ReadonlyMap<string, ZoneContent>
  /** The box or zone of the outside in which a device stands. */
  readonly outsideOf: ReadonlyMap<string, string>
}

const gear: ReadonlySet<AssetKind> = new Set(['switch', 'router', 'firewall', 'mobile-router'])

export function placementOf(facts: MapFacts): Placement {
  const zones = new Map<string, ZoneContent>()
  for (const zone of facts.zones.values()) if (facts.tierOf(zone.trust) > 0) zones.set(zone.id, { stackable: [], own: [] })
  const placed = { outside: [] as NetworkNode[], entrances: [] as NetworkNode[], core: [] as NetworkNode[] } // empty lists have no type
  const outsideOf = new Map<string, string>()
  for (const node of facts.nodes.values()) {
    if (node.kind === 'outside') placed.outside.push(node)
    else if (node.kind === 'zone' && !zones.has(node.id)) placed.outside.push(node)
    else if (node.kind === 'hub') placeIn(zoneOfHub(facts, node), { node, zones, core: placed.core })
    else if (node.kind === 'device' && facts.entrancesAt.has(node.id)) placed.entrances.push(node)
  }
  for (const asset of facts.assets.values()) placeAsset(asset, { facts, zones, core: placed.core, outsideOf })
  for (const node of facts.nodes.values())
    if (node.kind === 'device' && !facts.assets.has(node.id) && !facts.entrancesAt.has(node.id)) placed.core.push(node)
  return { ...placed, zones, outsideOf }
}

interface Placing {
  readonly facts: MapFacts
  readonly zones: Map<string, ZoneContent>
  readonly core: NetworkNode[]
  readonly outsideOf: Map<string, string>
}

function placeAsset(asset: Asset, { facts, zones, core, outsideOf }: Placing): void {
  const node = facts.nodes.get(asset.id)
  if (facts.entrancesAt.has(asset.id) || (node === undefined && !isOnNetwork(asset, facts))) return
  const stands = facts.zonesOf(asset.id)
  const [only] = stands
  if (stands.length > 1) core.push(node ?? { id: asset.id, kind: 'device', asset: asset.id })
  else if (only !== undefined && !zones.has(only)) outsideOf.set(asset.id, only)
  else if (only === undefined && node !== undefined && asset.kind !== undefined && gear.has(asset.kind)) core.push(node)
  else {
    const content = contentOf(only ?? noZone, zones)
    const behind = behindOf(asset, facts)
    if (node !== undefined && behind === 'own') content.own.push(node)
    else content.stackable.push(stackableOf(asset, behind))
  }
}

function stackableOf(asset: Asset, behind: string | undefined): Stackable {
  const stem = asset.unlisted ? undefined : stemOf(asset.name)
  return { asset, ...(stem !== undefined && { stem }), ...(behind !== undefined && { behind }) }
}

function isOnNetwork(asset: Asset, { input }: MapFacts): boolean {
  if (asset.use === 'spare') return false
  if (asset.kind === undefined) return true
  return input.assetKinds.find((one) => one.id === asset.kind)?.onNetwork !== false
}

/** The one thing behind which a device hangs; `own` where the graph says more of it, so that it needs a box of its own. */
function behindOf(asset: Asset, facts: MapFacts): string | undefined {
  const others = (facts.neighbours.get(asset.id) ?? []).filter((one) => facts.nodes.get(one.other)?.kind !== 'zone')
  if (asset.kind !== undefined && gear.has(asset.kind)) return 'own'
  const ends = new Set(others.map((one) => one.other))
  const [end] = ends
  if (end === undefined) return undefined
  if (ends.size > 1) return 'own'
  const there = facts.nodes.get(end)
  if (there?.kind === 'outside') return 'own'
  return sharesZone(asset, there, facts) ? end : 'own'
}

/** What lies on the far side of a zone's edge without being part of the core is worth seeing. */
function sharesZone(asset: Asset, there: NetworkNode | undefined, facts: MapFacts): boolean {
  const own = facts.zonesOf(asset.id)[0]
  if (there === undefined) return true
  if (there.kind === 'hub') return zoneOfHub(facts, there) === own
  const theirs = there.asset === undefined ? [] : facts.zonesOf(there.asset)
  return theirs.length !== 1 || own === undefined || theirs[0] === own
}

/** The zone of what hangs behind a hub, where that is one; else that of the switch that saw it. */
function zoneOfHub(facts: MapFacts, { behind = [], asset }: NetworkNode): string | undefined {
  const ofBehind = new Set(behind.flatMap((id) => facts.zonesOf(id)))
  const found = ofBehind.size === 1 ? [...ofBehind] : asset === undefined ? [] : facts.zonesOf(asset)
  return found.length === 1 ? found[0] : undefined
}

function placeIn(zone: string | undefined, to: { node: NetworkNode; zones: Map<string, ZoneContent>; core: NetworkNode[] }): void {
  const content = zone === undefined ? undefined : to.zones.get(zone)
  if (content) content.own.push(to.node)
  else to.core.push(to.node)
}

function contentOf(zone: string, zones: Map<string, ZoneContent>): ZoneContent {
  const content = zones.get(zone) ?? { stackable: [], own: [] }
  zones.set(zone, content)
  return content
}
