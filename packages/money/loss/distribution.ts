import { type BetaGrid, betaGrid } from './beta-grid.ts'
import { normalOf, type Stream } from './random.ts'
import { betaQuantile, normalQuantile } from './special.ts'
import type { Distribution } from './types.ts'

/** Standard deviations from the middle to the 95 % point: between the two ends of a 90 % interval lie twice as many. */
const ninety = normalQuantile(0.95)

/** Mean and deviation of the logarithm. */
function logOf({ low, high }: { readonly low: number; readonly high: number }): { readonly mean: number; readonly deviation: number } {
  return { mean: (Math.log(low) + Math.log(high)) / 2, deviation: (Math.log(high) - Math.log(low)) / (2 * ninety) }
}

/** Of the standard PERT: Beta(1 + 4 (mode − min) / (max − min), 1 + 4 (max − mode) / (max − min)). */
function shapeOf({ min, mode, max }: { readonly min: number; readonly mode: number; readonly max: number }) {
  const width = max - min
  return width === 0 ? { a: 1, b: 1 } : { a: 1 + (4 * (mode - min)) / width, b: 1 + (4 * (max - mode)) / width }
}

/** The exact mean, yen. */
export function meanOf(loss: Distribution): number {
  switch (loss.kind) {
    case 'lognormal90': {
      const { mean, deviation } = logOf(loss)
      return Math.exp(mean + (deviation * deviation) / 2)
    }
    case 'pert':
      return (loss.min + 4 * loss.mode + loss.max) / 6
    case 'uniform':
      return (loss.low + loss.high) / 2
    case 'constant':
      return loss.value
  }
}

/** The exact variance, yen squared. */
export function varianceOf(loss: Distribution): number {
  switch (loss.kind) {
    case 'lognormal90': {
      const { deviation } = logOf(loss)
      return meanOf(loss) ** 2 * Math.expm1(deviation * deviation)
    }
    case 'pert': {
      const { a, b } = shapeOf(loss)
      return ((loss.max - loss.min) ** 2 * a * b) / ((a + b) ** 2 * (a + b + 1))
    }
    case 'uniform':
      return (loss.high - loss.low) ** 2 / 12
    case 'constant':
      return 0
  }
}

/** The exact amount below which this share lies; share above 0 and below 1. */
export function quantileOf(loss: Distribution, share: number): number {
  switch (loss.kind) {
    case 'lognormal90': {
      const { mean, deviation } = logOf(loss)
      return Math.exp(mean + deviation * normalQuantile(share))
    }
    case 'pert':
      return loss.min + (loss.max - loss.min) * betaQuantile(share, shapeOf(loss))
    case 'uniform':
      return loss.low + share * (loss.high - loss.low)
    case 'constant':
      return loss.value
  }
}

const grids = new WeakMap<Distribution, BetaGrid>()

/** Laid out once for a distribution, however many layers are drawn of it. */
function gridOf(loss: Distribution & { readonly kind: 'pert' }): BetaGrid {
  const grid = grids.get(loss) ?? betaGrid(shapeOf(loss))
  grids.set(loss, grid)
  return grid
}

/** Amounts at many evenly spread shares, quickly; as good as a draw. */
export function laidOut(loss: Distribution, steps: number): readonly number[] {
  const shares = Array.from({ length: steps }, (_, at) => (at + 0.5) / steps)
  if (loss.kind !== 'pert') return shares.map((share) => quantileOf(loss, share))
  const { quantile } = gridOf(loss)
  return shares.map((share) => loss.min + (loss.max - loss.min) * quantile(share))
}

/** Fills a block with draws of one distribution from one stream. Lognormal draws keep their normal number when only the interval is changed. */
export function drawerOf(loss: Distribution, random: Stream): (block: Float64Array) => void {
  switch (loss.kind) {
    case 'lognormal90': {
      const { mean, deviation } = logOf(loss)
      const normal = normalOf(random)
      return (block) => {
        for (let at = 0; at < block.length; at++) block[at] = Math.exp(mean + deviation * normal())
      }
    }
    case 'pert': {
      const { spread } = gridOf(loss)
      return (block) => {
        random.fill(block)
        spread(block)
        stretch(block, loss.min, loss.max)
      }
    }
    case 'uniform':
      return (block) => {
        random.fill(block)
        stretch(block, loss.low, loss.high)
      }
    case 'constant':
      return (block) => {
        block.fill(loss.value)
      }
  }
}

/** From shares to amounts between two ends. */
function stretch(block: Float64Array, low: number, high: number): void {
  for (let at = 0; at < block.length; at++) block[at] = low + (high - low) * (block[at] ?? 0)
}

/** How many times the upper end may be the lower one before a lognormal tail runs away: its mean passes its own 95 % point near 1:50,000. */
export const heavyTailRatio = 1000

/** What a person should hear about a distribution before believing its figures. */
export interface TailWarning {
  readonly ratio: number
  readonly meanYen: number
  /** The mean lies above the upper end that was given: a few draws make it. */
  readonly isMeanAboveHigh: boolean
}

export function tailWarningOf(loss: Distribution): TailWarning | undefined {
  if (loss.kind !== 'lognormal90' || loss.high / loss.low <= heavyTailRatio) return undefined
  const meanYen = meanOf(loss)
  return { ratio: loss.high / loss.low, meanYen, isMeanAboveHigh: meanYen > loss.high }
}
