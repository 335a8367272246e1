import type { VendorId } from '../ids.ts'
import type { Party } from '../picture.ts'
import { type Fact, isKnown } from '../record.ts'

/** Whoever has the task first; the facility is always told. */
export function partiesOf(party: Party): readonly [Party, ...Party[]] {
  return party === 'facility' ? ['facility'] : [party, 'facility']
}

/** The party that a response was given to. */
export function partyOfResponse({ vendor }: { readonly vendor?: Fact<VendorId> }): Party {
  return isKnown(vendor) ? `vendor:${vendor}` : 'facility'
}
