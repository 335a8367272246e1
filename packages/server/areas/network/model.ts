import type { NetworkModelView } from '@mimamori/contract'
import { mapInputOf, mapModel } from '@mimamori/diagram'
import type { Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { KeptDrawings } from '../kept-drawings.ts'

export interface Drawing {
  readonly lang: Lang
  /** Ids of stacks and zones, one a line. */
  readonly unfolded?: string | undefined
}

type Model = NetworkModelView['model']

const models = new KeptDrawings<Model>()

/** What is drawn of the network; the way that is lit and the places are for whoever draws it. Made once for all who look at it. */
export function modelOf({ analysis: { world } }: Pick<Kept, 'analysis'>, { lang, unfolded = '' }: Drawing): Model {
  const input = mapInputOf(world, lang)
  return models.get(world, [unfolded, ...Object.values(input)], () => {
    const ids = unfolded.split('\n').filter((id) => id !== '')
    const { boxes, zones, edges, ...rest } = mapModel({ ...input, unfolded: ids })
    return { ...rest, boxes: [...boxes], zones: [...zones], edges: [...edges], hops: [] }
  })
}
