import { expect, test } from 'vitest'
import { itemsByNumber } from './items-by-number.ts'

const items = ['1-①', '2-①', '2-②', '2-⑪'].map((number) => ({ number }))
const numbers = (typed: string) => itemsByNumber(items, typed).map(({ number }) => number)

test('an item is found by its number however it is typed, and a section by its first figure', () => {
  expect(numbers('2-(1)')).toEqual(['2-①'])
  expect(numbers('２の１１')).toEqual(['2-⑪'])
  expect(numbers('2')).toEqual(['2-①', '2-②', '2-⑪'])
  expect(numbers('')).toHaveLength(4)
  expect(numbers('9')).toEqual([])
})
