import { defineDerivation } from '../rule.ts'
import { addCables, addHubs } from './cable-edges.ts'
import { EdgeSet, type Seen } from './edge-set.ts'
import { addLines, addRemotePaths, addVpns } from './outside-edges.ts'
import { addStated, endsOfLink } from './stated-links.ts'
import type { NetworkEdge } from './types.ts'
import { addZones } from './zone-edges.ts'

/** Every link of the map with all that tells of it. */
export const networkEdges = defineDerivation({
  name: 'networkEdges',
  reads: ['assets', 'zones', 'links', 'lines', 'vpns', 'remotePaths', 'systems', 'sources', 'whereabouts', 'hubPorts', 'assetZones'],
  derive: edgesOf,
})

export function edgesOf(seen: Seen): readonly NetworkEdge[] {
  const edges = new EdgeSet()
  const hubs = seen.hubPorts
  addLines(edges, seen)
  addVpns(edges, seen)
  addRemotePaths(edges, seen)
  addCables(edges, seen, hubs)
  addHubs(edges, hubs)
  const stated = seen.links.flatMap((link) => {
    const found = endsOfLink(link, seen)
    return found ? [found.from, found.to] : []
  })
  const ends = new Set([...edges.ends(), ...stated])
  addZones(edges, seen, { ends, hubs })
  addStated(edges, seen, hubs)
  return edges.all()
}
