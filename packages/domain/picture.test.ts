import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byId, inStep } from './picture.ts'

test('records asked for in any order, step by step, are those that a search for each finds', () => {
  const id = fc.integer({ min: 0, max: 60 }).map((number) => `a:${number}`)
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(id), fc.boolean(), (ids, asked, isRising) => {
      const list = ids.toSorted().map((one) => ({ id: one }))
      const find = inStep(list)
      for (const one of isRising ? asked.toSorted() : asked) expect(find(one)).toBe(byId(list, one))
    }),
  )
})
