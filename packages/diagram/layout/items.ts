import { compareRanked } from '../model/order.ts'
import type { MapBox, MapModel, MapZone } from '../model/types.ts'
import { boxHeight, columnsFor, heightOfZone, type Measures, widthOfZone } from './sizes.ts'
import type { PlacedMap } from './types.ts'

/** A zone with its boxes in order, and the size that it needs. */
export interface ZoneItem {
  readonly zone: MapZone
  readonly boxes: readonly MapBox[]
  readonly columns: number
  readonly w: number
  readonly h: number
}

/** An entrance with the outside points that lead to it; either may be absent. */
export interface EntranceGroup {
  readonly entrance?: MapBox
  readonly outside: readonly MapBox[]
}

export interface Items {
  readonly groups: readonly EntranceGroup[]
  /** By number of lines, most first. */
  readonly core: readonly MapBox[]
  readonly zones: readonly ZoneItem[]
  /** Ends of lines at the other side, by id. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>
}

export function itemsOf(model: MapModel, previous: PlacedMap | undefined, measures: Measures): Items {
  const neighbours = neighboursOf(model)
  const inZone = Map.groupBy(model.boxes, (box) => box.zone)
  const free = inZone.get(undefined) ?? []
  const core = free.filter((box) => !isOutside(box) && !isEntrance(box))
  const degree = (box: MapBox) => neighbours.get(box.id)?.length ?? 0
  const known = columnsBefore(model, previous)
  return {
    groups: groupsOf(free.filter(isOutside), free.filter(isEntrance), neighbours),
    core: core.toSorted((a, b) => degree(b) - degree(a) || compareRanked(a, b)),
    zones: model.zones.map((zone) => itemOfZone(zone, inZone.get(zone.id) ?? [], { before: known.get(zone.id), measures })),
    neighbours,
  }
}

export function isOutside(box: MapBox): boolean {
  return box.role === 'outside'
}

export function isEntrance(box: MapBox): boolean {
  return box.entrance === true
}

/** Width of a box outside the zones: one with many lines is wider, so that each has its own place. */
export function widthOfFree(lines: number, { boxWidth }: Measures): number {
  return lines > 16 ? boxWidth + 32 : boxWidth
}

export const freeHeight = boxHeight

interface Columns {
  readonly before: number | undefined
  readonly measures: Measures
}

function itemOfZone(zone: MapZone, boxes: readonly MapBox[], { before, measures }: Columns): ZoneItem {
  const columns = before ?? columnsFor(boxes.length, measures)
  return {
    zone,
    boxes: boxes.toSorted(compareRanked),
    columns,
    w: widthOfZone(columns, measures),
    h: heightOfZone(Math.ceil(boxes.length / columns), measures),
  }
}

/** The columns that zones had; one that was unfolded or folded since is laid out anew. */
function columnsBefore({ boxes }: MapModel, previous: PlacedMap | undefined): ReadonlyMap<string, number> {
  const now = Map.groupBy(boxes, (box) => box.zone)
  const then = Map.groupBy(previous?.boxes ?? [], (box) => box.zone)
  return new Map(
    (previous?.zones ?? []).flatMap(({ id, columns }) => {
      const [count, before] = [now.get(id)?.length ?? 0, then.get(id)?.length ?? 0]
      return Math.abs(count - before) <= Math.max(4, before / 2) ? [[id, columns] as const] : []
    }),
  )
}

function neighboursOf({ edges }: MapModel): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of edges) {
    found.set(from, [...(found.get(from) ?? []), to])
    found.set(to, [...(found.get(to) ?? []), from])
  }
  return found
}

/** Each outside point stands above the first entrance to which it leads. */
function groupsOf(
  outside: readonly MapBox[],
  entrances: readonly MapBox[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly EntranceGroup[] {
  const sorted = entrances.toSorted(compareRanked)
  const above = Map.groupBy(outside.toSorted(compareRanked), (box) => {
    const ends = new Set(neighbours.get(box.id) ?? [])
    return sorted.find((one) => ends.has(one.id))?.id
  })
  const groups: EntranceGroup[] = sorted.map((entrance) => ({ entrance, outside: above.get(entrance.id) ?? [] }))
  const alone: EntranceGroup[] = (above.get(undefined) ?? []).map((box) => ({ outside: [box] }))
  const first = ({ outside: [box], entrance }: EntranceGroup) => box ?? entrance
  return [...groups, ...alone].toSorted((a, b) => {
    const [one, other] = [first(a), first(b)]
    return one === undefined || other === undefined ? 0 : compareRanked(one, other)
  })
}
