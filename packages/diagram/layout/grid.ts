import { unit } from './sizes.ts'
import type { Point, Rect } from './types.ts'

export const level = 1
export const upright = 2

/** The points on which lines run, `unit` apart, with what stands on each. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  /** Boxes and titles: no line passes. */
  readonly blocked: Uint8Array
  /** Directions in which no line runs, since it would lie on the edge of a zone. */
  readonly barred: Uint8Array
  /** Number of the zone in which the point lies, 0 for none. */
  readonly zone: Int16Array
  /** How many lines run here already, level and upright. */
  readonly levelLines: Uint8Array
  readonly uprightLines: Uint8Array
  /** How many lines turn or end here. */
  readonly turned: Uint8Array
}

export function newGrid(width: number, height: number): Grid {
  const columns = Math.floor(width / unit) + 1
  const rows = Math.floor(height / unit) + 1
  const size = columns * rows
  return {
    columns,
    rows,
    blocked: new Uint8Array(size),
    barred: new Uint8Array(size),
    zone: new Int16Array(size),
    levelLines: new Uint8Array(size),
    uprightLines: new Uint8Array(size),
    turned: new Uint8Array(size),
  }
}

export function vertexAt({ columns }: Grid, { x, y }: Point): number {
  return Math.round(y / unit) * columns + Math.round(x / unit)
}

export function pointOf({ columns }: Grid, vertex: number): Point {
  return { x: (vertex % columns) * unit, y: Math.floor(vertex / columns) * unit }
}

interface Span {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Points that a rectangle covers, its edge included. */
export function spanOf({ columns, rows }: Grid, { x, y, w, h }: Rect): Span {
  return {
    left: Math.max(0, Math.ceil(x / unit)),
    right: Math.min(columns - 1, Math.floor((x + w) / unit)),
    top: Math.max(0, Math.ceil(y / unit)),
    bottom: Math.min(rows - 1, Math.floor((y + h) / unit)),
  }
}

export function block(grid: Grid, rect: Rect): void {
  const { left, right, top, bottom } = spanOf(grid, rect)
  for (let row = top; row <= bottom; row++) grid.blocked.fill(1, row * grid.columns + left, row * grid.columns + right + 1)
}

/** Bars lines from running on the edge of a zone, and marks what lies in it. */
export function fence(grid: Grid, rect: Rect, number: number): void {
  const { left, right, top, bottom } = spanOf(grid, rect)
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const at = row * grid.columns + column
      if (row === top || row === bottom) grid.barred[at] = (grid.barred[at] ?? 0) | level
      if (column === left || column === right) grid.barred[at] = (grid.barred[at] ?? 0) | upright
      if (row > top && row < bottom && column > left && column < right) grid.zone[at] = number
    }
}

/** True where a line meets another. */
export function meetsOthers(grid: Grid, points: readonly Point[]): boolean {
  return points.some((to, at) => {
    const from = points[at - 1]
    return from !== undefined && verticesBetween(grid, from, to).some((vertex) => isShared(grid, vertex))
  })
}

function isShared({ levelLines, uprightLines, turned }: Grid, vertex: number): boolean {
  const [levels, uprights] = [levelLines[vertex] ?? 0, uprightLines[vertex] ?? 0]
  return levels > 1 || uprights > 1 || (turned[vertex] ?? 0) > 1 || (levels > 0 && uprights > 0 && !turned[vertex])
}

function verticesBetween(grid: Grid, from: Point, to: Point): readonly number[] {
  const [first, last] = [vertexAt(grid, from), vertexAt(grid, to)]
  const step = (from.y === to.y ? 1 : grid.columns) * Math.sign(last - first)
  return Array.from({ length: step === 0 ? 1 : (last - first) / step + 1 }, (_, at) => first + at * step)
}

/** Remembers a line, given by its corners; `by` -1 forgets it again. */
export function occupy(grid: Grid, points: readonly Point[], by: 1 | -1 = 1): void {
  for (const [at, to] of points.entries()) {
    add(grid.turned, vertexAt(grid, to), by)
    const from = points[at - 1]
    if (from === undefined) continue
    const lines = from.y === to.y ? grid.levelLines : grid.uprightLines
    for (const vertex of verticesBetween(grid, from, to)) add(lines, vertex, by)
  }
}

function add(counts: Uint8Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by
}
