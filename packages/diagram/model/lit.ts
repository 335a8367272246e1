import { edgeId, endsOf, isWithin, linesOf } from './edges.ts'
import type { MapFacts } from './facts.ts'
import type { Shown } from './shown.ts'
import type { LitHop, MapEdge } from './types.ts'

/** The lit way, hop by hop, as it is to be seen on the map; a hop within one stack has no line of its own. */
export function hopsOf(facts: MapFacts, shown: Shown, edges: readonly MapEdge[]): readonly LitHop[] {
  const { path, cut, edges: all } = facts.input
  if (path === undefined) return []
  const byId = new Map(all.map((edge) => [edge.id, edge]))
  const drawn = new Set(edges.map((edge) => edge.id))
  let node = path.start
  return path.hops.flatMap(({ edge, to }, at): readonly LitHop[] => {
    const network = byId.get(edge)
    const ends = network && endsOf(network, facts, shown)
    const isBack = network?.to === node
    node = to
    if (network === undefined || ends === undefined) return []
    const [from, target] = isBack ? [ends[1], ends[0]] : ends
    const mark = { number: at + 1, ...(edge === cut && { cut: true as const }) }
    if (isWithin(from, target, shown)) return [{ ...mark, from, to: target }]
    const lines = linesOf(network, facts, shown)
    const forward = (isBack ? lines.toReversed() : lines).map((line) => (isBack ? { from: line.to, to: line.from } : line))
    return forward.flatMap((line) => {
      const id = edgeId(line.from, line.to)
      return drawn.has(id) ? [{ ...mark, from: line.from, to: line.to, edge: id }] : []
    })
  })
}
