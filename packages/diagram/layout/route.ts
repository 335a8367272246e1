import { type Grid, level, pointOf, upright } from './grid.ts'
import { Heap } from './heap.ts'
import type { Direction, Port } from './ports.ts'
import type { Point } from './types.ts'

export interface Ends {
  readonly from: readonly Port[]
  readonly to: readonly Port[]
  /** Numbers of the zones through which the line may go as if they were not there. */
  readonly through: ReadonlySet<number>
}

const cost = { turn: 8, crossing: 8, shared: 80, touching: 40, close: 0.6, foreignZone: 5 }

/**
 * Points that are looked at for one line, and for all lines of a map, before the rest is drawn straight: a map of so many lines is read by
 * nobody, and must not hold up those who wait for something else.
 */
const mostSteps = 2_000_000
const mostStepsOfMap = 6_000_000

/** Finds lines one after the other; its working memory is used again for each. */
export class Router {
  readonly #grid: Grid
  readonly #best: Float32Array
  readonly #came: Int32Array
  readonly #round: Int32Array
  readonly #done: Int32Array
  /** Of each state in which a line may end what that costs, and the round of which it is. */
  readonly #endCost: Float32Array
  readonly #endRound: Int32Array
  readonly #heap = new Heap()
  readonly #steps: readonly [number, number, number, number]
  #rounds = 0
  #left = mostStepsOfMap
  #area = { left: 0, right: 0, top: 0, bottom: 0 }

  constructor(grid: Grid) {
    const states = grid.columns * grid.rows * 4
    this.#grid = grid
    this.#best = new Float32Array(states)
    this.#came = new Int32Array(states)
    this.#round = new Int32Array(states)
    this.#done = new Int32Array(states)
    this.#endCost = new Float32Array(states)
    this.#endRound = new Int32Array(states)
    this.#steps = [1, grid.columns, -1, -grid.columns]
  }

  /** All that may be looked at for this map was looked at. */
  get isSpent(): boolean {
    return this.#left <= 0
  }

  /** The corners of the cheapest line, or undefined where there is none. */
  find({ from, to, through }: Ends): readonly Point[] | undefined {
    this.#begin(from, to)
    for (let steps = 0; this.#heap.size > 0 && steps < mostSteps && this.#left > 0; steps++) {
      this.#left--
      const state = this.#heap.pop()
      if (state < 0) return this.#trace(-state - 1)
      if (this.#done[state] === this.#rounds) continue
      this.#done[state] = this.#rounds
      this.#expand(state, through)
    }
    return undefined
  }

  #begin(from: readonly Port[], to: readonly Port[]): void {
    const { columns } = this.#grid
    this.#rounds++
    this.#heap.clear()
    // NOTE: a goal is entered against the direction in which a line would leave it.
    for (const port of to) {
      const state = port.vertex * 4 + ((port.out + 2) % 4)
      this.#endCost[state] = port.cost
      this.#endRound[state] = this.#rounds
    }
    const xs = to.map((port) => port.vertex % columns)
    const ys = to.map((port) => Math.floor(port.vertex / columns))
    this.#area = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    for (const port of from) this.#offer(port.vertex * 4 + port.out, port.cost, -1)
  }

  #offer(state: number, paid: number, came: number): void {
    if (this.#round[state] === this.#rounds && (this.#best[state] ?? 0) <= paid) return
    this.#round[state] = this.#rounds
    this.#best[state] = paid
    this.#came[state] = came
    this.#heap.push(paid + this.#atLeast(state), state)
  }

  /** Never more than the rest of the way costs: its length, and the turns without which it cannot get there. */
  #atLeast(state: number): number {
    const { columns } = this.#grid
    const vertex = state >> 2
    const x = vertex % columns
    const y = (vertex - x) / columns
    const { left, right, top, bottom } = this.#area
    const dx = x < left ? left - x : x > right ? right - x : 0
    const dy = y < top ? top - y : y > bottom ? bottom - y : 0
    const isLevel = (state & 1) === 0
    const [along, across] = isLevel ? [dx, dy] : [dy, dx]
    const isAway = (state & 2) === 0 ? along < 0 : along > 0
    const turns = isAway ? 2 : across === 0 ? 0 : 1
    return Math.abs(dx) + Math.abs(dy) + turns * cost.turn
  }

  #expand(state: number, through: ReadonlySet<number>): void {
    const paid = this.#best[state] ?? 0
    const from = state >> 2
    const direction = (state & 3) as Direction // two bits
    const step = this.#steps[direction]
    const to = from + step
    if (!this.#isInside(from, direction)) return
    const end = to * 4 + direction
    if (this.#endRound[end] === this.#rounds) this.#arrive(end, paid + 1 + (this.#endCost[end] ?? 0), state)
    if (this.#grid.blocked[to]) return
    const running = direction % 2 === 0 ? level : upright
    if ((this.#grid.barred[to] ?? 0) & running) return
    const next = paid + 1 + this.#costAt(to, running, through)
    this.#offer(end, next, state)
    if ((this.#grid.barred[to] ?? 0) !== 0) return
    const isTaken = this.#grid.levelLines[to] || this.#grid.uprightLines[to]
    const turn = cost.turn + (isTaken ? cost.touching : 0)
    this.#offer(to * 4 + ((direction + 1) % 4), next + turn, state)
    this.#offer(to * 4 + ((direction + 3) % 4), next + turn, state)
  }

  /** NOTE: an arrival waits in the heap with its true cost, as a negative number, so that a cheaper one can still overtake it. */
  #arrive(state: number, paid: number, came: number): void {
    if (this.#round[state] !== this.#rounds || (this.#best[state] ?? 0) > paid) {
      this.#round[state] = this.#rounds
      this.#best[state] = paid
      this.#came[state] = came
    }
    this.#heap.push(paid, -state - 1)
  }

  #isInside(from: number, direction: Direction): boolean {
    const { columns, rows } = this.#grid
    const x = from % columns
    const y = (from - x) / columns
    if (direction === 0) return x < columns - 2
    if (direction === 2) return x > 1
    return direction === 1 ? y < rows - 2 : y > 1
  }

  #costAt(to: number, running: number, through: ReadonlySet<number>): number {
    const { levelLines, uprightLines, turned, zone, columns } = this.#grid
    const [along, across] = running === level ? [levelLines, uprightLines] : [uprightLines, levelLines]
    const number = zone[to] ?? 0
    const side = running === level ? columns : 1
    let more = number !== 0 && !through.has(number) ? cost.foreignZone : 0
    if (along[to]) more += cost.shared
    else if (across[to]) more += turned[to] ? cost.touching : cost.crossing
    if (along[to - side] || along[to + side]) more += cost.close
    return more
  }

  #trace(last: number): readonly Point[] {
    const points: Point[] = []
    for (let state = last; state >= 0; state = this.#came[state] ?? -1) points.push(pointOf(this.#grid, state >> 2))
    return withoutMiddles(points.toReversed())
  }
}

/** The corners of a line alone. */
export function withoutMiddles(points: readonly Point[]): readonly Point[] {
  return points.filter((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    if (before === undefined || after === undefined) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
