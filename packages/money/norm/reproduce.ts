import { truncate } from '../fraction.ts'
import { budgetNorm, displayedMean } from './norm.ts'
import type { NormProfileId, NormReference, NormRow } from './types.ts'

export type NormFigureName = 'mean' | 'needMinimum' | 'gapMinimum' | 'needSufficient' | 'gapSufficient'

/**
 * One printed figure beside what is reckoned from the published inputs, thousand yen. `reproduced`: nothing else can come out.
 * `consistent`: the printed inputs leave several values open, and one mean gives all that is printed. `differs`: neither.
 */
export interface NormCheck {
  readonly row: string
  readonly figure: NormFigureName
  readonly printed: number
  readonly possible: readonly number[]
  readonly verdict: 'reproduced' | 'consistent' | 'differs'
}

/** Every figure of one report held against the formulas: 25 of the final one; of the interim one needs and gaps, 20. */
export function reproduceNorm(reference: NormReference, id: NormProfileId): readonly NormCheck[] {
  return budgetNorm(reference, id).rows.flatMap(checksOf)
}

function checksOf(row: NormRow): readonly NormCheck[] {
  const { printed, mean, minimum, sufficient } = row
  if (!printed) return []
  const agrees = mean.kind === 'counted' || mean.agrees
  const check = (figure: NormFigureName, print: number, possible: readonly number[]): NormCheck => ({
    row: row.row,
    figure,
    printed: print,
    possible,
    verdict: !possible.includes(print) ? 'differs' : possible.length === 1 ? 'reproduced' : agrees ? 'consistent' : 'differs',
  })
  return [
    ...(mean.kind === 'counted' ? [check('mean', printed.meanThousandYen, [displayedMean(mean)])] : []),
    check('needMinimum', printed.needMinimumThousandYen, [truncate(minimum.need)]),
    check('gapMinimum', printed.gapMinimumThousandYen, minimum.possibleGaps),
    check('needSufficient', printed.needSufficientThousandYen, [truncate(sufficient.need)]),
    check('gapSufficient', printed.gapSufficientThousandYen, sufficient.possibleGaps),
  ]
}
