import { type Grid, spanOf } from './grid.ts'
import type { Rect } from './types.ts'

/** Directions: right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3

/** A point on the edge of something at which a line may begin or end, and the direction in which it leaves. */
export interface Port {
  readonly vertex: number
  readonly out: Direction
  readonly cost: number
}

/** How much it costs to be off the middle of a side, per point of the grid; more than 1, or every line would end at the nearest corner. */
const offMiddle = { box: 1.3, zone: 1.05 }
/** Along a wide zone any place is as good as another. */
const mostOffMiddle = { box: 40, zone: 12 }
const secondLine = 60
/** The map is read from above to below: lines leave a box or zone between the rows rather than along them. */
const atSide = { box: 10, zone: 6, inZone: 0 }

export type PortKind = 'box' | 'zone' | 'inZone'

/** All points of the edge but the corners; the middle of each side is cheapest, and a point at which a line ends already dear. */
export function portsOf(grid: Grid, rect: Rect, kind: PortKind): readonly Port[] {
  const { left, right, top, bottom } = spanOf(grid, rect)
  const ports: Port[] = []
  const shape = kind === 'zone' ? 'zone' : 'box'
  const add = (column: number, row: number, { out, far }: { out: Direction; far: number }) => {
    const vertex = row * grid.columns + column
    const side = out % 2 === 0 ? atSide[kind] : 0
    ports.push({
      vertex,
      out,
      cost: side + Math.min(mostOffMiddle[shape], far * offMiddle[shape]) + (grid.turned[vertex] ? secondLine : 0),
    })
  }
  const corner = shape === 'zone' ? 2 : 1
  for (let column = left + corner; column <= right - corner; column++) {
    const far = Math.abs(column - (left + right) / 2)
    add(column, top, { out: 3, far })
    add(column, bottom, { out: 1, far })
  }
  for (let row = top + corner; row <= bottom - corner; row++) {
    const far = Math.abs(row - (top + bottom) / 2)
    add(left, row, { out: 2, far })
    add(right, row, { out: 0, far })
  }
  return ports
}
