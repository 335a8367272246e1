import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deltaOf, reconcile } from './delta.ts'

interface Rec {
  readonly id: string
  readonly value: number
}

const list = fc
  .uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.integer({ min: 0, max: 1 }) }), {
    selector: ({ id }) => id,
  })
  .map((records): readonly Rec[] => records)

const byOrder = (records: readonly Rec[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('a list made anew is sorted, keeps the old object of every record that is equal, and is the old list where all are', () => {
  fc.assert(
    fc.property(list, list, (before, now) => {
      const old = byOrder(before)
      const found = reconcile(old, now)
      expect(found).toEqual(byOrder(now))
      const isNew = (record: Rec) => !old.some((was) => was.id === record.id && was.value === record.value)
      expect(found.every((record) => isNew(record) || old.includes(record))).toBe(true)
      expect(found === old).toBe(JSON.stringify(byOrder(now)) === JSON.stringify(old))
      expect(deltaOf(old, reconcile(old, structuredClone(old)))).toEqual({ changed: [], gone: [] })
    }),
  )
})

test('two records of one id are refused, whatever their order', () => {
  const [a, b] = [
    { id: 'a', value: 1 },
    { id: 'b', value: 1 },
  ]
  for (const doubled of [
    [a, a, b],
    [a, b, { ...a }],
    [b, a, a],
  ])
    expect(() => reconcile([a, b], doubled)).toThrow('two records of one list have the id a')
})
