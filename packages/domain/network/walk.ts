import { arcSize, type Graph, pass } from './graph.ts'

/** How far a walk goes: past links without control, past those of which nobody knows, or out past everything but a one-way link. */
export type Limit = 'sure' | 'possible' | 'out'

const most: Readonly<Record<Limit, number>> = { sure: pass.free, possible: pass.unknown, out: pass.held }

/** The most that a link may hold back for a walk of this kind to pass it. */
export function mostOf(limit: Limit): number {
  return most[limit]
}

/** Nodes in the order in which they were met, the link and the node by which each was reached, and the number of links to it. */
export interface Walk {
  readonly order: Int32Array
  readonly by: Int32Array
  readonly from: Int32Array
  readonly hops: Int32Array
}

/** Room for walks through one graph, used again and again. */
export interface Ground {
  readonly seen: Int32Array
  readonly queue: Int32Array
  readonly by: Int32Array
  readonly from: Int32Array
  readonly hops: Int32Array
  round: number
}

export function groundOf(count: number): Ground {
  const room = () => new Int32Array(count)
  return { seen: room(), queue: room(), by: room(), from: room(), hops: room(), round: 0 }
}

/**
 * Everything that can be reached from a node, nearest first. Of several ways of one length the first in order of the ids of its
 * nodes counts. `backwards`: from where the node can be reached. `fallen`: who holds the node passes its own controls.
 */
export function walk(
  graph: Graph,
  ground: Ground,
  start: number,
  how: { readonly limit: Limit; readonly backwards?: boolean; readonly fallen?: boolean },
): number {
  const { arcs, isOutside } = graph
  const { seen, queue, by, from, hops } = ground
  const round = ++ground.round
  const side = how.backwards ? 3 : 2
  const [limit, first] = [most[how.limit], how.fallen ? pass.never : most[how.limit]]
  queue[0] = start
  seen[start] = round
  by[start] = from[start] = -1
  hops[start] = 0
  let [next, end] = [0, 1]
  while (next < end) {
    const node = queue[next++] ?? 0
    if (isOutside[node] === 1 && node !== start) continue
    const list = arcs[node] ?? []
    const most = node === start ? first : limit
    for (let arc = 0; arc < list.length; arc += arcSize) {
      const other = list[arc] ?? 0
      if (seen[other] === round || (list[arc + side] ?? 0) > most) continue
      if (isOutside[other] === 1 && !how.backwards && how.limit !== 'out') continue
      seen[other] = round
      by[other] = list[arc + 1] ?? -1
      from[other] = node
      hops[other] = (hops[node] ?? 0) + 1
      queue[end++] = other
    }
  }
  return end
}
