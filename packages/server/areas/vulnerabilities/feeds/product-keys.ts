import type { Advisory, Condition } from '@mimamori/matching'
import type { KeysOf } from './parts.ts'

const longestKey = 300

/** Keys of the products that may be weak; platforms on which they must run are none of them. */
export function keysOfAdvisory({ conditions }: Advisory, keysOf: KeysOf): readonly string[] {
  return keptKeys(conditions.flatMap((condition) => keysWithin(condition, keysOf)))
}

/** NOTE: no name of a product is longer; an index takes no text of any length. */
export function keptKeys(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key) => key.length <= longestKey))]
}

function keysWithin(condition: Condition, keysOf: KeysOf): readonly string[] {
  if (condition.kind !== 'product') return condition.of.flatMap((one) => keysWithin(one, keysOf))
  const { vulnerable, product } = condition.criterion
  return vulnerable ? keysOf(product) : []
}
