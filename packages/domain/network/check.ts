import { type Graph, graphOf } from './graph.ts'
import { type PathsFrom, pathsFrom } from './paths.ts'
import type { ForbiddenPair, ForbiddenPath, NetworkEdge, NetworkNode, Reach } from './types.ts'
import { type Ground, groundOf, walk } from './walk.ts'

/** What can reach what, and what should not; kept with its numbers, so that one changed link is checked while somebody draws. */
export interface NetworkCheck {
  readonly graph: Graph
  readonly ground: Ground
  readonly pairs: readonly ForbiddenPair[]
  /** Devices from which walks begin beside zones and outsides. */
  readonly gates: ReadonlySet<string>
  /** Nodes at which the internet begins. */
  readonly leads: readonly number[]
  /** Nodes from which somebody can go out to it. */
  readonly online: Uint8Array
  /** Of each start what was found, by number of the node. */
  readonly found: ReadonlyMap<number, PathsFrom>
  readonly reach: readonly Reach[]
  readonly forbiddenPaths: readonly ForbiddenPath[]
}

/**
 * Holds nodes and links against the ways that must not be open. `gates`: devices that stand at an entrance. Measured on two cores:
 * `npm run bench`.
 */
export function checkNetwork(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  { pairs, gates }: { readonly pairs: readonly ForbiddenPair[]; readonly gates: readonly string[] },
): NetworkCheck {
  const sorted = nodes.every(({ id }, n) => n === 0 || (nodes[n - 1]?.id ?? '') < id)
    ? nodes
    : nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const set = new Set(gates)
  const graph = graphOf(sorted, edges, set)
  const ground = groundOf(sorted.length)
  const leads = leadsOf(graph)
  const online = onlineOf(graph, ground, leads)
  const from = (start: number) => ({ start, pairs, online, isGate: isGate(graph, set, start) })
  const found = new Map(startsOf(graph, set).map((start) => [start, pathsFrom(graph, ground, from(start))]))
  return finished({ graph, ground, pairs, gates: set, leads, online, found })
}

export function isGate({ nodes }: Graph, gates: ReadonlySet<string>, n: number): boolean {
  const node = nodes[n]
  return node?.kind === 'device' && gates.has(node.id)
}

function startsOf(graph: Graph, gates: ReadonlySet<string>): readonly number[] {
  return graph.nodes.flatMap((_, n) => (graph.isOutside[n] === 1 || graph.isZone[n] === 1 || isGate(graph, gates, n) ? [n] : []))
}

/** Where the internet begins: outsides of its kind, and devices that go to it by radio. */
function leadsOf({ nodes }: Graph): readonly number[] {
  return nodes.flatMap(({ trust, mobile }, n) => (trust === 'internet' || mobile === 'yes' ? [n] : []))
}

/** From where the internet can be gone to: past anything but a one-way link, since filters let out. */
export function onlineOf(graph: Graph, ground: Ground, leads: readonly number[]): Uint8Array {
  const online = new Uint8Array(graph.nodes.length)
  for (const lead of leads) {
    if (online[lead] === 1) continue
    const count = walk(graph, ground, lead, { limit: 'out', backwards: true })
    for (let at = 0; at < count; at++) online[ground.queue[at] ?? 0] = 1
  }
  return online
}

export function finished(check: Omit<NetworkCheck, 'reach' | 'forbiddenPaths'>): NetworkCheck {
  const all = [...check.found.values()]
  return {
    ...check,
    reach: all.map(({ reach }) => reach),
    forbiddenPaths: all.flatMap(({ paths }) => paths).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
