import { expect, test } from 'vitest'

async function answer(): Promise<number> {
  return await Promise.resolve(1)
}

test('an expectation without a matcher says nothing', () => {
  expect(1)
})

test('a promise that nobody waits for', () => {
  answer()
  expect(1).toBe(1)
})
