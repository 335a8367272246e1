import { expect, test, describe } from 'vitest'
test.only('this one alone', () => {
  expect(1).toBe(1)
})
test.skip('not today', () => {
  expect(1).toBe(1)
})
test('hopes for the best', () => {
  Math.max(1, 2)
})
test.each([1, 2])('hopes for the best %d', (n) => {
  Math.max(n, 2)
})
describe.skip('no reason', () => {
  test('a', () => {
    expect(1).toBe(1)
  })
})
