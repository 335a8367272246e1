import type { NetworkModelView } from '@mimamori/contract'
import { type MapInput, mapModel } from '@mimamori/diagram'
import type { Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

export interface Drawing {
  readonly lang: Lang
  /** Ids of stacks and zones, one a line. */
  readonly unfolded?: string | undefined
}

/** What is drawn of the network; the way that is lit and the places are for whoever draws it. */
export function modelOf(now: Kept, { lang, unfolded = '' }: Drawing): NetworkModelView['model'] {
  const ids = unfolded.split('\n').filter((id) => id !== '')
  const { boxes, zones, edges, ...rest } = mapModel({ ...mapInputOf(now, lang), unfolded: ids })
  return { ...rest, boxes: [...boxes], zones: [...zones], edges: [...edges], hops: [] }
}

/** Everything of a facility that its map is made of. */
export function mapInputOf({ analysis: { world }, catalogue, asOf }: Pick<Kept, 'analysis' | 'catalogue' | 'asOf'>, lang: Lang): MapInput {
  const { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, trustClasses, entrances } = world
  const records = { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, trustClasses, entrances }
  return { ...records, nodes: world.networkNodes, edges: world.networkEdges, assetKinds: catalogue.reference.assetKinds, asOf, lang }
}
