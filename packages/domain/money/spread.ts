import type { LossInput, ParameterUnit, Spread } from './types.ts'

/** More than any institution of the country turns over in a year; keeps sums of yen exact. */
export const mostYen = 9_000_000_000_000

export function exactly(value: number): Spread {
  return { low: value, best: value, high: value }
}

/**
 * Several factors, each with its range, multiplied. The most likely values are multiplied as they are; the ends are not all met at once, so
 * the deviations add up as squares on a logarithmic scale, as those of independent factors do.
 */
export function productOf(factors: readonly Spread[]): Spread {
  const best = factors.reduce((all, one) => all * one.best, 1)
  if (best === 0) return { low: 0, best: 0, high: factors.reduce((all, one) => all * one.high, 1) }
  const apart = (end: (one: Spread) => number) => Math.sqrt(factors.reduce((sum, one) => sum + Math.log(end(one) / one.best) ** 2, 0))
  return { low: best * Math.exp(-apart(({ low }) => low)), best, high: best * Math.exp(apart(({ high }) => high)) }
}

/** What is left where a share is taken away: the ends change places. */
export function leftOf({ low, best, high }: Spread): Spread {
  return { low: 1 - high, best: 1 - best, high: 1 - low }
}

export function timesNumber({ low, best, high }: Spread, factor: number): Spread {
  return { low: low * factor, best: best * factor, high: high * factor }
}

/** More than that is a slip of the pen: ten years, all people of a prefecture, an event every hour. */
const mostOf: Readonly<Record<ParameterUnit, number>> = {
  yen: mostYen,
  days: 3650,
  hours: 87_600,
  share: 1,
  eventsPerYear: 8760,
  persons: 15_000_000,
  units: 1_000_000,
}

/** A figure stated by hand with its ends; undefined where they cannot be: out of order, beyond what its unit allows, or no figure. */
export function spreadOfInput(
  { best, low = best, high = best }: Pick<LossInput, 'best' | 'low' | 'high'>,
  unit: ParameterUnit,
): Spread | undefined {
  const isInOrder = low >= 0 && low <= best && best <= high
  return isInOrder && high <= mostOf[unit] ? { low, best, high } : undefined
}
