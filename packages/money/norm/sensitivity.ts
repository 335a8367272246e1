import { budgetNorm } from './norm.ts'
import type { NormChoices, NormProfileId, NormRate, NormReference, NormRow } from './types.ts'

/** The norm under another share of IT in revenue: the paper's headline rests on this one figure. */
export interface NormSensitivity {
  readonly rate: NormRate
  readonly rows: readonly NormRow[]
}

/** All IT shares of the catalogue, the highest first, everything else as in the profile and the choices. */
export function sensitivityToItRate(
  reference: NormReference,
  id: NormProfileId,
  choices: Omit<NormChoices, 'itRate'> = {},
): readonly NormSensitivity[] {
  const rates = reference.normRates.filter((rate) => rate.of === 'it-of-revenue')
  return rates
    .toSorted((a, b) => b.numerator / b.denominator - a.numerator / a.denominator)
    .map((rate) => ({ rate, rows: budgetNorm(reference, id, { ...choices, itRate: rate.id }).rows }))
}
