import { type Fraction, fraction, times, truncate } from '../fraction.ts'
import { shareOf } from './norm.ts'
import type { BudgetNorm, NormReference, NormRow } from './types.ts'

/** What is known of one facility; yen of a year. An absent budget is unknown, not 0. */
export interface FacilityFacts {
  readonly beds?: number
  readonly revenueYen?: number
  readonly budgetYen?: number
}

/** A need in whole yen, cut off, and what of it the budget leaves open: 0 where it is enough, null where the budget is unknown. */
export interface FacilityNeed {
  readonly needYen: number
  readonly shortfallYen: number | null
}

/**
 * One facility against the norm. `own-revenue`: from its own figures, any size. `bed-class`: from the mean revenue of its class, so it
 * says less. `outside`: fewer beds than the paper's smallest class and no revenue known. `unknown`: neither is known.
 */
export type FacilityAgainstNorm =
  | {
      readonly kind: 'own-revenue' | 'bed-class'
      readonly row?: string
      readonly revenueYen: number
      readonly minimum: FacilityNeed
      readonly sufficient: FacilityNeed
    }
  | { readonly kind: 'outside'; readonly beds: number; readonly smallest: number }
  | { readonly kind: 'unknown' }

/** Own revenue counts before the class of beds. */
export function facilityAgainstNorm(reference: NormReference, norm: BudgetNorm, facts: FacilityFacts): FacilityAgainstNorm {
  const row = facts.beds === undefined ? undefined : rowOfBeds(norm, facts.beds)
  const named = row && { row: row.row }
  if (facts.revenueYen !== undefined)
    return { kind: 'own-revenue', ...named, ...needsOf(reference, norm, fraction(facts.revenueYen), facts) }
  if (row) return { kind: 'bed-class', ...named, ...needsOf(reference, norm, times(row.revenue, fraction(1000)), facts) }
  if (facts.beds === undefined) return { kind: 'unknown' }
  return { kind: 'outside', beds: facts.beds, smallest: Math.min(...norm.rows.map(({ beds }) => beds.from)) }
}

function rowOfBeds({ rows }: BudgetNorm, count: number): NormRow | undefined {
  return rows.find(({ beds }) => count >= beds.from && (beds.to === undefined || count <= beds.to))
}

function needsOf({ normRates }: NormReference, { profile }: BudgetNorm, revenueYen: Fraction, { budgetYen }: FacilityFacts) {
  const share = (id: string) => shareOf(normRates.find((rate) => rate.id === id) ?? never(id))
  const it = times(revenueYen, share(profile.itRate))
  const need = (rate: string): FacilityNeed => {
    const needYen = truncate(times(it, share(rate)))
    return { needYen, shortfallYen: budgetYen === undefined ? null : Math.max(0, needYen - budgetYen) }
  }
  return { revenueYen: truncate(revenueYen), minimum: need(profile.minimumRate), sufficient: need(profile.sufficientRate) }
}

function never(id: string): never {
  throw new RangeError(`the catalogue has no rate ${id}`)
}
