import type { AssetId, ServiceId, SystemId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import type { NetworkCheck } from './check.ts'
import { pass, passOf } from './graph.ts'
import type { Reach } from './types.ts'
import { type Limit, mostOf, walk } from './walk.ts'

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

interface Beginning {
  readonly n: number
  readonly hops: number
}

/** Where a walk begins for a node: at itself; for a leaf and for a device that is not on the map, one link further in. */
function beginningsOf(
  { graph }: NetworkCheck,
  { assetZones }: Seen,
  { start, fallen, limit }: { readonly start: string; readonly fallen: boolean; readonly limit: Limit },
): readonly Beginning[] {
  const n = graph.at.get(start)
  if (n === undefined) {
    const zones = byId(assetZones, start)?.zones ?? []
    return zones.flatMap(({ zone }) => {
      const at = graph.at.get(zone)
      return at === undefined ? [] : [{ n: at, hops: 1 }]
    })
  }
  const on = graph.hangsOn[n] ?? -1
  if (on < 0) return [{ n, hops: 0 }]
  const edge = graph.edges[graph.hangsBy[n] ?? -1]
  const lets = edge ? passOf(edge.control, edge.from === start) : pass.never
  return fallen || lets <= mostOf(limit) ? [{ n: on, hops: 1 }] : []
}

function zonesFrom(
  check: NetworkCheck,
  seen: Seen,
  { start, fallen }: { readonly start: string; readonly fallen: boolean },
): Reach['zones'] {
  const { graph, ground } = check
  const nearest = new Map<string, Reach['zones'][number]>()
  for (const limit of ['sure', 'possible'] as const) {
    const found = new Map<string, Reach['zones'][number]>()
    for (const { n, hops } of beginningsOf(check, seen, { start, fallen, limit })) {
      const count = walk(graph, ground, n, { limit, fallen: fallen && hops === 0 })
      for (const met of ground.queue.subarray(0, count)) {
        const zone = graph.nodes[met]?.zone
        const all = hops + (ground.hops[met] ?? 0)
        if (zone === undefined || all === 0 || all >= (found.get(zone)?.hops ?? Number.POSITIVE_INFINITY)) continue
        found.set(zone, { zone, hops: all, ...(limit === 'possible' && { possible: true }) })
      }
    }
    for (const [zone, way] of found) if (!nearest.has(zone)) nearest.set(zone, way)
  }
  return [...nearest.values()].sort((a, b) => a.hops - b.hops || (a.zone < b.zone ? -1 : 1))
}
