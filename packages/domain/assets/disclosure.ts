import type { CalendarDate } from '../ids.ts'
import { isKnown } from '../record.ts'
import type { DisclosureSheet } from '../vendors/index.ts'
import { modelKey } from './keys.ts'
import type { Asset } from './types.ts'

/** A device as a disclosure sheet (MDS/SDS) is of it: by its vendor and system, or by its product. */
type Described = Pick<Asset, 'name' | 'maker' | 'model' | 'vendor' | 'systems' | 'disclosureOn'>

/**
 * The day on which the disclosure sheet of a device came: as written with the device, else that of the last receipt from its
 * vendor for one of its systems, or for its product. A sheet of an older version of the product is one, too.
 */
export function disclosureCameOn(asset: Described, disclosures: readonly DisclosureSheet[]): CalendarDate | undefined {
  if (isKnown(asset.disclosureOn)) return asset.disclosureOn
  const days = disclosures.filter((sheet) => isOf(sheet, asset)).map(({ receivedOn }) => receivedOn)
  return days.sort().at(-1)
}

function isOf({ vendor, system, product }: DisclosureSheet, asset: Described): boolean {
  if (vendor !== asset.vendor) return false
  return (system !== undefined && asset.systems?.includes(system) === true) || isItsProduct(product, asset)
}

/** The words of the product name the model, whatever else they say; or they are the name of the device. */
function isItsProduct(product: string, { name, maker, model }: Described): boolean {
  const key = modelKey(maker, model)
  const whole = modelKey(maker, product)
  if (whole === undefined) return false
  if (whole === key || whole === modelKey(undefined, name)) return true
  return key !== undefined && product.split(/[\s {2}()()、,]+/).some((word) => modelKey(undefined, word) === key)
}
