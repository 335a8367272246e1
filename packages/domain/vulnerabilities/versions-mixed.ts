import { fact } from '../finding.ts'
import { byId, having, inStep, type World } from '../picture.ts'
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
    const isAffected = ({ id }: InstalledProduct) => byId(weaknesses, id)?.verdict === 'affected'
    return weakProducts({ installedProducts, weaknesses }).flatMap(({ role, name }) => {
      const assetOf = inStep(assets)
      const isOneOfThem = (one: InstalledProduct) => one.role === role && isOneOfMany(assetOf(one.asset)?.kind)
      const all = having(installedProducts, 'name', name).filter(isOneOfThem)
      const versions = new Set(all.flatMap(({ version }) => version ?? []))
      const old = all.filter(isAffected)
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

/** Of each product of which something published holds of one device one; all that bear its name are that product, whatever their versions. */
function weakProducts({ installedProducts, weaknesses }: Pick<World, 'installedProducts' | 'weaknesses'>): readonly InstalledProduct[] {
  const weak = new Map<string, InstalledProduct>()
  const productOf = inStep(installedProducts)
  for (const { id, verdict } of weaknesses) {
    const installed = verdict === 'affected' ? productOf(id) : undefined
    if (installed && installed.role !== 'hardware') weak.set(`${installed.role} ${installed.name}`, installed)
  }
  return [...weak.values()]
}
