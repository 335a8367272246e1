import { fiscalYearOf } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** The year whose plan is worked on: that of the facility, else that of today. */
export function planYearOf({ asOf, picture: { slices } }: Pick<Kept, 'asOf' | 'picture'>): number {
  return slices.facility[0]?.fiscalYear ?? fiscalYearOf(asOf)
}
