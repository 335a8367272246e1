import type { NetworkView } from '@mimamori/contract'
import { checkNetwork, minimumCut, type NetworkCheck, type NetworkEdge } from '@mimamori/domain'
import { createContext, useContext, useMemo } from 'react'
import { useWords, type Words } from '../../text/words.tsx'
import { wholeEdges } from './lit.ts'

export type Way = NetworkView['paths'][number]

/** The network as the screens look at it: the view, its links whole, what can reach what, and the name of everything. */
export interface Seen {
  readonly view: NetworkView
  readonly edges: readonly NetworkEdge[]
  readonly edgeOf: (id: string) => NetworkEdge | undefined
  readonly check: NetworkCheck
  /** The fewest links whose removal closes the way. */
  readonly cutOf: (way: Way) => readonly NetworkEdge[]
  readonly nameOf: (id: string) => string
}

/** Nothing at all is known that could be drawn. */
export function isEmpty({ nodes, counts }: NetworkView): boolean {
  return nodes.length === 0 && counts.devices === 0
}

export const SeenContext = createContext<Seen | undefined>(undefined)

export function useSeen(): Seen {
  const seen = useContext(SeenContext)
  if (!seen) throw new Error('useSeen is used outside the network')
  return seen
}

/** Worked out once for each view that comes. */
export function useMakeSeen(view: NetworkView): Seen {
  const { say } = useWords()
  return useMemo(() => makeSeen(view, say), [view, say])
}

export function makeSeen(view: NetworkView, say: Words['say']): Seen {
  const edges = wholeEdges(view.edges)
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const cuts = new Map<string, readonly NetworkEdge[]>()
  return {
    view,
    edges,
    edgeOf: (id) => byId.get(id),
    check: checkNetwork(view.nodes, edges, { pairs: view.pairs, gates: view.gates }),
    cutOf: ({ id, start, target }) => {
      const known = cuts.get(id) ?? minimumCut({ nodes: view.nodes, edges }, { from: start, to: target })
      cuts.set(id, known)
      return known
    },
    nameOf: (id) => (view.names[id] ? say(view.names[id]) : id),
  }
}
