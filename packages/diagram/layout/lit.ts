import type { LitHop, MapModel } from '../model/types.ts'
import { occupy, vertexAt } from './grid.ts'
import { type Drawing, underSheets } from './lines.ts'
import { type Direction, type Port, portsOf } from './ports.ts'
import type { Point, Rect } from './types.ts'

/** A stretch of the lit way, and the hops whose marks stand on it. */
export interface Stretch {
  readonly points: readonly Point[]
  readonly hops: readonly LitHop[]
}

/** The lit way as lines: those of the map that it follows, and within a zone from where it comes in to the box, or out again. */
export function stretchesOf(model: MapModel, lines: ReadonlyMap<string, readonly Point[]>, drawing: Drawing): readonly Stretch[] {
  const directed = model.hops.map((hop) => ({ hop, points: hop.edge === undefined ? [] : alongHop(hop, lines, model) }))
  const stretches: Stretch[] = []
  for (const [at, { hop, points }] of directed.entries()) {
    const before = directed[at - 1]
    if (points.length > 0) {
      const link = before && before.points.length > 0 ? acrossZone(before.points, points, hop.from, drawing) : undefined
      if (link) stretches.push({ points: link, hops: [] })
      stretches.push({ points, hops: [hop] })
    } else if (hop.from !== hop.to) stretches.push(withinZone(hop, before?.points, directed[at + 1]?.points, drawing))
  }
  return stretches
}

function alongHop(hop: LitHop, lines: ReadonlyMap<string, readonly Point[]>, model: MapModel): readonly Point[] {
  const points = lines.get(hop.edge ?? '') ?? []
  const edge = model.edges.find((one) => one.id === hop.edge)
  return edge?.from === hop.from ? points : points.toReversed()
}

/** The way passes through a zone without a box: from where it comes in to where it goes out. */
function acrossZone(before: readonly Point[], after: readonly Point[], zone: string, drawing: Drawing): readonly Point[] | undefined {
  const [start, end] = [before.at(-1), after[0]]
  if (!drawing.placed.zones.has(zone) || start === undefined || end === undefined) return undefined
  return lineWithin(zone, portInto(start, zone, drawing), portInto(end, zone, drawing), drawing)
}

/** A zone and a box in it: the way goes on from the edge of the zone to the box, or from the box to the edge. */
function withinZone(hop: LitHop, before: readonly Point[] | undefined, after: readonly Point[] | undefined, drawing: Drawing): Stretch {
  const { placed, outerOf, grid } = drawing
  const comesIn = placed.zones.has(hop.from)
  const [zone, box] = comesIn ? [hop.from, hop.to] : [hop.to, hop.from]
  const rect = outerOf(box)
  const edge = comesIn ? before?.at(-1) : after?.[0]
  if (rect === undefined) return { points: [], hops: [hop] }
  const ports = edge === undefined ? inwardPorts(zone, drawing) : portInto(edge, zone, drawing)
  const points = underSheets(lineWithin(zone, ports, portsOf(grid, rect, 'inZone'), drawing), { from: zone, to: box }, drawing)
  return { points: comesIn ? points : points.toReversed(), hops: [hop] }
}

/** The way begins or ends with the zone as a whole: a short line from its edge. */
function inwardPorts(zone: string, { grid, placed }: Drawing): readonly Port[] {
  const rect = placed.zones.get(zone)
  if (rect === undefined) return []
  const turned = (out: Direction): Direction => (out === 0 ? 2 : out === 1 ? 3 : out === 2 ? 0 : 1)
  return portsOf(grid, rect, 'zone').map(({ vertex, out }) => ({ vertex, out: turned(out), cost: grid.turned[vertex] ? 40 : 0 }))
}

function lineWithin(zone: string, from: readonly Port[], to: readonly Port[], { grid, router, numbers }: Drawing): readonly Point[] {
  const points = router.find({ from, to, through: new Set([numbers.get(zone) ?? 0]) }) ?? []
  occupy(grid, points)
  return points
}

/** The point at which a line ends on the edge of a zone, seen from inside. */
function portInto(point: Point, zone: string, { grid, placed }: Drawing): readonly Port[] {
  const rect = placed.zones.get(zone)
  return rect === undefined ? [] : [{ vertex: vertexAt(grid, point), out: inward(point, rect), cost: 0 }]
}

function inward({ x, y }: Point, rect: Rect): Direction {
  if (x === rect.x) return 0
  if (x === rect.x + rect.w) return 2
  return y === rect.y ? 1 : 3
}
