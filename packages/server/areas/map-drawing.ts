import { drawSvg, layoutMap, mapInputOf, mapModel, type PlacedMap } from '@mimamori/diagram'
import type { ForbiddenPath, Lang } from '@mimamori/domain'
import type { MapDrawing } from '@mimamori/papers'
import type { Kept } from './kept.ts'

type Now = Pick<Kept, 'analysis'>

/** The map with everything where a person has put it; with a way lit, and the link to cut. */
export function placedMap(
  { analysis: { world } }: Now,
  lang: Lang,
  lit: { readonly path?: ForbiddenPath; readonly cut?: string } = {},
): PlacedMap {
  return layoutMap(mapModel({ ...mapInputOf(world, lang), ...lit }), { places: world.mapPlaces })
}

/** The map as papers show it, with its age and what is not known of it. */
export function mapDrawing({ analysis: { world } }: Now, map: PlacedMap): MapDrawing {
  const confirmedOn = [...world.networkNodes, ...world.networkEdges]
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1)
  return {
    svg: drawSvg(map, { theme: 'print' }),
    alt: map.about,
    unknowns: world.networkQuestions.length,
    ...(confirmedOn !== undefined && { confirmedOn }),
  }
}

/** The map for the pack; none where nobody has named a zone yet. */
export function mapForPack(now: Now, lang: Lang): { readonly map?: MapDrawing } {
  return now.analysis.world.zones.length === 0 ? {} : { map: mapDrawing(now, placedMap(now, lang)) }
}
