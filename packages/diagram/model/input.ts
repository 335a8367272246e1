import type { Lang, World } from '@mimamori/domain'
import type { MapInput } from './types.ts'

/** Everything that the map of a facility is made of, from what was derived of it. */
export function mapInputOf(world: World, lang: Lang): MapInput {
  const { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, trustClasses, assetKinds, entrances, asOf } = world
  const records = { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, trustClasses, assetKinds, entrances }
  return { ...records, nodes: world.networkNodes, edges: world.networkEdges, asOf, lang }
}
