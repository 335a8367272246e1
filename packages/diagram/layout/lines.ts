import { compareTexts } from '../model/order.ts'
import type { MapEdge, MapModel } from '../model/types.ts'
import { block, fence, type Grid, meetsOthers, newGrid, occupy } from './grid.ts'
import type { Placed } from './place.ts'
import { portsOf } from './ports.ts'
import { centre } from './rects.ts'
import { Router } from './route.ts'
import { unit } from './sizes.ts'
import type { Point, Rect } from './types.ts'

export interface Drawing {
  readonly grid: Grid
  readonly router: Router
  readonly placed: Placed
  /** Numbers of the zones on the grid. */
  readonly numbers: ReadonlyMap<string, number>
  readonly zoneOf: (id: string) => string | undefined
  /** What a line to this box or zone ends at. */
  readonly outerOf: (id: string) => Rect | undefined
}

export function drawingOf(
  model: MapModel,
  placed: Placed,
  page: { readonly width: number; readonly height: number; readonly titles: readonly Rect[] },
): Drawing {
  const grid = newGrid(page.width, page.height)
  const numbers = new Map([...placed.zones.keys()].toSorted().map((id, at) => [id, at + 1]))
  for (const [id, zone] of placed.zones) fence(grid, zone, numbers.get(id) ?? 0)
  for (const box of model.boxes) {
    const rect = placed.boxes.get(box.id)
    if (rect) block(grid, withSheets(rect, box.count))
  }
  for (const title of page.titles) block(grid, title)
  const boxes = new Map(model.boxes.map((box) => [box.id, box]))
  const outerOf = (id: string) => {
    const rect = placed.boxes.get(id)
    return rect ? withSheets(rect, boxes.get(id)?.count ?? 1) : placed.zones.get(id)
  }
  return { grid, router: new Router(grid), placed, numbers, zoneOf: (id) => boxes.get(id)?.zone, outerOf }
}

/** The sheets of a stack look out above it and at its right; lines keep clear of them, and end under them. */
function withSheets({ x, y, w, h }: Rect, count: number): Rect {
  return count > 1 ? { x, y: y - unit, w: w + unit, h: h + unit } : { x, y, w, h }
}

/** How often the lines that meet others are taken up and laid again, now that all are there. */
const roundsOfRepair = 2

/** The lines of the map by id; short ones choose first, so that they stay straight. */
export function routeAll(edges: readonly MapEdge[], drawing: Drawing): ReadonlyMap<string, readonly Point[]> {
  const sorted = edges
    .map((edge) => ({ edge, far: distance(edge, drawing.placed) }))
    .toSorted((a, b) => a.far - b.far || compareTexts(a.edge.id, b.edge.id))
    .map((one) => one.edge)
  const lines = new Map(sorted.map((edge) => [edge.id, routeOne(edge, drawing)]))
  for (let round = 0; round < roundsOfRepair; round++) if (drawing.router.isSpent || !repair(sorted, lines, drawing)) break
  return new Map(sorted.map((edge) => [edge.id, underSheets(lines.get(edge.id) ?? [], edge, drawing)]))
}

/** False where every line found the way again that it had: to try once more would change nothing. */
function repair(edges: readonly MapEdge[], lines: Map<string, readonly Point[]>, drawing: Drawing): boolean {
  let hasChanged = false
  for (const edge of edges) {
    const before = lines.get(edge.id) ?? []
    if (!meetsOthers(drawing.grid, before)) continue
    occupy(drawing.grid, before, -1)
    const after = routeOne(edge, drawing)
    if (drawing.router.isSpent) {
      occupy(drawing.grid, after, -1)
      occupy(drawing.grid, before)
      return false
    }
    lines.set(edge.id, after)
    hasChanged ||= !isSameLine(before, after)
  }
  return hasChanged
}

function isSameLine(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((point, at) => point.x === b[at]?.x && point.y === b[at]?.y)
}

function distance({ from, to }: MapEdge, placed: Placed): number {
  const [a, b] = [rectOf(from, placed), rectOf(to, placed)]
  if (a === undefined || b === undefined) return 0
  const [one, other] = [centre(a), centre(b)]
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y)
}

function rectOf(id: string, placed: Placed): Rect | undefined {
  return placed.boxes.get(id) ?? placed.zones.get(id)
}

function routeOne(edge: MapEdge, drawing: Drawing): readonly Point[] {
  const { placed, grid, router, numbers, zoneOf, outerOf } = drawing
  const [from, to] = [outerOf(edge.from), outerOf(edge.to)]
  if (from === undefined || to === undefined) return []
  const kind = (id: string) => (placed.zones.has(id) ? 'zone' : zoneOf(id) === undefined ? 'box' : 'inZone')
  const zones = [zoneOf(edge.from), zoneOf(edge.to)].flatMap((id) => numbers.get(id ?? '') ?? [])
  const found = router.find({
    from: portsOf(grid, from, kind(edge.from)),
    to: portsOf(grid, to, kind(edge.to)),
    through: new Set(zones),
  })
  const points = found ?? withoutRoom(from, to)
  occupy(grid, points)
  return points
}

/** Draws the ends of a line on to the boxes whose sheets they meet. */
export function underSheets(
  points: readonly Point[],
  ends: { readonly from: string; readonly to: string },
  { placed, outerOf }: Drawing,
): readonly Point[] {
  const end = (point: Point, id: string) => {
    const [box, outer] = [placed.boxes.get(id), outerOf(id)]
    if (box === undefined || outer === undefined || outer.w === box.w) return point
    if (point.y === outer.y) return { x: Math.min(point.x, box.x + box.w), y: box.y }
    return point.x === outer.x + outer.w ? { x: box.x + box.w, y: Math.max(point.y, box.y) } : point
  }
  return points.map((point, at) => (at === 0 ? end(point, ends.from) : at === points.length - 1 ? end(point, ends.to) : point))
}

/** NOTE: only where a person has put things so close that no line fits between them, or lines are too many; it then runs under the boxes. */
function withoutRoom(from: Rect, to: Rect): readonly Point[] {
  const [a, b] = [centre(from), centre(to)]
  return [a, { x: b.x, y: a.y }, b]
}
