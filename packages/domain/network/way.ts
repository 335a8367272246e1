import type { NetworkCheck } from './check.ts'
import { hopsTo } from './paths.ts'
import type { ForbiddenPath, NetworkNode } from './types.ts'
import { type Limit, walk } from './walk.ts'

export type Way = Pick<ForbiddenPath, 'start' | 'target' | 'hops' | 'possible'>

/** The shortest way from a node to the first that is wanted, a sure one before a possible one. `out`: past controls that let out. */
export function wayTo(
  { graph, ground }: NetworkCheck,
  start: string,
  isWanted: (node: NetworkNode) => boolean,
  { fallen = false, limits = ['sure', 'possible'] }: { readonly fallen?: boolean; readonly limits?: readonly Limit[] } = {},
): Way | undefined {
  const n = graph.at.get(start)
  if (n === undefined) return undefined
  for (const limit of limits) {
    const count = walk(graph, ground, n, { limit, fallen })
    for (let at = 1; at < count; at++) {
      const met = ground.queue[at] ?? 0
      const node = graph.nodes[met]
      if (!node || !isWanted(node)) continue
      return { start, target: node.id, hops: hopsTo(graph, ground, met), ...(limit === 'possible' && { possible: true }) }
    }
  }
  return undefined
}
