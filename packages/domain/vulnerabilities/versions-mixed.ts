import { fact } from '../finding.ts'
import { byId, having, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import type { InstalledProduct } from './types.ts'
import { facetOf, isOneOfMany, matchFacts } from './weakness-reasons.ts'

const shown = 5

/** PCs that run several versions of one product, some of them weak: the old ones are the risk of all. */
export const versionsMixed = defineRule({
  id: 'vulnerabilities/versions-mixed',
  area: 'vulnerabilities',
  reads: ['installedProducts', 'weaknesses', 'assets', 'facility', 'matches'],
  evaluate({ installedProducts, weaknesses, assets, facility, matches }) {
    const [own] = facility
    if (!own) return
    return [...pcsByName({ installedProducts, assets })].flatMap(([name, all]) => {
      const versions = new Set(all.flatMap(({ version }) => version ?? []))
      const old = all.filter(({ id }) => byId(weaknesses, id)?.verdict === 'affected')
      const [first] = old
      if (versions.size < 2 || !first || old.length === all.length) return []
      return {
        subjects: [own.id],
        facet: facetOf({ product: byId(weaknesses, first.id)?.product ?? name }),
        parties: ['facility' as const] as const,
        because: [
          {
            say: 'mixed',
            with: { product: first.name, versions: versions.size, pcs: all.length, old: old.length },
            facts: old
              .slice(0, shown)
              .flatMap(({ id, facts }) => [
                ...facts.map((one) => fact(one.slice, one.id, one.field)),
                ...matchFacts({ matches: byId(weaknesses, id)?.matches ?? [] }, { matches }),
              ]),
          },
        ],
      }
    })
  },
})

function pcsByName({
  installedProducts,
  assets,
}: Pick<World, 'installedProducts' | 'assets'>): ReadonlyMap<string, readonly InstalledProduct[]> {
  const names = new Map<string, InstalledProduct[]>()
  for (const asset of assets) {
    if (!isOneOfMany(asset.kind)) continue
    for (const installed of having(installedProducts, 'asset', asset.id)) {
      if (installed.role === 'hardware') continue
      const key = `${installed.role} ${installed.name}`
      const there = names.get(key)
      if (there) there.push(installed)
      else names.set(key, [installed])
    }
  }
  return names
}
