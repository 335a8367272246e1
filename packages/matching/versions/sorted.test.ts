import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareKeys, keyOf } from './key.ts'
import type { VersionKey } from './order.ts'
import { keyAt, placeOf, sortedKeys } from './sorted.ts'

const place = fc.oneof(
  { weight: 9, arbitrary: fc.nat({ max: 9 }) },
  fc.constantFrom(-2, 8190, 8191, 8192, 19_045, 'a', Number.POSITIVE_INFINITY),
)
const key: fc.Arbitrary<VersionKey> = fc.array(place, { maxLength: 5 }).map(keyOf)
const few: fc.Arbitrary<VersionKey> = fc.array(fc.constantFrom(0, 1, 2, 8190, Number.POSITIVE_INFINITY), { maxLength: 4 }).map(keyOf)

function sortedOnce(keys: readonly VersionKey[]): readonly VersionKey[] {
  const sorted = keys.toSorted(compareKeys)
  return sorted.filter((one, at) => at === 0 || compareKeys(sorted[at - 1] ?? [], one) !== 0)
}

test.each([
  ['short', few],
  ['any', key],
] as const)('%s keys are found where comparing them one by one finds them', (_, some) => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), fc.oneof(some, key), (keys, wanted) => {
      const once = sortedOnce(keys)
      const sorted = sortedKeys(once)
      const before = once.filter((one) => compareKeys(one, wanted) < 0).length
      const isThere = once.some((one) => compareKeys(one, wanted) === 0)
      expect(placeOf(sorted, wanted)).toBe(before * 2 + (isThere ? 1 : 0))
      expect(once.map((one, at) => compareKeys(one, keyAt(sorted, at)))).toEqual(once.map(() => 0))
    }),
  )
})
