import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approximate, compare, fraction, minus, over, plus, times, truncate } from './fraction.ts'

const positive = fc.tuple(fc.bigInt(1n, 1_000_000n), fc.bigInt(1n, 10_000n)).map(([n, d]) => fraction(n, d))
const amount = fc.tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 10_000n)).map(([n, d]) => fraction(n, d))

test('a sum taken apart again, and a product, leave what was there', () => {
  fc.assert(
    fc.property(amount, positive, (a, b) => {
      expect(compare(minus(plus(a, b), b), a)).toBe(0)
      expect(compare(over(times(a, b), b), a)).toBe(0)
    }),
  )
})

test('a figure is cut off toward zero, on both sides of it', () => {
  expect([truncate(fraction(7, 2)), truncate(fraction(-7, 2)), truncate(fraction(4)), truncate(fraction(-1, 3))]).toEqual([3, -3, 4, 0])
})

test('the nearest double is within one part in a million of a million', () => {
  fc.assert(
    fc.property(amount, (a) => {
      const near = approximate(a)
      expect(Math.abs(near * Number(a.denominator) - Number(a.numerator))).toBeLessThan(1)
    }),
  )
})

test('a denominator of 0 is refused', () => {
  expect(() => fraction(1, 0)).toThrow('above 0')
})
