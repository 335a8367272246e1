import { isSameFact } from './edge-set.ts'
import type { Graph } from './graph.ts'
import type { ForbiddenPair, ForbiddenPath, NetworkFact, Reach } from './types.ts'
import { type Ground, type Limit, walk } from './walk.ts'

/** What can be reached from one start, and the ways from it that must not be open. */
export interface PathsFrom {
  readonly reach: Reach
  readonly paths: readonly ForbiddenPath[]
}

interface From {
  readonly start: number
  readonly pairs: readonly ForbiddenPair[]
  readonly online: Uint8Array
  /** A device at an entrance: who holds it passes its own controls, and no pair speaks of it. */
  readonly isGate: boolean
}

export function pathsFrom(graph: Graph, ground: Ground, from: From): PathsFrom {
  const { start, isGate } = from
  const node = graph.nodes[start]
  const told = isGate ? [] : pairsOf(graph, from)
  const zones = new Map<number, Reach['zones'][number]>()
  const paths: ForbiddenPath[] = []
  for (const limit of ['sure', 'possible'] as const) {
    const count = walk(graph, ground, start, { limit, fallen: isGate })
    for (let at = 1; at < count; at++) {
      const n = ground.queue[at] ?? 0
      if (graph.isZone[n] !== 1 || zones.has(n)) continue
      const zone = graph.nodes[n]
      if (zone?.zone === undefined) continue
      const hops = ground.hops[n] ?? 0
      zones.set(n, { zone: zone.zone, hops, ...(limit === 'possible' && { possible: true }) })
      if (node?.serves?.includes(zone.zone)) continue
      for (const pair of told)
        if (zone.trust !== undefined && pair.to.includes(zone.trust))
          paths.push(pathTo(graph, ground, { pair: pair.id, start, target: n, limit }))
    }
  }
  const nearest = [...zones.values()].sort((a, b) => a.hops - b.hops || (a.zone < b.zone ? -1 : 1))
  return { reach: { id: node?.id ?? '', zones: nearest }, paths }
}

function pairsOf({ nodes }: Graph, { start, pairs, online }: From): readonly ForbiddenPair[] {
  const { trust, carries } = nodes[start] ?? {}
  if (trust === undefined || (carries && (trust === 'partner' || trust === 'carrier'))) return []
  return pairs.filter(({ from, when }) => from.includes(trust) && (when !== 'internet-connected' || online[start] === 1))
}

/** The way of the last walk to a node. */
export function hopsTo(graph: Graph, ground: Ground, target: number): ForbiddenPath['hops'] {
  const hops: ForbiddenPath['hops'][number][] = []
  for (let n = target; (ground.from[n] ?? -1) >= 0; n = ground.from[n] ?? -1)
    hops.push({ edge: graph.edges[ground.by[n] ?? -1]?.id ?? '', to: graph.nodes[n]?.id ?? '' })
  return hops.reverse()
}

function pathTo(
  graph: Graph,
  ground: Ground,
  { pair, start, target, limit }: { pair: string; start: number; target: number; limit: Limit },
): ForbiddenPath {
  const [from, to] = [graph.nodes[start]?.id ?? '', graph.nodes[target]?.id ?? '']
  const facts: NetworkFact[] = []
  const links: number[] = []
  for (let n = target; (ground.from[n] ?? -1) >= 0; n = ground.from[n] ?? -1) links.push(ground.by[n] ?? -1)
  for (const e of links.reverse())
    for (const fact of graph.edges[e]?.facts ?? []) if (!facts.some((one) => isSameFact(one, fact))) facts.push(fact)
  const hops = hopsTo(graph, ground, target)
  return { id: `${pair}|${from}|${to}`, pair, start: from, target: to, ...(limit === 'possible' && { possible: true }), hops, facts }
}
