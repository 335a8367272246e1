import { compareRanked } from '../model/order.ts'
import type { MapBox, MapEdge, MapModel, MapZone } from '../model/types.ts'
import { say } from '../text/index.ts'
import { bandsOf } from './bands.ts'
import { type Drawing, drawingOf, routeAll } from './lines.ts'
import { type Stretch, stretchesOf } from './lit.ts'
import { type Marks, marksOf } from './marks.ts'
import { type Placed, type PlaceOptions, placeAll } from './place.ts'
import { hasFaults } from './quality.ts'
import { aroundAll, contains, textIn } from './rects.ts'
import { boxHeight, firstMeasures, type Measures, margin, subSize, titleSize, unit, wholeMeasures, zoneTitleSize } from './sizes.ts'
import type { Slotted, ZoneGrid } from './slots.ts'
import { cutText, textWidth, wrapText } from './text-width.ts'
import type { MapBand, PlacedBox, PlacedMap, PlacedZone, Point, Rect } from './types.ts'

/** Room for text beside the edge of a box. */
const boxPadding = 10
/** At first sight, where the words stand in the middle. */
const leastPadding = 6
const closePadding = 8

/**
 * Where everything stands and how the lines run. What a person has placed stays there; with `previous`, so does whatever stood
 * somewhere before. The same model gives the same map.
 */
export function layoutMap(model: MapModel, options: PlaceOptions = {}): PlacedMap {
  if (!model.first) return layoutWith(wholeMeasures, model, options)
  // NOTE: a map keeps the room that it was given before, or every device that comes in would move all of it.
  const tries = firstMeasures.slice(options.previous?.room ?? 0)
  let map = layoutWith(tries[0] ?? wholeMeasures, model, options)
  for (const measures of tries.slice(1)) {
    if (!hasFaults(map) && hasAllNumbers(map, model)) break
    map = layoutWith(measures, model, options)
  }
  return map
}

/** Where a zone leaves no room for the way inside it, that step has no number. */
function hasAllNumbers({ marks }: PlacedMap, { hops }: MapModel): boolean {
  const numbers = new Set(hops.flatMap((hop) => (hop.from === hop.to ? [] : [hop.number])))
  return marks.filter(({ kind }) => kind === 'hop').length >= numbers.size
}

function layoutWith(measures: Measures, model: MapModel, options: PlaceOptions): PlacedMap {
  const placed = placeAll(model, options, measures)
  const bands = bandsOf(model, placed.boxes, { zones: [...placed.zones.values()], measures })
  const zones = model.zones.flatMap((zone) => placedZone(zone, placed.zones.get(zone.id)))
  const edges = [...model.edges, ...tethers(model, placed)]
  const page = pageOf([...placed.boxes.values(), ...placed.zones.values(), ...(measures.isClose ? [] : bands)])
  const titles = [...zones, ...bands].map((one) => one.titleRect)
  const drawing = drawingOf(model, placed, { ...page, titles })
  const lines = routeAll(edges, drawing)
  const stretches = stretchesOf(model, lines, drawing)
  const boxes = [...placed.boxes.values()]
  const around = {
    texts: [...boxes.map(textIn), ...titles],
    boxes,
    lines: [...lines.values(), ...zones.map(frameOf)],
    page,
    isClose: measures.isClose,
    lang: model.lang,
  }
  const marks = marksOf([...stretches, ...cutAway(model, lines)], around)
  const map = assemble(model, { placed, bands, zones, edges, lines, stretches, marks, page, drawing })
  return model.first ? { ...map, room: firstMeasures.indexOf(measures) } : map
}

interface Parts {
  readonly placed: Placed
  readonly bands: readonly MapBand[]
  readonly zones: readonly PlacedZone[]
  readonly edges: readonly MapEdge[]
  readonly lines: ReadonlyMap<string, readonly Point[]>
  readonly stretches: readonly Stretch[]
  readonly marks: Marks
  readonly page: { readonly width: number; readonly height: number }
  readonly drawing: Drawing
}

function assemble(model: MapModel, { placed, bands, zones, edges, lines, stretches, marks, page }: Parts): PlacedMap {
  const lit = new Set(model.hops.flatMap((hop) => [hop.from, hop.to]))
  const litEdges = new Set(model.hops.map((hop) => hop.edge))
  const mark = <T extends { readonly id: string }>(one: T) => (lit.has(one.id) ? { ...one, lit: true as const } : one)
  return {
    lang: model.lang,
    title: model.title,
    about: model.about,
    ...roomFor(marks, page),
    bands,
    zones: zones.map(mark),
    boxes: model.boxes.flatMap((box) => placedBox(box, placed.boxes.get(box.id), model.first === true)).map(mark),
    edges: edges.map((edge) => ({ ...edge, points: lines.get(edge.id) ?? [], ...(litEdges.has(edge.id) && { lit: true as const }) })),
    lit: stretches.flatMap(({ points }) => (points.length > 1 ? [points] : [])),
    ...marks,
  }
}

/** At first sight a long name takes both lines, and in a zone there is no second one for what a device is. */
function placedBox(box: MapBox, rect: Slotted | undefined, isFirst: boolean): readonly PlacedBox[] {
  if (rect === undefined) return []
  const count = box.count > 1 ? textWidth(say('ja', 'map.times', { count: box.count }), titleSize) + (isFirst ? unit / 2 : unit) : 0
  const padding = !isFirst ? boxPadding : count === 0 ? leastPadding : closePadding
  const room = rect.w - 2 * padding - count
  const hasSub = box.sub !== undefined && (!isFirst || (rect.h >= boxHeight && textWidth(box.title, titleSize) <= room))
  const lines = hasSub ? [cutText(box.title, titleSize, room)] : wrapText(box.title, titleSize, room)
  return [{ ...box, ...rect, lines, ...(hasSub && { subLine: cutText(box.sub ?? '', subSize, rect.w - 2 * padding) }) }]
}

function placedZone(zone: MapZone, rect: ZoneGrid | undefined): readonly PlacedZone[] {
  if (rect === undefined) return []
  const titleLine = cutText(zone.title, zoneTitleSize, rect.w - 2 * boxPadding - unit)
  const w = Math.ceil(textWidth(titleLine, zoneTitleSize))
  return [{ ...zone, ...rect, titleLine, titleRect: { x: rect.x + 12, y: rect.y + 10, w, h: 22 } }]
}

function frameOf({ x, y, w, h }: Rect): readonly Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
    { x, y },
  ]
}

/** Boxes that a person has drawn out of their zone stay joined to it. */
function tethers({ boxes, lang, zones }: MapModel, placed: Placed): readonly MapEdge[] {
  return boxes.toSorted(compareRanked).flatMap((box): readonly MapEdge[] => {
    const zone = zones.find((one) => one.id === box.zone)
    const [own, rect] = [placed.zones.get(box.zone ?? ''), placed.boxes.get(box.id)]
    if (zone === undefined || own === undefined || rect === undefined || contains(own, rect)) return []
    const words = { from: box.title, to: zone.title, layer: say(lang, 'map.layer.l2'), control: say(lang, 'map.control.none') }
    const label = say(lang, 'map.label.edge', words)
    return [{ id: `${box.id}~${zone.id}`, from: box.id, to: zone.id, label, edges: [], layer: 'l2', control: 'none', told: true }]
  })
}

/** Without a lit way, the link to cut is shown as cut away. */
function cutAway({ hops, edges }: MapModel, lines: ReadonlyMap<string, readonly Point[]>): readonly Stretch[] {
  if (hops.length > 0) return []
  return edges.flatMap((edge) => {
    const hop = { number: 0, from: edge.from, to: edge.to, edge: edge.id, cut: true as const }
    return edge.cut ? [{ points: lines.get(edge.id) ?? [], hops: [hop] }] : []
  })
}

function roomFor({ cutLabel }: Marks, page: Parts['page']): Parts['page'] {
  if (cutLabel === undefined) return page
  const { x, y, w, h } = cutLabel
  return { width: Math.max(page.width, x + w + margin / 2), height: Math.max(page.height, y + h + margin / 2) }
}

function pageOf(rects: readonly Rect[]): { readonly width: number; readonly height: number } {
  const all = aroundAll(rects)
  if (all === undefined) return { width: 2 * margin + boxHeight, height: 2 * margin + boxHeight }
  return { width: all.x + all.w + margin, height: all.y + all.h + margin }
}
