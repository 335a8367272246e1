import type { NetworkNode } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { type BandOptions, coreBoxes, entranceBoxes, hubBox, hubBoxes } from './bands.ts'
import type { MapFacts } from './facts.ts'
import { outsideBoxes } from './outside.ts'
import { noZone, type Placement, type ZoneContent } from './places.ts'
import { boxOfDevice, boxOfStack, type StackOptions, stacksOf } from './stacks.ts'
import type { MapBox, MapZone } from './types.ts'

/** How much is folded together, from nothing to all. */
export interface Folding extends BandOptions {
  readonly by: Exclude<StackOptions['by'], 'zone'>
  /** Zones whose devices are all in one stack. */
  readonly zones: ReadonlySet<string>
  /** Devices and hubs with a place in the graph go into the stacks too. */
  readonly own: boolean
  /** Zones of one class of trust are drawn as one. */
  readonly merged: boolean
}

export interface Composed {
  readonly boxes: readonly MapBox[]
  readonly zones: readonly MapZone[]
}

/** Boxes and zones at this folding; what a person has unfolded stays open whatever else folds. */
export function compose(placement: Placement, facts: MapFacts, folding: Folding): Composed {
  const zones = folding.merged ? mergedZones(placement, facts) : zonesOf(placement, facts, folding)
  const inside = zones.flatMap((zone) => boxesIn(zone, placement, facts, folding))
  const bands = [
    ...outsideBoxes(placement, facts, folding),
    ...entranceBoxes(placement, facts, folding),
    ...coreBoxes(placement, facts, folding),
  ]
  return { boxes: [...bands, ...inside], zones }
}

function zonesOf(placement: Placement, facts: MapFacts, folding: Folding): readonly MapZone[] {
  const { lang = 'ja' } = facts.input
  return [...placement.zones].map(([id, content]) => {
    const zone = facts.zones.get(id)
    const count = countIn(content)
    const trust = facts.trustName(zone?.trust)
    const title = zone?.name ?? say(lang, 'map.noZone')
    return {
      id,
      title,
      label: say(lang, 'map.label.zone', { name: title, trust: trust ?? say(lang, 'map.age.unknown'), count }),
      tier: facts.tierOf(zone?.trust),
      rank: facts.trustRank(zone?.trust),
      count,
      members: [id],
      ...(zone && { trust: zone.trust }),
      ...(folding.zones.has(id) && !isOpen(id, folding) && { folded: true as const }),
      ...(id === noZone && { unknown: true as const }),
    }
  })
}

function countIn({ stackable, own }: ZoneContent): number {
  return stackable.length + own.filter((node) => node.kind === 'device').length
}

/** Unfolding the stack of a folded zone opens the zone. */
function isOpen(zone: string, { unfolded }: Folding): boolean {
  return unfolded.has(zone) || unfolded.has(`stack:${zone}`)
}

function mergedZones(placement: Placement, facts: MapFacts): readonly MapZone[] {
  const { lang = 'ja' } = facts.input
  const byTrust = Map.groupBy(placement.zones.keys(), (id) => facts.zones.get(id)?.trust)
  return [...byTrust].map(([trust, ids]) => {
    const count = ids.reduce((sum, id) => sum + countIn(placement.zones.get(id) ?? { stackable: [], own: [] }), 0)
    const name = facts.trustName(trust) ?? say(lang, 'map.noZone')
    const title =
      ids.length === 1 ? (facts.zones.get(ids[0] ?? '')?.name ?? name) : say(lang, 'map.zones', { trust: name, count: ids.length })
    return {
      id: ids.length === 1 ? (ids[0] ?? noZone) : `zones:${trust ?? ''}`,
      title,
      label: say(lang, 'map.label.zone', { name: title, trust: name, count }),
      tier: facts.tierOf(trust),
      rank: facts.trustRank(trust),
      count,
      folded: true as const,
      members: ids.toSorted(),
      ...(trust !== undefined && { trust }),
    }
  })
}

function boxesIn(zone: MapZone, placement: Placement, facts: MapFacts, folding: Folding): readonly MapBox[] {
  const contents = zone.members.flatMap((id) => placement.zones.get(id) ?? [])
  const own = contents.flatMap((one) => one.own)
  const stackable = contents.flatMap((one) => one.stackable)
  const folds = (folding.own || folding.by === 'class') && !isOpen(zone.id, folding)
  const inStacks = (id: string) => folds && !facts.alone.has(id)
  const ownDevices = own.flatMap((node) => (inStacks(node.id) ? (facts.assets.get(node.id) ?? []) : []))
  const stacked = [...stackable.filter(({ asset }) => !facts.alone.has(asset.id)), ...ownDevices.map((asset) => ({ asset }))]
  const standing = stackable.flatMap(({ asset }) => (facts.alone.has(asset.id) ? [boxOfDevice(asset, facts, zone.id)] : []))
  const hubs = folding.own ? [] : own.filter((node) => node.kind === 'hub' && inStacks(node.id))
  const alone = [
    ...standing,
    ...own.flatMap((node) => (inStacks(node.id) ? [] : boxOfOwn(node, facts, zone.id))),
    ...hubBoxes(hubs, facts, { id: `stack:${zone.id}|hub`, unfolded: folding.unfolded, zone: zone.id }),
  ]
  if (!zone.folded || isOpen(zone.id, folding)) return [...stacksOf(zone.id, stacked, facts, folding), ...alone]
  if (stacked.length === 0) return alone
  const assets = stacked.map((one) => one.asset)
  return [boxOfStack(`stack:${zone.id}`, assets, facts, { zone: zone.id, ofZone: true }), ...alone]
}

function boxOfOwn(node: NetworkNode, facts: MapFacts, zone: string): readonly MapBox[] {
  if (node.kind === 'hub') return [hubBox(node, facts, zone)]
  const asset = facts.assets.get(node.id)
  return asset ? [boxOfDevice(asset, facts, zone)] : []
}
