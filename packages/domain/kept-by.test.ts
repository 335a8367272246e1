import { expect, test } from 'vitest'
import { keptBy } from './kept-by.ts'

test('what a list decides is made once for each version of it', () => {
  const made: (readonly number[])[] = []
  const sumOf = keptBy((numbers: readonly number[]) => {
    made.push(numbers)
    return { sum: numbers.reduce((all, one) => all + one, 0) }
  })
  const [first, next] = [
    [1, 2],
    [1, 2, 3],
  ]
  expect([sumOf(first).sum, sumOf(next).sum, sumOf(first).sum]).toEqual([3, 6, 3])
  expect(made).toEqual([first, next])
})
