import { truncate } from '../fraction.ts'
import { type AidProfile, aidOf, type NormLevelName } from './aid.ts'
import type { NormRow } from './types.ts'

/** One year of the way that the paper proposes (slide 34): need and aid in thousand yen. */
export interface NormYear {
  readonly year: number
  readonly level: NormLevelName
  readonly needThousandYen: number
  readonly aidThousandYen: number | null
}

export interface StagedPath {
  readonly sufficientYears: number
  readonly years: number
  readonly aid: AidProfile
}

/** The sufficient level for the first years, then the minimum. The paper says "some years" (数年) and no number. */
export function stagedPath(row: NormRow, { sufficientYears, years, aid }: StagedPath): readonly NormYear[] {
  return Array.from({ length: years }, (_, at) => {
    const level = at < sufficientYears ? 'sufficient' : 'minimum'
    return { year: at + 1, level, needThousandYen: truncate(row[level].need), aidThousandYen: aidOf(row, level, aid) }
  })
}
