import type { NetworkModelView } from '@mimamori/contract'
import { mapInputOf, mapModel } from '@mimamori/diagram'
import type { Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

export interface Drawing {
  readonly lang: Lang
  /** Ids of stacks and zones, one a line. */
  readonly unfolded?: string | undefined
}

/** What is drawn of the network; the way that is lit and the places are for whoever draws it. */
export function modelOf(now: Pick<Kept, 'analysis'>, { lang, unfolded = '' }: Drawing): NetworkModelView['model'] {
  const ids = unfolded.split('\n').filter((id) => id !== '')
  const { boxes, zones, edges, ...rest } = mapModel({ ...mapInputOf(now.analysis.world, lang), unfolded: ids })
  return { ...rest, boxes: [...boxes], zones: [...zones], edges: [...edges], hops: [] }
}
