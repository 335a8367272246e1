import { type Fraction, fraction, over, plus, times, truncate } from '../fraction.ts'
import type { NormRow } from './types.ts'

/**
 * How public aid is rounded. `exact`: cut off to thousand yen. `published`: the paper's own list, which follows no single rule.
 * `floor100`: cut off to a million yen (gives 8 of 9 interim figures). `sig2`: two digits, half up (gives 6 of 9 final ones).
 */
export type AidProfile = 'exact' | 'published' | 'floor100' | 'sig2'

export const aidProfiles: readonly AidProfile[] = ['exact', 'published', 'floor100', 'sig2']

/** Either need of the norm: the minimum (15 % of the IT budget) or the sufficient level (30 %). */
export type NormLevelName = 'minimum' | 'sufficient'

/** Aid for one hospital in a year, thousand yen. Null: the paper publishes none for these choices. */
export function aidOf(row: NormRow, level: NormLevelName, profile: AidProfile): number | null {
  const { shortage } = row[level]
  switch (profile) {
    case 'exact':
      return truncate(shortage)
    case 'floor100':
      return truncate(over(shortage, fraction(1000))) * 1000
    case 'sig2':
      return twoDigits(shortage)
    case 'published':
      return publishedAid(row, level)
  }
}

function publishedAid({ printed }: NormRow, level: NormLevelName): number | null {
  if (!printed) return null
  return (level === 'minimum' ? printed.aidMinimumManYen : printed.aidSufficientManYen) * 10
}

function twoDigits(amount: Fraction): number {
  const digits = String(truncate(amount)).length
  const unit = fraction(10n ** BigInt(Math.max(0, digits - 2)))
  return truncate(times(fraction(truncate(plus(over(amount, unit), fraction(1, 2)))), unit))
}
