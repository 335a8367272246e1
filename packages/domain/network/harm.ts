import type { NetworkEdge, NetworkNode } from './types.ts'

/** What is lost with a link, least first; our own judgement. */
export const harms = {
  /** A device on a hub that belongs elsewhere. */
  strayOnHub: 1,
  hub: 2,
  unlisted: 3,
  guest: 4,
  wireless: 5,
  /** A way of maintenance from outside. */
  outside: 6,
  other: 7,
} as const

/** How much it harms to take a link away; made for one map. */
export function harmOf({
  nodes,
  edges,
}: {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}): (edge: NetworkEdge) => number {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const kindOf = (id: string) => byId.get(id)?.kind
  const inZone = new Set(edges.flatMap(({ from, to }) => (kindOf(from) === 'zone' ? [to] : kindOf(to) === 'zone' ? [from] : [])))
  return ({ from, to, layer }) => {
    const ends = [byId.get(from), byId.get(to)]
    const isEnd = (is: (node: NetworkNode) => boolean) => ends.some((node) => node !== undefined && is(node))
    if (isEnd(({ kind }) => kind === 'hub')) {
      const isStray = isEnd(({ kind, id }) => kind === 'device' && inZone.has(id))
      return isStray ? harms.strayOnHub : harms.hub
    }
    if (isEnd(({ unlisted }) => unlisted === 'yes')) return harms.unlisted
    if (isEnd(({ trust }) => trust === 'guest')) return harms.guest
    if (layer === 'wireless') return harms.wireless
    return isEnd(({ kind }) => kind === 'outside') ? harms.outside : harms.other
  }
}
