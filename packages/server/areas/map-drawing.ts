import { drawSvg, layoutMap, mapInputOf, mapModel, type PlacedMap } from '@mimamori/diagram'
import type { ForbiddenPath, Lang, World } from '@mimamori/domain'
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

/**
 * NOTE: kept as long as the links of the map are the same object: a pack is made after many a change that leaves the network alone, and
 * a large map takes long to lay out.
 */
const drawn = new WeakMap<World['networkEdges'], { readonly made: readonly unknown[]; readonly map: MapDrawing }>()

/** The map for the pack; none where nobody has named a zone yet. */
export function mapForPack(now: Now, lang: Lang): { readonly map?: MapDrawing } {
  const { world } = now.analysis
  if (world.zones.length === 0) return {}
  const made = [world.mapPlaces, ...Object.values(mapInputOf(world, lang))]
  const before = drawn.get(world.networkEdges)
  if (before && made.every((one, at) => one === before.made[at])) return { map: before.map }
  const map = mapDrawing(now, placedMap(now, lang))
  drawn.set(world.networkEdges, { made, map })
  return { map }
}
