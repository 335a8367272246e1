import type { VendorResponse } from '@mimamori/contract'
import { type AssetId, byId, known, updatePartyOf } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { saysOf } from '../rows/says.ts'

/**
 * What is written of this vendor's duty to update one of these devices. NOTE: a contract with somebody else, and a duty that is the
 * facility's or nobody's, is not told.
 */
export function vendorDutyOf(now: Kept, assets: readonly AssetId[], vendor: string): VendorResponse['duty'] {
  const { contracts } = now.picture.slices
  for (const asset of assets) {
    const duty = byId(now.analysis.world.assetDuties, asset)
    const { party, because } = updatePartyOf(duty, { contracts })
    if (party !== `vendor:${vendor}`) continue
    const contract = byId(contracts, known(duty?.contract))
    const own = contract?.vendor === vendor ? contract : undefined
    return {
      says: saysOf(now, `duty:${because}`),
      ...(own?.title !== undefined && { contract: own.title }),
      ...(own?.updateClause !== undefined && { clause: own.updateClause }),
      ...(own?.updatePaidBy && { paidBy: own.updatePaidBy }),
    }
  }
  return undefined
}
