import { expect, test } from 'vitest'
import { defineDerivation, defineRule } from './rule.ts'

test('the type refuses a rule that reads what it did not declare', () => {
  // @ts-expect-error: `answers` is not declared
  defineRule({ id: 'x/a', area: 'vendors', reads: ['vendors'], evaluate: ({ answers }) => answers })
  // @ts-expect-error: an each rule does not see its own list
  defineRule({ id: 'x/b', area: 'vendors', reads: ['vendors'], each: 'vendors', evaluate: ({ vendors }) => vendors })
  // @ts-expect-error: no such list
  defineRule({ id: 'x/c', area: 'vendors', reads: ['vendor'], evaluate: () => undefined })
  // @ts-expect-error: findings have no memory
  defineRule({ id: 'x/d', area: 'vendors', reads: ['register'], evaluate: () => undefined })
  // @ts-expect-error: `each` must be one of the reads
  defineRule({ id: 'x/e', area: 'vendors', reads: ['vendors'], each: 'systems', evaluate: () => undefined })
  // @ts-expect-error: a draft has subjects and parties
  defineRule({ id: 'x/f', area: 'vendors', reads: ['vendors'], evaluate: () => ({ because: [] }) })
  // @ts-expect-error: a derivation returns records of its own list
  defineDerivation({ name: 'sheetsNow', reads: ['vendors'], derive: ({ vendors }) => vendors })
  expect(
    defineRule({ id: 'x/g', area: 'vendors', reads: ['vendors'], evaluate: ({ vendors }) => (vendors.length > 0 ? undefined : []) }).reads,
  ).toEqual(['vendors'])
})
