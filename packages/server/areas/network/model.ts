import type { NetworkModelView } from '@mimamori/contract'
import { firstSight, mapInputOf, mapModel } from '@mimamori/diagram'
import { byId, type ForbiddenPath, type Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { KeptDrawings } from '../kept-drawings.ts'
import { cutOf } from './path.ts'

export interface Drawing {
  readonly lang: Lang
  /** Ids of stacks and zones, one a line. */
  readonly unfolded?: string | undefined
  readonly sight?: 'first' | 'whole' | undefined
  /** The way that is lit. */
  readonly path?: string | undefined
}

type Model = NetworkModelView['model']

const models = new KeptDrawings<Model>()

/** What is drawn of the network; the way that is lit and the places are for whoever draws it. Made once for all who look at it. */
export function modelOf(now: Pick<Kept, 'analysis'>, { lang, unfolded = '', sight = 'whole', path }: Drawing): Model {
  const { world } = now.analysis
  const input = mapInputOf(world, lang)
  // NOTE: by the way itself and not by what was asked for, so that ids of nothing make no drawings of their own.
  const lit = sight === 'first' ? byId(world.forbiddenPaths, path) : undefined
  return models.get(world, [unfolded, sight, lit, world.mapPlaces, ...Object.values(input)], () => {
    const ids = unfolded.split('\n').filter((id) => id !== '')
    const first = sight === 'first' && { budget: firstSight, alone: aloneFor(now, lit) }
    const { boxes, zones, edges, ...rest } = mapModel({ ...input, unfolded: ids, ...first })
    return { ...rest, boxes: [...boxes], zones: [...zones], edges: [...edges], hops: [] }
  })
}

/** What a person has put somewhere, and both ends of every link of the way and of what closes it. */
function aloneFor(now: Pick<Kept, 'analysis'>, path: ForbiddenPath | undefined): readonly string[] {
  const { world } = now.analysis
  const onWay = new Set(path ? [...path.hops.map(({ edge }) => edge), ...cutOf(now, path).map(({ id }) => id)] : [])
  const ends = world.networkEdges.flatMap(({ id, from, to }) => (onWay.has(id) ? [from, to] : []))
  const placed = world.mapPlaces.flatMap(({ asset, line }) => asset ?? line ?? [])
  return [...placed, ...(path ? [path.start] : []), ...ends]
}
