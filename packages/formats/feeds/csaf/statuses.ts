import type { Condition, Criterion, Status, Unparsed } from '@mimamori/matching'
import { type JsonObject, textsOf } from '../fields.ts'
import { criterionOf, type VersionsRead } from '../versions.ts'
import type { CsafProduct } from './products.ts'

/** What the groups of product_status say, the more important last: what is fixed is fixed, whatever range was named as affected. */
const groups: readonly (readonly [string, Status])[] = [
  ['under_investigation', 'unknown'],
  ['first_affected', 'affected'],
  ['last_affected', 'affected'],
  ['known_affected', 'affected'],
  ['known_not_affected', 'unaffected'],
  ['first_fixed', 'unaffected'],
  ['fixed', 'unaffected'],
]

interface Told {
  readonly product: CsafProduct
  readonly parts: VersionsRead[]
  /** Said of the product as a whole, without a version. */
  whole?: Status
}

export interface CsafAffected {
  readonly conditions: readonly Condition[]
  readonly unparsed: readonly Unparsed[]
}

/** The products of a weakness: all that is said of one product, on one platform, is one criterion. */
export function conditionsOf(status: JsonObject, products: ReadonlyMap<string, CsafProduct>): CsafAffected {
  const told = new Map<string, Told>()
  const unparsed: Unparsed[] = []
  for (const [group, said] of groups) {
    for (const id of textsOf(status[group])) {
      const product = products.get(id)
      if (product) tell(told, product, said)
      else unparsed.push({ text: id, why: 'no-product' })
    }
  }
  const conditions = [...told.values()].map((one) => {
    const { criterion, unparsed: words } = criterionOf({
      product: one.product.reference,
      parts: one.parts,
      otherwise: one.whole ?? 'unknown',
    })
    unparsed.push(...words)
    return onPlatforms(criterion, one.product.on)
  })
  return { conditions, unparsed }
}

function tell(told: Map<string, Told>, product: CsafProduct, status: Status): void {
  const key = JSON.stringify([product.reference, product.on.map((on) => [on.reference, on.versions('affected')])])
  const one = told.get(key) ?? { product, parts: [] }
  const versions = product.versions(status)
  if (versions) one.parts.push(versions)
  else one.whole = status
  told.set(key, one)
}

function onPlatforms(criterion: Criterion, on: readonly CsafProduct[]): Condition {
  const weak: Condition = { kind: 'product', criterion }
  if (on.length === 0) return weak
  const platforms = on.map((platform): Condition => {
    const versions = platform.versions('affected')
    const { criterion: there } = criterionOf({
      product: platform.reference,
      vulnerable: false,
      parts: versions ? [versions] : [],
      otherwise: versions ? 'unaffected' : 'affected',
    })
    return { kind: 'product', criterion: there }
  })
  return { kind: 'all', of: [weak, ...platforms] }
}
