import type { ExceedancePoint } from '../loss/result.ts'
import { type ChartRoom, type Point, place, scale, smoothPath } from './room.ts'

/** Where everything of the exceedance curve stands; screen and paper draw it, each in its own way. */
export interface LossChart {
  readonly now: string
  readonly planned?: string
  /** What the plan takes away: between the two lines. */
  readonly between?: string
  /** Where the name of a line can stand beside it. */
  readonly names: { readonly now: NamePlace; readonly planned?: NamePlace }
  readonly amounts: readonly { readonly x: number; readonly yen: number }[]
  readonly chances: readonly { readonly y: number; readonly probability: number; readonly years?: number }[]
  /** The year that comes once in a hundred, on both lines. */
  readonly marks: { readonly now?: Mark; readonly planned?: Mark }
}

export interface NamePlace extends Point {
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Mark extends Point {
  readonly yen: number
  /** Where its amount can stand. */
  readonly amount: NamePlace
}

export interface LossCurves {
  readonly now: readonly ExceedancePoint[]
  readonly planned?: readonly ExceedancePoint[]
}

/** The chance in which a year comes once in so many. */
const oneIn = [10, 20, 50, 100]
const markedYears = 100
/** NOTE: years that come more often than this are not what a reserve is for, and would press the rest to the floor. */
const highest = 0.1
const leastChance = 0.0002

/** Chance on an even axis, yen on one where each step is ten times the one before. */
export function lossChart({ now, planned }: LossCurves, room: ChartRoom): LossChart | undefined {
  const curves = [now, ...(planned ? [planned] : [])].map(shownPart)
  const [first, second] = curves
  if (!first || first.length < 2) return undefined
  const yen = curves.flat().map(({ lossYen }) => lossYen)
  const from = Math.min(...yen)
  const to = Math.max(...yen)
  const top = Math.max(...curves.flat().map(({ probability }) => probability)) * 1.08
  const x = scale({ from: Math.log10(from), to: Math.log10(to) }, [room.left, room.width - room.right])
  const y = scale({ from: 0, to: top }, [room.height - room.bottom, room.top])
  const at = ({ lossYen, probability }: ExceedancePoint): Point => ({ x: x(Math.log10(lossYen)), y: y(probability) })
  const lines = curves.map((points) => spread(points, { from, to }).map(at))
  const [line = [], below = []] = lines
  const marks = marksOf({ now, ...(planned && { planned }) }, at, room)
  return {
    now: smoothPath(line),
    ...(second && { planned: smoothPath(below), between: betweenOf(line, below) }),
    names: { now: nameOfNow(line), ...(second && { planned: nameOfPlanned({ line, below, mark: marks.planned }, room) }) },
    amounts: decades({ from, to }, room).map((each) => ({ x: place(x(Math.log10(each))), yen: each })),
    chances: [0, ...oneIn.map((years) => 1 / years)]
      .filter((probability) => probability <= top)
      .map((probability) => ({ y: place(y(probability)), probability, ...(probability > 0 && { years: Math.round(1 / probability) }) })),
    marks,
  }
}

/** Where a loss that is passed with this chance stands on the curve, between its points evenly on the axes of the drawing. */
export function lossAt(points: readonly ExceedancePoint[], probability: number): number | undefined {
  const known = points.filter(({ lossYen }) => lossYen > 0)
  const after = known.findIndex((one) => one.probability <= probability)
  const [above, below] = [known[after - 1], known[after]]
  if (!below) return undefined
  if (!above || below.probability === probability) return below.probability === probability ? below.lossYen : undefined
  const share = (above.probability - probability) / (above.probability - below.probability)
  return 10 ** (Math.log10(above.lossYen) + share * (Math.log10(below.lossYen) - Math.log10(above.lossYen)))
}

function shownPart(points: readonly ExceedancePoint[]): readonly ExceedancePoint[] {
  const known = points.filter(({ lossYen, probability }) => lossYen > 0 && probability <= highest && probability >= leastChance)
  const start = lossAt(points, highest)
  const begins = start !== undefined && known[0]?.probability !== highest ? [{ lossYen: start, probability: highest }] : []
  return [...begins, ...known]
}

/** A curve from one edge of the drawing to the other: level before its first point, on the floor after its last. */
function spread(points: readonly ExceedancePoint[], { from, to }: { from: number; to: number }): readonly ExceedancePoint[] {
  const [first, last] = [points[0], points.at(-1)]
  return [
    ...(first && first.lossYen > from ? [{ lossYen: from, probability: first.probability }] : []),
    ...points,
    ...(last && last.lossYen < to ? [{ lossYen: to, probability: 0 }] : []),
  ]
}

/** The way out along the one line and back along the other. */
function betweenOf(line: readonly Point[], below: readonly Point[]): string {
  const back = smoothPath(below.toReversed()).replace('M', 'L')
  return `${smoothPath(line)}${back}Z`
}

/** Right of the line, where it falls. */
function nameOfNow(line: readonly Point[]): NamePlace {
  const { x, y } = pointAt(line, 0.62)
  return { x: place(x + 10), y: place(y), anchor: 'start' }
}

/** So much room over a line is enough for its name, and so much beside it. */
const nameRoom = 26
const nameWidth = 100

interface Lines {
  readonly line: readonly Point[]
  readonly below: readonly Point[]
  readonly mark: Point | undefined
}

/** Over the beginning of the line; where that is at the top of the drawing, between the two lines where they are farthest apart, else under it. */
function nameOfPlanned({ line, below, mark }: Lines, { left, top, width, right }: ChartRoom): NamePlace {
  const start = below[0]?.y ?? 0
  if (start - top > nameRoom) return { x: left + 4, y: place(start - 8), anchor: 'start' }
  const inside = below.filter(({ x }) => x - left > nameWidth && width - right - x > nameWidth / 2)
  const free = inside.filter(({ x }) => mark === undefined || x < mark.x - nameWidth || x > mark.x + 1.5 * nameWidth)
  const apart = ({ x, y }: Point) => y - heightAt(line, x)
  const widest = free.toSorted((a, b) => apart(b) - apart(a))[0]
  if (widest && apart(widest) > nameRoom) return { x: place(widest.x), y: place(widest.y - 7), anchor: 'middle' }
  const under = inside[0] ?? { x: left, y: start }
  return { x: place(under.x), y: place(under.y + 18), anchor: 'start' }
}

/** The height of a line at a place, straight between its points. */
function heightAt(line: readonly Point[], x: number): number {
  const after = line.findIndex((point) => point.x >= x)
  const [from, to] = [line[after - 1], line[after]]
  if (!to) return line.at(-1)?.y ?? 0
  if (!from || to.x === from.x) return to.y
  return from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y)
}

/** A point of the line at this share of its height. */
function pointAt(line: readonly Point[], share: number): Point {
  const heights = line.map(({ y }) => y)
  const wanted = Math.max(...heights) - share * (Math.max(...heights) - Math.min(...heights))
  return line.find(({ y }) => y >= wanted) ?? line[0] ?? { x: 0, y: 0 }
}

/** So wide is an amount. */
const amountWidth = 64

/** The amount now stands right over its mark; the planned one between both marks where there is room, else left under its own. */
function marksOf({ now, planned }: LossCurves, at: (point: ExceedancePoint) => Point, { width, right }: ChartRoom): LossChart['marks'] {
  const pointOf = (points: readonly ExceedancePoint[] | undefined) => {
    const yen = points && lossAt(points, 1 / markedYears)
    if (yen === undefined) return undefined
    const { x, y } = at({ lossYen: yen, probability: 1 / markedYears })
    return { x: place(x), y: place(y), yen }
  }
  const [first, then] = [pointOf(now), pointOf(planned)]
  const isRoomy = first && then && first.x - then.x > 1.6 * amountWidth
  return {
    ...(first && {
      now: { ...first, amount: { x: place(Math.min(first.x + 8, width - right - amountWidth)), y: place(first.y - 9), anchor: 'start' } },
    }),
    ...(then && {
      planned: {
        ...then,
        amount: isRoomy
          ? { x: place(then.x + 9), y: place(then.y - 7), anchor: 'start' }
          : { x: place(then.x - 8), y: place(then.y + 19), anchor: 'end' },
      },
    }),
  }
}

/** So wide a drawing has room for amounts between the powers of ten. */
const roomyWidth = 400

/** Amounts of the axis: 1, 3 and 10 of each power where there is room, else the powers alone. */
function decades({ from, to }: { from: number; to: number }, { width }: ChartRoom): readonly number[] {
  const powers = Array.from({ length: Math.ceil(Math.log10(to)) + 1 }, (_, n) => 10 ** n).filter((one) => one >= from && one <= to)
  return powers.length > 2 || width < roomyWidth ? powers : powers.flatMap((one) => [one, 3 * one]).filter((one) => one <= to)
}
