import { finished, isGate, type NetworkCheck, onlineOf } from './check.ts'
import { arcSize, type Graph, passOf, sortedArcs } from './graph.ts'
import { pathsFrom } from './paths.ts'
import type { NetworkEdge } from './types.ts'
import { type Limit, walk } from './walk.ts'

/**
 * The check with one link more, as from scratch: walks are made again only from where the link lies on a shortest way. A link to
 * nothing and a cable that is no way change nothing. The devices at entrances stay those of the check: a new line is a new check.
 */
export function withLink(check: NetworkCheck, edge: NetworkEdge): NetworkCheck {
  const [a, b] = [check.graph.at.get(edge.from), check.graph.at.get(edge.to)]
  // NOTE: as a list of one; a record handed over by itself makes V8 go through all the others one by one.
  const edges = check.graph.edges.concat([edge])
  if (a === undefined || b === undefined || a === b || edge.trunk) return { ...check, graph: { ...check.graph, edges } }
  const graph = withArc({ ...check.graph, edges }, edge, a, b)
  return rechecked(check, graph, new Set(affected({ ...check, graph }, a, b)))
}

/** The check without this link. */
export function withoutLink(check: NetworkCheck, id: string): NetworkCheck {
  const { graph } = check
  const e = graph.edges.findIndex((edge) => edge.id === id)
  const edge = graph.edges[e]
  const [a, b] = [graph.at.get(edge?.from ?? ''), graph.at.get(edge?.to ?? '')]
  if (a === undefined || b === undefined) return check
  const starts = new Set(affected(check, a, b))
  const arcs = graph.arcs.slice()
  const hangsOn = graph.hangsOn.slice()
  for (const n of [a, b]) {
    arcs[n] = withoutArc(arcs[n] ?? new Int32Array(0), e)
    if (graph.hangsBy[n] === e) hangsOn[n] = -1
  }
  return rechecked(check, { ...graph, arcs, hangsOn }, starts)
}

function withoutArc(arcs: Int32Array, e: number): Int32Array {
  const at = arcs.findIndex((value, place) => place % arcSize === 1 && value === e) - 1
  if (at < 0) return arcs
  return Int32Array.from([...arcs.subarray(0, at), ...arcs.subarray(at + arcSize)])
}

function rechecked(check: NetworkCheck, graph: Graph, starts: ReadonlySet<number>): NetworkCheck {
  const { ground, pairs, gates } = check
  const online = onlineOf(graph, ground, check.leads)
  const found = new Map(check.found)
  for (const start of found.keys()) {
    if (!starts.has(start) && online[start] === check.online[start]) continue
    found.set(start, pathsFrom(graph, ground, { start, pairs, online, isGate: isGate(graph, gates, start) }))
  }
  return finished({ ...check, graph, online, found })
}

/** The graph with one arc more; what hung as a leaf and is now on a way becomes a node of it. */
function withArc(graph: Graph, { control }: NetworkEdge, a: number, b: number): Graph {
  const arcs = graph.arcs.slice()
  const hangsOn = graph.hangsOn.slice()
  const add = (n: number, ...arc: readonly number[]) => {
    arcs[n] = sortedArcs([...(arcs[n] ?? []), ...arc])
  }
  for (const end of [a, b])
    for (let leaf = end; (hangsOn[leaf] ?? -1) >= 0; ) {
      const [on, e] = [hangsOn[leaf] ?? 0, graph.hangsBy[leaf] ?? 0]
      const edge = graph.edges[e]
      const isForwards = graph.nodes[leaf]?.id === edge?.from
      const [out, back] = [passOf(edge?.control ?? 'none', isForwards), passOf(edge?.control ?? 'none', !isForwards)]
      add(leaf, on, e, out, back)
      add(on, leaf, e, back, out)
      hangsOn[leaf] = -1
      leaf = on
    }
  const e = graph.edges.length - 1
  add(a, b, e, passOf(control, true), passOf(control, false))
  add(b, a, e, passOf(control, false), passOf(control, true))
  return { ...graph, arcs, hangsOn }
}

/** Starts from which a shortest way may lead past the link between these two: it lies no nearer to one of its ends than to the other. */
function affected({ graph, ground, found, gates }: NetworkCheck, a: number, b: number): readonly number[] {
  const starts = new Set<number>()
  for (const limit of ['sure', 'possible'] as const) {
    const [toA, toB] = [distances(graph, ground, a, limit), distances(graph, ground, b, limit)]
    for (const start of found.keys()) {
      const of = (to: Distances) => (isGate(graph, gates, start) ? ofGate(graph, start, to) : to.get(start))
      if (of(toA) !== of(toB) || start === a || start === b) starts.add(start)
    }
  }
  return [...starts]
}

type Distances = ReadonlyMap<number, number>

/** Links from each node to this one, where it can be reached at all. */
function distances(graph: Graph, ground: NetworkCheck['ground'], to: number, limit: Limit): Distances {
  const count = walk(graph, ground, to, { limit, backwards: true })
  const hops = new Map<number, number>()
  for (let at = 0; at < count; at++) {
    const n = ground.queue[at] ?? 0
    hops.set(n, ground.hops[n] ?? 0)
  }
  return hops
}

/** The same from a device at an entrance, whose own controls hold nobody who has it. */
function ofGate({ arcs, isOutside }: Graph, gate: number, to: Distances): number | undefined {
  if (to.get(gate) === 0) return 0
  const list = arcs[gate] ?? new Int32Array(0)
  let nearest: number | undefined
  for (let arc = 0; arc < list.length; arc += arcSize) {
    const other = list[arc] ?? 0
    const hops = isOutside[other] === 1 ? undefined : to.get(other)
    if (hops !== undefined && (nearest === undefined || hops + 1 < nearest)) nearest = hops + 1
  }
  return nearest
}
