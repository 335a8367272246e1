import type { Asset } from './types.ts'

/** The asset that was confirmed last: going through the register confirms its assets one by one. */
export function newestConfirmed(assets: readonly Asset[]): Asset | undefined {
  return assets.reduce<Asset | undefined>(
    (newest, asset) => ((asset.confirmedOn ?? '') > (newest?.confirmedOn ?? '') ? asset : newest),
    undefined,
  )
}
