import type { NetworkView } from '@mimamori/contract'
import { type Asset, byId, type SeenPort } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

type Stack = NetworkView['stacks'][number]

/** Stands for what is not known, as in other lists. */
export const unknownHere = '-'

/** Devices that a map of the network tells of: everything that stands on one and is in use. */
export function devicesOf(now: Kept): readonly Asset[] {
  const { assetKinds } = now.catalogue.reference
  return now.picture.slices.assets.filter(({ kind, use }) => use !== 'spare' && byId(assetKinds, kind)?.onNetwork !== false)
}

/** The zones in which a device stands; of one that stands in none the mark for it. */
export function zonesOf(now: Kept, asset: string): readonly string[] {
  const zones = byId(now.analysis.world.assetZones, asset)?.zones ?? []
  return zones.length > 0 ? zones.map(({ zone }) => zone) : [unknownHere]
}

/** The port of the switch on which a device was last seen. */
export function portOf(now: Kept, asset: string): SeenPort | undefined {
  return byId(now.analysis.world.whereabouts, asset)?.ports.find(({ by }) => by === 'mac-table')
}

/** The devices of each zone, counted; a device in several zones counts in each of them. */
export function stacksOf(now: Kept): Stack[] {
  const stacks = new Map<string, { count: number; kinds: Map<string, number>; switches: Map<string, number> }>()
  for (const { id, kind } of devicesOf(now))
    for (const zone of zonesOf(now, id)) {
      const stack = stacks.get(zone) ?? { count: 0, kinds: new Map(), switches: new Map() }
      stacks.set(zone, stack)
      stack.count++
      countIn(stack.kinds, kind ?? unknownHere)
      countIn(stack.switches, portOf(now, id)?.device ?? unknownHere)
    }
  return [...stacks].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([zone, stack]) => stackOf(zone, stack))
}

function stackOf(zone: string, of: { count: number; kinds: Map<string, number>; switches: Map<string, number> }): Stack {
  const kinds = mostFirst(of.kinds).map(([kind, count]) => ({ kind, count })) as Stack['kinds'] // kinds of devices, or the mark for none
  return { zone, count: of.count, kinds, switches: mostFirst(of.switches).map(([device, count]) => ({ device, count })) }
}

function countIn(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly [string, number][] {
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
}
