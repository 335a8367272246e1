/**
 * A Beta distribution laid out in narrow cells of even width, each with its share of the whole, even within: one uniform number gives one
 * draw, in a few steps. Off by less than 1e-5 of the range, wherever it is read. For `a` and `b` of 1 and more.
 */
export interface BetaGrid {
  readonly quantile: (share: number) => number
  /** Puts in place of each share of the block its quantile. */
  readonly spread: (block: Float64Array) => void
}

const cells = 2048
/** Even steps of the share, for each of which it is known in which cell to begin looking: so many that few looks need a second step. */
const steps = 8192

export function betaGrid({ a, b }: { readonly a: number; readonly b: number }): BetaGrid {
  const below = sharesBelow(a, b)
  const starts = startsOf(below)
  const quantile = (share: number) => {
    let cell = starts[Math.min(steps - 1, Math.floor(share * steps))] ?? 0
    while (cell < cells - 1 && (below[cell + 1] ?? 1) <= share) cell++
    const from = below[cell] ?? 0
    const width = (below[cell + 1] ?? 1) - from
    return (cell + (width > 0 ? Math.min(1, (share - from) / width) : 1)) / cells
  }
  const spread = (block: Float64Array) => {
    for (let at = 0; at < block.length; at++) block[at] = quantile(block[at] ?? 0)
  }
  return { quantile, spread }
}

/** Share below the beginning of each cell, and 1 at last; the shares of cells by Simpson's rule. */
function sharesBelow(a: number, b: number): Float64Array {
  const density = (x: number) => Math.exp((a === 1 ? 0 : (a - 1) * Math.log(x)) + (b === 1 ? 0 : (b - 1) * Math.log1p(-x)))
  // NOTE: scaled by the density at the mode, so that a narrow one does not vanish among the numbers that a double holds.
  const top = a + b > 2 ? density(Math.min(1, Math.max(0, (a - 1) / (a + b - 2)))) : 1
  const at = (x: number) => density(x) / top
  const below = new Float64Array(cells + 1)
  let left = at(0)
  for (let cell = 0; cell < cells; cell++) {
    const right = at((cell + 1) / cells)
    const isEnd = cell === 0 || cell === cells - 1
    const share = isEnd ? endCell(cell === 0 ? { a, b } : { a: b, b: a }) / top : left + 4 * at((cell + 0.5) / cells) + right
    below[cell + 1] = (below[cell] ?? 0) + share
    left = right
  }
  const all = below[cells] ?? 1
  return below.map((sum) => sum / all)
}

/** Of the first cell, where a power close to 0 rises too steeply for Simpson: that of the power itself, six times in cells as all others. */
function endCell({ a, b }: { readonly a: number; readonly b: number }): number {
  const width = 1 / cells
  return ((6 * cells * width ** a) / a) * (1 - (width * a) / (a + 1)) ** (b - 1)
}

/** The cell in which to begin looking for a share, by even steps of the share. */
function startsOf(below: Float64Array): Int16Array {
  const starts = new Int16Array(steps)
  let cell = 0
  for (let step = 0; step < steps; step++) {
    while (cell < cells - 1 && (below[cell + 1] ?? 1) <= step / steps) cell++
    starts[step] = cell
  }
  return starts
}
