/** A drawing of so many units, with the margins in which words stand. */
export interface ChartRoom {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** From a value to its place between two ends of the drawing. */
export function scale({ from, to }: { readonly from: number; readonly to: number }, [start, end]: readonly [number, number]) {
  return (value: number): number => start + ((value - from) / (to - from)) * (end - start)
}

/** Places are told to a tenth: more is not to be seen. */
export function place(value: number): number {
  return Math.round(value * 10) / 10
}

/** A line through all points that never rises where they do not (Fritsch and Carlson 1980), as the path of SVG. */
export function smoothPath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const slopes = slopesOf(points)
  const parts = points.slice(1).map((to, n) => {
    const from = points[n] ?? to
    const third = (to.x - from.x) / 3
    const [before, after] = [slopes[n] ?? 0, slopes[n + 1] ?? 0]
    return `C${place(from.x + third)} ${place(from.y + before * third)} ${place(to.x - third)} ${place(to.y - after * third)} ${place(to.x)} ${place(to.y)}`
  })
  return `M${place(first.x)} ${place(first.y)}${parts.join('')}`
}

function slopesOf(points: readonly Point[]): readonly number[] {
  const rises = points.slice(1).map((to, n) => {
    const from = points[n] ?? to
    return to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x)
  })
  return points.map((_, n) => {
    const [before, after] = [rises[n - 1], rises[n]]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    if (before * after <= 0) return 0
    // NOTE: the harmonic mean is never steeper than three times the flatter side, which is what keeps the line from rising.
    return (2 * before * after) / (before + after)
  })
}
