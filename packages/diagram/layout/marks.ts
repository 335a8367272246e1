import type { Lang } from '@mimamori/domain'
import { say } from '../text/index.ts'
import type { Stretch } from './lit.ts'
import { overlap } from './rects.ts'
import { margin, subSize, unit } from './sizes.ts'
import { textWidth } from './text-width.ts'
import type { CutLabel, MapMark, Point, Rect } from './types.ts'

const hopRadius = 11
const cutRadius = 15
const labelHeight = 26
const labelPadding = 12
/** Between the points of a line that are tried. */
const step = unit / 2

export interface Marks {
  readonly marks: readonly MapMark[]
  readonly cutLabel?: CutLabel
}

/** What no mark may cover, and where else lines run. */
export interface Around {
  readonly texts: readonly Rect[]
  readonly boxes: readonly Rect[]
  readonly lines: readonly (readonly Point[])[]
  readonly page: { readonly width: number; readonly height: number }
  /** The label stays on the page, over a line if need be. */
  readonly isClose: boolean
  readonly lang: Lang
}

/** Numbers and scissors on the lit way, each where nothing else is. */
export function marksOf(stretches: readonly Stretch[], around: Around): Marks {
  const marks: MapMark[] = []
  const cuts: MapMark[] = []
  const all = stretches.flatMap(({ points, hops }) => hops.map((hop) => ({ points, hop })))
  const cut = all.filter(({ hop, points }) => hop.cut && points.length > 1)
  for (const { points } of cut.slice(0, 1)) {
    // NOTE: between two boxes of one zone there may be less room than the scissors take.
    const seek = { radius: cutRadius, taken: marks, around }
    const at = around.isClose ? bestPoint(points, seek) : bestOnLine(points, seek)?.point
    if (at) cuts.push({ kind: 'cut', ...at, radius: cutRadius })
  }
  marks.push(...cuts)
  const numbered = new Set<number>()
  for (const { points, hop } of all) {
    if (hop.number === 0 || numbered.has(hop.number) || points.length < 2) continue
    const at = bestPoint(points, { radius: hopRadius, taken: marks, around })
    if (at) {
      numbered.add(hop.number)
      marks.push({ kind: 'hop', number: hop.number, ...at, radius: hopRadius })
    }
  }
  const [scissors] = cuts
  const cutLabel = scissors && labelOf(scissors, marks, around)
  return { marks, ...(cutLabel && { cutLabel }) }
}

interface Seek {
  readonly radius: number
  readonly taken: readonly MapMark[]
  readonly around: Around
}

/** The point of the line with most room, near its middle; beside the line where there is none on it. */
function bestPoint(points: readonly Point[], seek: Seek): Point | undefined {
  const best = bestOnLine(points, seek)
  if (best === undefined || best.score < collision) return best?.point
  const beside = alongLine(points).flatMap((point) => offsets.map(({ x, y }) => ({ x: point.x + x, y: point.y + y })))
  const free = beside.map((point, at) => ({ point, at, score: scoreOf(point, points, seek) }))
  const other = free.toSorted((a, b) => a.score - b.score || a.at - b.at)[0]
  return other !== undefined && other.score < best.score ? other.point : best.point
}

function bestOnLine(points: readonly Point[], seek: Seek): { readonly point: Point; readonly score: number } | undefined {
  const on = alongLine(points)
  const middle = (on.length - 1) / 2
  const scored = on.map((point, at) => ({ point, score: scoreOf(point, points, seek) + Math.abs(at - middle) / Math.max(1, middle) }))
  return scored.toSorted((a, b) => a.score - b.score)[0]
}

const collision = 1000
const offsets: readonly Point[] = [24, 32, 40].flatMap((far) => [
  { x: -far, y: 0 },
  { x: far, y: 0 },
  { x: 0, y: -far },
  { x: 0, y: far },
])

function scoreOf(point: Point, points: readonly Point[], { radius, taken, around }: Seek): number {
  const rect = rectAround(point, radius + 1)
  const onText = around.texts.filter((one) => overlap(rect, one)).length
  const onMark = taken.filter((one) => overlap(rect, rectAround(one, one.radius + 3))).length
  const onBox = around.boxes.filter((one) => overlap(rect, one)).length
  const onLine = around.lines.filter((line) => line !== points && runsThrough(line, rect)).length
  const isOut = rect.x < 0 || rect.y < 0 || rect.x + rect.w > around.page.width || rect.y + rect.h > around.page.height
  return collision * (onText + onMark + (isOut ? 1 : 0)) + 12 * onBox + 6 * onLine
}

function alongLine(points: readonly Point[]): readonly Point[] {
  return points.slice(1).flatMap((to, at) => {
    const from = points[at] ?? to
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    const steps = Math.floor(length / step)
    return Array.from({ length: Math.max(0, steps - 1) }, (_, n) => ({
      x: from.x + Math.sign(to.x - from.x) * step * (n + 1),
      y: from.y + Math.sign(to.y - from.y) * step * (n + 1),
    }))
  })
}

export function rectAround({ x, y }: Point, radius: number): Rect {
  return { x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius }
}

export function runsThrough(line: readonly Point[], rect: Rect): boolean {
  return line.some((to, at) => {
    const from = line[at - 1]
    if (from === undefined) return false
    const part = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) }
    return part.x < rect.x + rect.w && rect.x < part.x + part.w + 0.01 && part.y < rect.y + rect.h && rect.y < part.y + part.h + 0.01
  })
}

/** So many places are looked at before the label lies on a line. */
const nearPlaces = 40

/** 「ここを外す」 beside the scissors, as near as there is room; at the side of the map that may be beyond its edge. */
function labelOf(scissors: MapMark, marks: readonly MapMark[], { boxes, texts, lines, lang, page, isClose }: Around): CutLabel | undefined {
  const text = say(lang, 'map.cutHere')
  const w = Math.ceil(textWidth(text, subSize) + 2 * labelPadding)
  const size = { w, h: labelHeight }
  const rings = [24, 32, 48, 64, 96, 128, 192, 256]
  const places = rings.flatMap((far) => placesAround(scissors, size, far))
  const fits = (rect: Rect) =>
    rect.x >= margin / 2 &&
    rect.y >= margin / 2 &&
    ![...texts, ...boxes].some((one) => overlap(rect, one, 2)) &&
    !marks.some((one) => overlap(rect, rectAround(one, one.radius), 2))
  const free = places.filter(fits)
  const clear = free.filter((rect) => !texts.some((one) => runsThrough(leaderOf(scissors, rect), one)))
  const inPage = isClose ? clear.filter(({ x, y }) => x + w <= page.width && y + labelHeight <= page.height) : []
  const isBare = (one: Rect) => !lines.some((line) => runsThrough(line, one))
  const rect = inPage.slice(0, nearPlaces).find(isBare) ?? inPage[0] ?? clear.find(isBare) ?? clear[0] ?? free[0]
  return rect && { ...rect, text, from: { x: scissors.x, y: scissors.y } }
}

/** From the scissors straight to their label, or round one corner where it stands higher or lower. */
export function leaderOf(from: Point, { x, y, w, h }: Rect): readonly Point[] {
  if (from.x > x && from.x < x + w) return [from, { x: from.x, y: from.y < y ? y : y + h }]
  const near = from.x < x ? x : x + w
  if (from.y > y && from.y < y + h) return [from, { x: near, y: from.y }]
  const under = from.x < x ? x + labelPadding : x + w - labelPadding
  return [from, { x: under, y: from.y }, { x: under, y: from.y < y ? y : y + h }]
}

function placesAround({ x, y }: Point, { w, h }: { readonly w: number; readonly h: number }, far: number): readonly Rect[] {
  const beside = [0, -w / 4, w / 4]
  return [
    ...beside.map((shift) => ({ x: x - w / 2 + shift, y: y + far, w, h })),
    ...beside.map((shift) => ({ x: x - w / 2 + shift, y: y - far - h, w, h })),
    ...[0, -32, 32, -56, 56, -88, 88].flatMap((shift) => [
      { x: x + far, y: y - h / 2 + shift, w, h },
      { x: x - far - w, y: y - h / 2 + shift, w, h },
    ]),
  ]
}
