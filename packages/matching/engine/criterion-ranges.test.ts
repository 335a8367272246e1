import type { VersionFamily } from '@mimamori/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion, Status, VersionRange } from '../advisory.ts'
import { orderOf } from '../versions/orders.ts'
import { placeOf, sortedKeys } from '../versions/sorted.ts'
import { isSilentOf, type Leaf, triOfStatus } from './criteria.ts'
import { openEnd, rangesOf } from './criterion-ranges.ts'
import { versionNumbers } from './end-numbers.ts'
import { readStatements, statusAt } from './statements.ts'

const families: readonly VersionFamily[] = ['dotted', 'semver', 'fortios', 'junos', 'netscaler']
const texts = ['0', '1', '1.0', '1.0.1', '1.1', '1.10', '2', '2.0-rc1', '7.1', '7.1.1', '13.1', '13.1-49.15', '49.15', '21.4', 'odd one']
const version = fc.constantFrom(...texts)
const range: fc.Arbitrary<VersionRange> = fc.oneof(
  version.map((text) => ({ from: text, to: text })),
  fc.record({ from: version, to: version, fromIncluded: fc.boolean(), toIncluded: fc.boolean() }, { requiredKeys: [] }),
)
const status = fc.constantFrom<Status>('affected', 'affected', 'unaffected', 'unknown')
const criterion: fc.Arbitrary<Criterion> = fc.record({
  product: fc.constant({}),
  vulnerable: fc.constant(true),
  versions: fc.array(fc.record({ status, range }), { maxLength: 3 }),
  otherwise: fc.constantFrom<Status>('unaffected', 'unaffected', 'affected', 'unknown'),
})

test('a criterion says the same as ranges as it says statement by statement, of each version and of none', () => {
  fc.assert(
    fc.property(criterion, fc.constantFrom(...families), fc.option(fc.constantFrom('r3-s5', 'sp1')), (said, family, update) => {
      const leaf: Leaf = { criterion: said, reference: { keys: [], groups: [], part: 'a', ...(update !== null && { update }) } }
      const numbers = versionNumbers(family, { most: 1000 })
      const { ranges, missing, unread } = rangesOf(leaf, { family, numbers: numbers.ends })
      const { sorted, rankOf } = numbers.ranked()
      const plainly = (text?: string) => {
        const key = text === undefined ? undefined : orderOf(family).parse(text)
        const statements = readStatements(said, { update: update ?? undefined, family })
        const found = statusAt(statements, said.otherwise, { ...(text !== undefined && { text }), ...(key && { key }) })
        return isSilentOf(said) && found.status === 'unknown' && !found.range ? 0 : triOfStatus(found.status)
      }
      expect(missing).toBe(plainly())
      if (unread) return
      const twice = (end: number) => (rankOf[end] ?? 0) * 2 + 1
      for (const text of texts) {
        const key = orderOf(family).parse(text)
        if (!key) continue
        const rank = placeOf(sortedKeys(sorted), key)
        const holding = ranges.find(
          ({ from, fromIncluded, to, toIncluded }) =>
            (from === openEnd || rank > twice(from) || (fromIncluded && rank === twice(from))) &&
            (to === openEnd || rank < twice(to) || (toIncluded && rank === twice(to))),
        )
        expect([text, holding?.value ?? 0]).toEqual([text, plainly(text)])
      }
    }),
    { numRuns: 1000 },
  )
})

test('versions for which no number is left are read as they are written', () => {
  const leaf: Leaf = {
    criterion: { product: {}, vulnerable: true, versions: [{ status: 'affected', range: { to: '2.0' } }], otherwise: 'unaffected' },
    reference: { keys: [], groups: [], part: 'a' },
  }
  const full = versionNumbers('dotted', { most: 0 })
  expect(rangesOf(leaf, { family: 'dotted', numbers: full.ends })).toMatchObject({ unread: { criterion: leaf.criterion }, missing: 1 })
})
