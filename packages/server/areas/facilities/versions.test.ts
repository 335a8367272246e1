import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { versionKey } from '../kept.ts'
import { versionsAfter, versionsOf } from './versions.ts'

const id = fc.integer({ min: 0, max: 40 }).map((number) => `p:${number}`)
const version = fc.integer({ min: 1, max: 900 })
const change = fc.record({
  write: fc.array(fc.record({ slice: fc.constant('people' as const), id, version }), { maxLength: 4 }),
  remove: fc.array(fc.record({ slice: fc.constant('people' as const), id }), { maxLength: 2 }),
})

test('after any changes each row has the version that it was given last', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const expected = new Map([[versionKey('people', 'p:1'), 7]])
      let versions = versionsOf(expected)
      const plain = new Map(expected)
      for (const one of changes) {
        versions = versionsAfter(versions, one)
        for (const row of one.write) plain.set(versionKey(row.slice, row.id), row.version)
        for (const row of one.remove) plain.delete(versionKey(row.slice, row.id))
      }
      for (let at = 0; at <= 40; at++) {
        const key = versionKey('people', `p:${at}`)
        expect(versions.get(key)).toBe(plain.get(key))
      }
      expect([...expected]).toEqual([['people\np:1', 7]])
    }),
  )
})

test('more changed rows than are laid over the others keep their versions, and an earlier revision its own', () => {
  const before = versionsOf(new Map([[versionKey('people', 'p:0'), 1]]))
  const write = Array.from({ length: 900 }, (_, at) => ({ slice: 'people' as const, id: `p:${at}`, version: at + 2 }))
  const after = versionsAfter(versionsAfter(before, { write, remove: [] }), { write: [], remove: [{ slice: 'people', id: 'p:7' }] })
  expect([after.get('people\np:0'), after.get('people\np:7'), after.get('people\np:899')]).toEqual([2, undefined, 901])
  expect([before.get('people\np:0'), before.get('people\np:899')]).toEqual([1, undefined])
})
