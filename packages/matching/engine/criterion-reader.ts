import type { Advisory, Condition, Criterion } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { groupReference, type Leaf, type ReferenceGrouped, readReference } from './criteria.ts'

/** Reads criteria; of references that come again it remembers what they mean. */
export interface CriterionReader {
  read(criterion: Criterion): Leaf
  /** Keys of the products that an advisory may call weak. */
  weakKeysOf(advisory: Advisory): ReadonlySet<string>
}

/** A feed names some hundred thousand products; what lies further back is read again. */
const mostRemembered = 400_000

export function criterionReader(book: ProductBook): CriterionReader {
  const known = new Map<string, ReferenceGrouped>()
  const read = (criterion: Criterion): Leaf => {
    const { cpe, vendor, product, jvnProduct } = criterion.product
    const name =
      cpe !== undefined && vendor === undefined && product === undefined && jvnProduct === undefined
        ? cpe
        : JSON.stringify([cpe, vendor, product, jvnProduct])
    const found = known.get(name)
    if (found) return { criterion, reference: found }
    if (known.size >= mostRemembered) known.clear()
    const reference = groupReference(readReference(criterion.product, book), book.groups)
    known.set(name, reference)
    return { criterion, reference }
  }
  return {
    read,
    weakKeysOf: ({ conditions }) =>
      new Set(weakCriteria(conditions).flatMap((criterion) => read(criterion).reference.keys.map(({ key }) => key))),
  }
}

function weakCriteria(conditions: readonly Condition[]): readonly Criterion[] {
  return conditions.flatMap((condition) => {
    if (condition.kind !== 'product') return weakCriteria(condition.of)
    return condition.criterion.vulnerable ? [condition.criterion] : []
  })
}
