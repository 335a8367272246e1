import type { ExceedancePoint } from '../loss/result.ts'
import { type ChartRoom, type Point, place, scale, smoothPath } from './room.ts'

/** Where everything of the exceedance curve stands; screen and paper draw it, each in its own way. */
export interface LossChart {
  readonly now: string
  readonly planned?: string
  /** What the plan takes away: between the two lines. */
  readonly between?: string
  /** The points of both lines, for whatever is to stand clear of them. */
  readonly lines: { readonly now: readonly Point[]; readonly planned?: readonly Point[] }
  readonly amounts: readonly { readonly x: number; readonly yen: number }[]
  readonly chances: readonly { readonly y: number; readonly probability: number; readonly years?: number }[]
  /** The year that comes once in a hundred, on both lines. */
  readonly marks: { readonly now?: Mark; readonly planned?: Mark }
}

export interface Mark extends Point {
  readonly yen: number
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
  return {
    now: smoothPath(line),
    ...(second && { planned: smoothPath(below), between: betweenOf(line, below) }),
    lines: { now: line, ...(second && { planned: below }) },
    amounts: decades({ from, to }, room).map((each) => ({ x: place(x(Math.log10(each))), yen: each })),
    chances: [0, ...oneIn.map((years) => 1 / years)]
      .filter((probability) => probability <= top)
      .map((probability) => ({ y: place(y(probability)), probability, ...(probability > 0 && { years: Math.round(1 / probability) }) })),
    marks: marksOf({ now, ...(planned && { planned }) }, at),
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

/** The year that comes once in a hundred, on both lines. */
function marksOf({ now, planned }: LossCurves, at: (point: ExceedancePoint) => Point): LossChart['marks'] {
  const pointOf = (points: readonly ExceedancePoint[] | undefined): Mark | undefined => {
    const yen = points && lossAt(points, 1 / markedYears)
    if (yen === undefined) return undefined
    const { x, y } = at({ lossYen: yen, probability: 1 / markedYears })
    return { x: place(x), y: place(y), yen }
  }
  const [first, then] = [pointOf(now), pointOf(planned)]
  return { ...(first && { now: first }), ...(then && { planned: then }) }
}

/** So wide a drawing has room for amounts between the powers of ten. */
const roomyWidth = 400

/** Amounts of the axis: 1, 3 and 10 of each power where there is room, else the powers alone. */
function decades({ from, to }: { from: number; to: number }, { width }: ChartRoom): readonly number[] {
  const powers = Array.from({ length: Math.ceil(Math.log10(to)) + 1 }, (_, n) => 10 ** n).filter((one) => one >= from && one <= to)
  return powers.length > 2 || width < roomyWidth ? powers : powers.flatMap((one) => [one, 3 * one]).filter((one) => one <= to)
}
