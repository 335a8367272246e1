import type { MapPlace } from '@mimamori/domain'
import { compareTexts } from '../model/order.ts'
import type { MapModel } from '../model/types.ts'
import { type Arrangement, arrange } from './arrange.ts'
import { type Items, isEntrance, isOutside, itemsOf, widthOfFree, type ZoneItem } from './items.ts'
import { contains } from './rects.ts'
import { settle, type Wish } from './settle.ts'
import { boxHeight, heightOfZone, type Measures, margin, toGrid } from './sizes.ts'
import { type Slotted, slotBoxes, type ZoneGrid } from './slots.ts'
import type { PlacedMap, Point, Rect } from './types.ts'

export interface Placed {
  readonly boxes: ReadonlyMap<string, Slotted>
  readonly zones: ReadonlyMap<string, ZoneGrid>
}

export interface PlaceOptions {
  readonly places?: readonly MapPlace[]
  readonly previous?: PlacedMap
}

/** A place further out than this is a slip of the hand or of a file. */
const furthest = 8_000

/** Where every box and zone stands: what a person has put somewhere stays, then what stood somewhere before, then the rest. */
export function placeAll(model: MapModel, { places = [], previous }: PlaceOptions, measures: Measures): Placed {
  const items = itemsOf(model, previous, measures)
  const fixed = fixedPlaces(places)
  const isUnfolded = previous !== undefined && hasOtherBand(items, previous)
  const arrangement = arrange(items, measures, isUnfolded ? previous.width : undefined)
  const before = isUnfolded ? behindBand(previous, arrangement, fixed) : placesOf(previous)
  const wishes = wishesOf(items, { arrangement, fixed, before, measures })
  const free = settle(wishes, strayBoxes(items, { fixed, wishes, measures }))
  const slots = slotsOf(previous, items)
  const zones = new Map<string, ZoneGrid>()
  const boxes = new Map<string, Slotted>()
  for (const item of items.zones) {
    const rect = free.get(item.zone.id)
    if (rect) zones.set(item.zone.id, { ...rect, columns: item.columns })
  }
  for (const box of model.boxes) {
    const rect = box.zone === undefined ? free.get(box.id) : undefined
    if (rect) boxes.set(box.id, rect)
  }
  for (const item of items.zones) {
    const zone = zones.get(item.zone.id)
    if (zone) for (const [id, rect] of slotBoxes(item.boxes, zone, { slots, fixed, measures })) boxes.set(id, rect)
  }
  return { boxes, zones }
}

function placesOf(previous: PlacedMap | undefined): ReadonlyMap<string, Rect> {
  return new Map([...(previous?.zones ?? []), ...(previous?.boxes ?? [])].map((one) => [one.id, one]))
}

/** With more points come or gone than this, a stack of the outside was unfolded or folded, and its band is laid out anew. */
const fewAnew = 3

function hasOtherBand({ groups }: Items, { boxes }: PlacedMap): boolean {
  const now = groups.reduce((sum, { outside }) => sum + outside.length, 0)
  return Math.abs(now - boxes.filter(isOutside).length) > fewAnew
}

/** What stood behind the bands keeps its order and moves up or down with them. */
function behindBand({ boxes, zones }: PlacedMap, { inside }: Arrangement, fixed: ReadonlyMap<string, Point>): ReadonlyMap<string, Rect> {
  const core = boxes.filter((box) => box.zone === undefined && !isOutside(box) && !isEntrance(box))
  const behind = [...zones, ...core]
  const top = Math.min(...behind.flatMap((one) => (fixed.has(one.id) ? [] : [one.y])))
  const down = Number.isFinite(top) ? inside - top : 0
  return new Map(behind.map(({ id, x, y, w, h }) => [id, { x, y: y + down, w, h }]))
}

function fixedPlaces(places: readonly MapPlace[]): ReadonlyMap<string, Point> {
  const sorted = places.toSorted((a, b) => compareTexts(a.id, b.id))
  return new Map(
    sorted.flatMap(({ zone, asset, line, x, y }) => {
      const id = zone ?? asset ?? line
      return id !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [[id, { x: within(x), y: within(y) }]] : []
    }),
  )
}

function within(value: number): number {
  return toGrid(Math.min(furthest, Math.max(margin, value)))
}

interface Known {
  readonly arrangement: Arrangement
  readonly fixed: ReadonlyMap<string, Point>
  readonly before: ReadonlyMap<string, Rect>
  readonly measures: Measures
}

/** First what a person has put, then what stood there before, then what is new, each from outside to inside. */
function wishesOf(items: Items, { arrangement, fixed, before, measures }: Known): readonly Wish[] {
  const wishes = sizesOf(items, measures).map(({ id, w, h, item }): Wish & { readonly turn: number } => {
    const usual = arrangement.rects.get(id)
    const old = before.get(id)
    const put = fixed.get(id)
    const full =
      item === undefined ? h : Math.max(neededHeight(item, fixed, measures), (isKept(old, item) ? old?.h : undefined) ?? usual?.h ?? h)
    if (put) return { id, ...put, w, h: full, fixed: true, turn: 0 }
    const { x, y } = old ?? usual ?? { x: margin, y: margin }
    return { id, x, y, w, h: full, turn: old ? 1 : 2 }
  })
  return wishes.toSorted((a, b) => a.turn - b.turn || a.y - b.y || a.x - b.x || compareTexts(a.id, b.id))
}

/** Laid out anew, a zone has another width. */
function isKept(old: Rect | undefined, item: ZoneItem): boolean {
  return old?.w === item.w
}

interface Sized {
  readonly id: string
  readonly w: number
  readonly h: number
  readonly item?: ZoneItem
}

function sizesOf({ groups, core, zones, neighbours }: Items, measures: Measures): readonly Sized[] {
  const boxes = groups.flatMap(({ entrance, outside }) => [...outside, ...(entrance ? [entrance] : [])])
  return [
    ...boxes.map(({ id }) => ({ id, w: measures.boxWidth, h: boxHeight })),
    ...core.map(({ id }) => ({ id, w: widthOfFree(neighbours.get(id)?.length ?? 0, measures), h: boxHeight })),
    ...zones.map((item) => ({ id: item.zone.id, w: item.w, h: item.h, item })),
  ]
}

/** A box that a person has put somewhere in the grid may stand on four of its slots. */
function neededHeight({ boxes, columns }: ZoneItem, fixed: ReadonlyMap<string, Point>, measures: Measures): number {
  const put = boxes.filter((box) => fixed.has(box.id)).length
  return heightOfZone(Math.ceil((boxes.length + 3 * put) / columns), measures)
}

interface Straying {
  readonly fixed: ReadonlyMap<string, Point>
  readonly wishes: readonly Wish[]
  readonly measures: Measures
}

/** Boxes that a person has drawn out of their zone: the rest keeps clear of them. */
function strayBoxes({ zones }: Items, { fixed, wishes, measures }: Straying): readonly Rect[] {
  const rects = new Map(wishes.map((wish) => [wish.id, wish]))
  return zones.flatMap(({ zone, boxes }) =>
    boxes.flatMap((box) => {
      const at = fixed.get(box.id)
      const rect = at && { ...at, w: measures.boxWidth, h: measures.zoneBoxHeight }
      const own = rects.get(zone.id)
      return rect === undefined || (own !== undefined && contains(own, rect)) ? [] : [rect]
    }),
  )
}

function slotsOf(previous: PlacedMap | undefined, { zones }: Items): ReadonlyMap<string, number> {
  const columns = new Map(zones.map((item) => [item.zone.id, item.columns]))
  const same = new Set(previous?.zones.filter((zone) => columns.get(zone.id) === zone.columns).map((zone) => zone.id))
  return new Map(
    (previous?.boxes ?? []).flatMap((box) => (box.slot === undefined || !same.has(box.zone ?? '') ? [] : [[box.id, box.slot]])),
  )
}
