import type { Party } from '../picture.ts'
import { isKnown } from '../record.ts'
import type { Asset } from './types.ts'

/** The facility acts first, and the vendor of the asset is told too. */
export function withVendor({ vendor }: Pick<Asset, 'vendor'>): readonly [Party, ...Party[]] {
  return isKnown(vendor) ? ['facility', `vendor:${vendor}`] : ['facility']
}
