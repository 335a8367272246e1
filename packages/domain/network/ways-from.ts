import type { AssetId, ServiceId, SystemId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import type { NetworkCheck } from './check.ts'
import type { Reach } from './types.ts'
import { walk } from './walk.ts'

/** What is in reach of somebody at one point of the map, and what stops with it. */
export interface Blast {
  readonly start: string
  readonly zones: Reach['zones']
  /** Devices that stand in these zones, and the one at which it begins. */
  readonly assets: readonly AssetId[]
  /** Systems of which something that others need stands there: a server, a store, a medical device. */
  readonly systems: readonly SystemId[]
  /** Care that stops with these systems and devices. */
  readonly services: readonly ServiceId[]
}

type Asset = World['assets'][number]
type Seen = Pick<World, 'assets' | 'systems' | 'services' | 'assetZones'>

/** A system goes on without one of its terminals, and not without these. */
const carrying: ReadonlySet<Asset['kind']> = new Set([
  'server',
  'storage',
  'backup-device',
  'medical-device',
  'firewall',
  'router',
  'switch',
  'network-device',
])

/** True for a device without which its systems stop. */
export function carriesSystems({ kind }: Pick<Asset, 'kind'>): boolean {
  return carrying.has(kind)
}

/**
 * Everything that can be reached from a node of the map, or from the zones of a device that does not stand on it. `fallen`: somebody
 * holds the node itself, so that its own controls hold nobody.
 */
export function waysFrom(
  check: NetworkCheck,
  seen: Seen,
  { start, fallen = false }: { readonly start: string; readonly fallen?: boolean },
): Blast {
  const zones = zonesFrom(check, seen, { start, fallen })
  const reached = new Set<string>(zones.map(({ zone }) => zone))
  const at = seen.assets.filter(({ id }) => id === start || (byId(seen.assetZones, id)?.zones ?? []).some(({ zone }) => reached.has(zone)))
  const stopping = at.filter(carriesSystems)
  const systems = new Set(stopping.flatMap((asset) => asset.systems ?? []))
  const services = new Set([
    ...stopping.flatMap((asset) => asset.services ?? []),
    ...[...systems].flatMap((system) => byId(seen.systems, system)?.services ?? []),
  ])
  return { start, zones, assets: at.map(({ id }) => id), systems: [...systems].sort(), services: [...services].sort() }
}

function zonesFrom(
  { graph, ground }: NetworkCheck,
  { assetZones }: Seen,
  { start, fallen }: { readonly start: string; readonly fallen: boolean },
): Reach['zones'] {
  const n = graph.at.get(start)
  const found = new Map<string, Reach['zones'][number]>()
  const add = (from: number, hopsBefore: number, isFallen: boolean) => {
    for (const limit of ['sure', 'possible'] as const) {
      const count = walk(graph, ground, from, { limit, fallen: isFallen })
      for (let at = 0; at < count; at++) {
        const node = ground.queue[at] ?? 0
        const zone = graph.nodes[node]?.zone
        const hops = hopsBefore + (ground.hops[node] ?? 0)
        if (zone === undefined || node === n) continue
        const before = found.get(zone)
        if (before && (before.possible !== true || limit === 'possible') && before.hops <= hops) continue
        if (before && before.possible !== true && limit === 'possible') continue
        found.set(zone, { zone, hops, ...(limit === 'possible' && { possible: true }) })
      }
    }
  }
  const hung = n === undefined ? -1 : (graph.hangsOn[n] ?? -1)
  if (n !== undefined && hung < 0) add(n, 0, fallen)
  else if (n !== undefined && hung >= 0) add(hung, 1, false)
  else for (const { zone } of byId(assetZones, start)?.zones ?? []) add(graph.at.get(zone) ?? -1, 1, false)
  return [...found.values()].sort((a, b) => a.hops - b.hops || (a.zone < b.zone ? -1 : 1))
}
