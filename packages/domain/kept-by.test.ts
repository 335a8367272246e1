import { expect, test } from 'vitest'
import { keptBy, keptEach } from './kept-by.ts'

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

test('what was made of a record is made anew as soon as anything that it rests on is another object', () => {
  const record = { id: 'a' }
  const [list, equal] = [[1], [1]]
  const kept = keptEach<typeof record, number>()
  let times = 0
  const made = (restsOn: readonly unknown[], of = record) => kept(of, restsOn, () => ++times)
  expect([made([list, 'x']), made([list, 'x'])]).toEqual([1, 1])
  expect([made([equal, 'x']), made([equal, 'y']), made([equal]), made([equal, 'x']), made([equal, 'x'])]).toEqual([2, 3, 4, 5, 5])
  expect(made([equal, 'x'], { ...record })).toBe(6)
})
