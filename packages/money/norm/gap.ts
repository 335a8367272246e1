import { compare, type Fraction, fraction, minus, truncate, zero } from '../fraction.ts'
import type { GapRule, NormLevel, NormMean } from './types.ts'

interface GapContext {
  readonly mean: NormMean
  readonly rule: GapRule
  /** What the paper prints; decides between the values that a printed mean leaves open. */
  readonly printed: number | undefined
}

/** A need held against the mean budget by one of the two gap rules. */
export function levelOf(need: Fraction, { mean, rule, printed }: GapContext): NormLevel {
  const possibleGaps = possible(need, mean, rule)
  const [only, ...others] = possibleGaps
  const isPrintedPossible = printed !== undefined && possibleGaps.includes(printed)
  const gap = others.length === 0 ? (only ?? null) : isPrintedPossible ? printed : null
  return { need, gap, possibleGaps, shortage: shortageOf(need, mean, gap) }
}

function possible(need: Fraction, mean: NormMean, rule: GapRule): readonly number[] {
  if (rule === 'displayed') return [(mean.kind === 'counted' ? truncate(mean.exact) : mean.displayed) - truncate(need)]
  if (mean.kind === 'counted') return [truncate(minus(mean.exact, need))]
  // NOTE: the whole thousand that was printed. A range narrowed by the printed gaps would give them back whatever they are.
  const range = { from: fraction(mean.displayed), below: fraction(mean.displayed + 1) }
  const lowest = truncate(minus(range.from, need))
  const highest = truncate(minus(range.below, need))
  const all = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at)
  return all.filter((gap) => isWithin(gap, need, range))
}

/** Whether some mean of the range, its upper end left out, gives this gap when cut off toward zero. */
function isWithin(gap: number, need: Fraction, { from, below }: { readonly from: Fraction; readonly below: Fraction }): boolean {
  const [low, high] = [minus(from, need), minus(below, need)]
  const starts = fraction(gap > 0 ? gap : gap - 1)
  const ends = fraction(gap < 0 ? gap : gap + 1)
  // NOTE: cut off toward zero, −4 stands for everything above −5 up to and with −4, and 4 for 4 up to, not with, 5.
  const beginsInTime = gap < 0 ? compare(low, ends) <= 0 : compare(low, ends) < 0
  const reachesIt = compare(high, starts) > 0
  return beginsInTime && reachesIt
}

function shortageOf(need: Fraction, mean: NormMean, gap: number | null): Fraction {
  const shortage = mean.kind === 'counted' ? minus(need, mean.exact) : fraction(-(gap ?? truncate(minus(mean.from, need))))
  return compare(shortage, zero) > 0 ? shortage : zero
}
