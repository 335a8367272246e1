import { compareTexts } from '../model/order.ts'
import { rectAround, runsThrough } from './marks.ts'
import { overlap, textIn } from './rects.ts'
import type { PlacedBox, PlacedMap, Point, Rect } from './types.ts'

/** What a map is measured by. Everything but the crossings is to be nought. */
export interface MapQuality {
  readonly zoneOverlaps: number
  readonly boxOverlaps: number
  /** Titles, marks and labels that lie on each other or on the words of a box. */
  readonly labelOverlaps: number
  /** Lines that go through a box which is not at their end. */
  readonly throughBoxes: number
  readonly throughTitles: number
  /** Lines that lie on each other for a stretch. */
  readonly sharedStretches: number
  readonly crossings: number
  readonly bends: number
}

export function qualityOf(map: PlacedMap): MapQuality {
  const titles = [...map.zones, ...map.bands].map((one) => one.titleRect)
  const marks = map.marks.map((mark) => rectAround(mark, mark.radius))
  const labels = [...titles, ...marks, ...(map.cutLabel ? [map.cutLabel] : [])]
  const words = map.boxes.map(textIn)
  const lines = map.edges.map((edge) => edge.points)
  return {
    zoneOverlaps: pairs(map.zones, (a, b) => overlap(a, b)),
    boxOverlaps: pairs(map.boxes, (a, b) => overlap(a, b)),
    labelOverlaps: pairs(labels, (a, b) => overlap(a, b)) + count(labels, words, (a, b) => overlap(a, b)),
    throughBoxes: count(
      map.edges,
      map.boxes,
      (edge, box) => edge.from !== box.id && edge.to !== box.id && runsThrough(edge.points, inner(box)),
    ),
    throughTitles: count(lines, titles, (line, title) => runsThrough(line, title)),
    sharedStretches: pairs(lines, liesOn),
    crossings: pairs(lines, crosses),
    bends: lines.reduce((sum, line) => sum + Math.max(0, line.length - 2), 0),
  }
}

/** True where anything lies on anything, or a line goes through what it does not belong to. */
export function hasFaults(map: PlacedMap): boolean {
  const { crossings: _, bends: __, ...faults } = qualityOf(map)
  return Object.values(faults).some((count) => count > 0)
}

/** How many boxes and zones of one map stand elsewhere in another; those that only one has are not counted. */
export function movedBetween(before: PlacedMap, after: PlacedMap): number {
  const old = new Map<string, Point>([...before.boxes, ...before.zones].map((one) => [one.id, one]))
  return [...after.boxes, ...after.zones].filter((one) => {
    const there = old.get(one.id)
    return there !== undefined && (there.x !== one.x || there.y !== one.y)
  }).length
}

function inner({ x, y, w, h }: PlacedBox): Rect {
  return { x: x + 1, y: y + 1, w: w - 2, h: h - 2 }
}

function pairs<T>(list: readonly T[], test: (a: T, b: T) => boolean): number {
  return list.reduce((sum, a, at) => sum + list.slice(at + 1).filter((b) => test(a, b)).length, 0)
}

function count<A, B>(list: readonly A[], others: readonly B[], test: (a: A, b: B) => boolean): number {
  return list.reduce((sum, a) => sum + others.filter((b) => test(a, b)).length, 0)
}

interface Stretch {
  readonly isLevel: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

function stretchesOf(line: readonly Point[]): readonly Stretch[] {
  return line.slice(1).flatMap((to, at) => {
    const from = line[at] ?? to
    if (from.x === to.x && from.y === to.y) return []
    const isLevel = from.y === to.y
    const ends = isLevel ? [from.x, to.x] : [from.y, to.y]
    return [{ isLevel, at: isLevel ? from.y : from.x, from: Math.min(...ends), to: Math.max(...ends) }]
  })
}

function crosses(a: readonly Point[], b: readonly Point[]): boolean {
  return stretchesOf(a).some((one) =>
    stretchesOf(b).some(
      (other) => one.isLevel !== other.isLevel && other.at > one.from && other.at < one.to && one.at > other.from && one.at < other.to,
    ),
  )
}

function liesOn(a: readonly Point[], b: readonly Point[]): boolean {
  return stretchesOf(a).some((one) =>
    stretchesOf(b).some((other) => one.isLevel === other.isLevel && one.at === other.at && one.from < other.to && other.from < one.to),
  )
}

/** The places of everything, sorted: two maps are drawn alike when these are the same. */
export function placesIn(map: PlacedMap): readonly string[] {
  return [...map.boxes, ...map.zones].map(({ id, x, y, w, h }) => `${id} ${x},${y} ${w}x${h}`).toSorted(compareTexts)
}
