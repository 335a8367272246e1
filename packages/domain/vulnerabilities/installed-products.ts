import type { Asset, Claim, InstalledSoftware } from '../assets/index.ts'
import { having, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { installedOn } from './installed.ts'
import type { InstalledProduct } from './types.ts'

interface Kept {
  readonly software: readonly InstalledSoftware[]
  readonly claims: readonly Claim[]
  readonly sources: World['sources']
  readonly asOf: World['asOf']
  readonly products: readonly InstalledProduct[]
}

/** What was found for a device, for as long as neither it nor its programs nor what was seen of it nor the day are others. */
const kept = new WeakMap<Asset, Kept>()

/** Everything that is installed anywhere: what the matching holds against the feeds. */
export const installedProducts = defineDerivation({
  name: 'installedProducts',
  reads: ['assets', 'software', 'claims', 'sources', 'asOf'],
  derive({ assets, software, claims, sources, asOf }) {
    return assets.flatMap((asset) => {
      const about = { software: having(software, 'asset', asset.id), claims: having(claims, 'asset', asset.id), sources, asOf }
      const before = kept.get(asset)
      const isOfToday = before?.sources === sources && before.asOf === asOf
      if (isOfToday && isSame(before.software, about.software) && isSame(before.claims, about.claims)) return before.products
      const products = installedOn(asset, about)
      kept.set(asset, { ...about, products })
      return products
    })
  },
})

function isSame(a: readonly object[], b: readonly object[]): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at]))
}
