import type { Point } from '../layout/types.ts'

/** Two rings and two blades around 0, 0, as lines, so that no face needs to hold the sign. */
export const scissorsPath =
  'M-3.2 -3.6L7 4.4M-3.2 3.6L7 -4.4M-3 -4.5a2.3 2.3 0 1 0 -4.6 0a2.3 2.3 0 1 0 4.6 0M-3 4.5a2.3 2.3 0 1 0 -4.6 0a2.3 2.3 0 1 0 4.6 0'

const corner = 5
const arrowLength = 10

/** The head of an arrow at the end of a line, as a path of its own: not every program that draws SVG knows marks at the ends of lines. */
export function arrowAt(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2)
  if (!before || !tip) return ''
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)]
  const at = (back: number, side: number) => `${tip.x - dx * back - dy * side} ${tip.y - dy * back + dx * side}`
  return `M${at(0, 0)}L${at(arrowLength, arrowLength / 2)}L${at(arrowLength, -arrowLength / 2)}Z`
}

/** A line with rounded corners. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((point, at) => {
      const before = points[at - 1]
      const after = points[at + 1]
      if (before === undefined) return `M${point.x} ${point.y}`
      if (after === undefined) return `L${point.x} ${point.y}`
      const into = towards(point, before)
      const out = towards(point, after)
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`
    })
    .join('')
}

function towards(from: Point, to: Point): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  const by = Math.min(corner, length / 2)
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by }
}
