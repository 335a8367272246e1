import { drawSvg, layoutMap, mapInputOf, mapModel, type PlacedMap } from '@mimamori/diagram'
import type { ForbiddenPath, Lang } from '@mimamori/domain'
import type { MapDrawing } from '@mimamori/papers'
import type { Kept } from './kept.ts'
import { KeptDrawings } from './kept-drawings.ts'

type Now = Pick<Kept, 'analysis'>

/** NOTE: a large map takes long to lay out, and the server answers nobody meanwhile. */
const placed = new KeptDrawings<PlacedMap>()

/** The map with everything where a person has put it; with a way lit, and the link to cut. Laid out once for all who look at it. */
export function placedMap(
  { analysis: { world } }: Now,
  lang: Lang,
  lit: { readonly path?: ForbiddenPath; readonly cut?: string } = {},
): PlacedMap {
  const { mapPlaces } = world
  const input = { ...mapInputOf(world, lang), ...lit }
  return placed.get(world, [mapPlaces, lit.path, lit.cut, ...Object.values(mapInputOf(world, lang))], () =>
    layoutMap(mapModel(input), { places: mapPlaces }),
  )
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

const printed = new WeakMap<PlacedMap, MapDrawing>()

/** The map for the pack; none where nobody has named a zone yet. */
export function mapForPack(now: Now, lang: Lang): { readonly map?: MapDrawing } {
  const { zones, networkQuestions } = now.analysis.world
  if (zones.length === 0) return {}
  const placedNow = placedMap(now, lang)
  const before = printed.get(placedNow)
  if (before?.unknowns === networkQuestions.length) return { map: before }
  const map = mapDrawing(now, placedNow)
  printed.set(placedNow, map)
  return { map }
}
