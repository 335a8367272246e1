import type { Asset } from '../assets/index.ts'
import { keptEach } from '../kept-by.ts'
import { having } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { installedOn } from './installed.ts'
import type { InstalledProduct } from './types.ts'

const kept = keptEach<Asset, readonly InstalledProduct[]>()

/** Everything that is installed anywhere: what the matching holds against the feeds. */
export const installedProducts = defineDerivation({
  name: 'installedProducts',
  reads: ['assets', 'software', 'claims', 'sources', 'asOf'],
  each: 'assets',
  derive({ sources, asOf, ...seen }, asset) {
    const software = having(seen.software, 'asset', asset.id)
    const claims = having(seen.claims, 'asset', asset.id)
    return kept(asset, [...software, ...claims, sources, asOf], () => installedOn(asset, { software, claims, sources, asOf }))
  },
})
