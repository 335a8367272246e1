import type { NetworkModelView } from '@mimamori/contract'
import { mapModel } from '@mimamori/diagram'
import type { Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

export interface Drawing {
  readonly lang: Lang
  /** Ids of stacks and zones, one a line. */
  readonly unfolded?: string | undefined
}

/** What is drawn of the network; the way that is lit and the places are for whoever draws it. */
export function modelOf({ analysis: { world }, catalogue, asOf }: Kept, { lang, unfolded }: Drawing): NetworkModelView['model'] {
  const { zones, assets, lines, vpns, remotePaths, assetZones, lastSeen, trustClasses, entrances } = world
  const {
    boxes,
    zones: drawn,
    edges,
    ...rest
  } = mapModel({
    nodes: world.networkNodes,
    edges: world.networkEdges,
    entrances,
    zones,
    assets,
    lines,
    vpns,
    remotePaths,
    assetZones,
    lastSeen,
    trustClasses,
    assetKinds: catalogue.reference.assetKinds,
    asOf,
    lang,
    unfolded: (unfolded ?? '').split('\n').filter((id) => id !== ''),
  })
  return { ...rest, boxes: [...boxes], zones: [...drawn], edges: [...edges], hops: [] }
}
