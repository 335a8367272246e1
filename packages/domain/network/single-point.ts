import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import type { NetworkCheck } from './check.ts'
import { checkOf } from './check-of.ts'
import { arcSize } from './graph.ts'
import { nodeFact } from './path-finding.ts'
import { wayTo } from './way.ts'

type Seen = Pick<World, 'assets' | 'assetZones' | 'systems' | 'networkNodes' | 'networkEdges' | 'forbiddenPairs'>

/** A device without which terminals no longer reach the servers of a system: with it stops the care that needs the system. */
export const singlePoint = defineRule({
  id: 'network/single-point',
  area: 'network',
  reads: ['assets', 'assetZones', 'systems', 'networkNodes', 'networkEdges', 'forbiddenPairs'],
  evaluate(seen) {
    const check = checkOf(seen)
    const systemsBy = new Map<string, Map<string, Between>>()
    const joins = joinsOf(seen)
    for (const system of seen.systems) {
      if ((system.services ?? []).length === 0) continue
      for (const between of joins.get(system.id) ?? [])
        for (const device of onlyWays(check, between)) {
          const systems = systemsBy.get(device) ?? new Map<string, Between>()
          systemsBy.set(device, systems.set(system.id, systems.get(system.id) ?? between))
        }
    }
    return [...systemsBy].map(([device, systems]) => draftOf(device, systems, seen))
  },
})

/** Two zones between which a system works: that of its terminals and that of its servers. */
interface Between {
  readonly terminals: string
  readonly servers: string
}

/** Of each system the zones of its terminals with those of its servers. */
function joinsOf({ assets, assetZones }: Seen): ReadonlyMap<string, readonly Between[]> {
  const zones = new Map<string, { readonly terminals: Set<string>; readonly servers: Set<string> }>()
  for (const { id, kind, systems } of assets) {
    const side = kind === 'server' ? 'servers' : kind === 'pc' || kind === 'tablet' ? 'terminals' : undefined
    if (!side) continue
    for (const system of systems ?? []) {
      const both = zones.get(system) ?? { terminals: new Set(), servers: new Set() }
      zones.set(system, both)
      for (const { zone } of byId(assetZones, id)?.zones ?? []) both[side].add(zone)
    }
  }
  const joins = ({ terminals, servers }: { readonly terminals: ReadonlySet<string>; readonly servers: ReadonlySet<string> }) =>
    [...terminals]
      .sort()
      .flatMap((one) => [...servers].sort().flatMap((other) => (one === other ? [] : [{ terminals: one, servers: other }])))
  return new Map([...zones].map(([system, both]) => [system, joins(both)]))
}

/** Devices past which no way leads: each lies on the shortest way, and without it there is none. */
function onlyWays(check: NetworkCheck, { terminals, servers }: Between): readonly string[] {
  const way = wayTo(check, terminals, ({ id }) => id === servers, { limits: ['out'] })
  const devices = (way?.hops ?? []).map(({ to }) => to).filter((id) => check.graph.nodes[check.graph.at.get(id) ?? -1]?.kind === 'device')
  return devices.filter((device) => !wayTo(without(check, device), terminals, ({ id }) => id === servers, { limits: ['out'] }))
}

function without(check: NetworkCheck, device: string): NetworkCheck {
  const gone = check.graph.at.get(device) ?? -1
  const neighbours = new Set<number>()
  const own = check.graph.arcs[gone] ?? new Int32Array(0)
  for (let arc = 0; arc < own.length; arc += arcSize) neighbours.add(own[arc] ?? -1)
  const arcs = check.graph.arcs.map((list, n) => {
    if (n === gone) return new Int32Array(0)
    return neighbours.has(n) ? Int32Array.from(lessArcsTo(list, gone)) : list
  })
  return { ...check, graph: { ...check.graph, arcs } }
}

function lessArcsTo(list: Int32Array, gone: number): readonly number[] {
  const kept: number[] = []
  for (let arc = 0; arc < list.length; arc += arcSize) if (list[arc] !== gone) kept.push(...list.subarray(arc, arc + arcSize))
  return kept
}

function draftOf(device: string, systems: ReadonlyMap<string, Between>, { networkNodes }: Seen): Draft {
  const because = [...systems].map(([system, { terminals, servers }]) => ({
    say: 'between',
    facts: [fact('systems', system, 'services'), nodeFact(terminals, { networkNodes }), nodeFact(servers, { networkNodes })],
  }))
  const services = { say: 'only', with: { count: systems.size }, facts: [fact('assets', device)] }
  return { subjects: [device], parties: ['facility'], because: [services, ...because] }
}
