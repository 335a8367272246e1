import { expect, test } from 'vitest'
import { Bases } from './bases.ts'

test('a part rests on the version that was on the screen when it was begun', () => {
  const bases = new Bases()
  bases.begun('a', 3)
  bases.begun('a', 5)
  expect(bases.of(['a', 'b'])).toEqual({ a: 3 })
})

test('what was begun before our own save rests on that save, and on nothing that a colleague wrote later', () => {
  const bases = new Bases()
  bases.begun('a', 3)
  bases.stored(['a'], 4)
  bases.begun('a', 3)
  expect(bases.of(['a'])).toEqual({ a: 4 })
  bases.stored(['a'], 6)
  bases.begun('a', 3)
  expect(bases.of(['a'])).toEqual({ a: 6 })
  bases.stored(['a'], 7)
  bases.begun('a', 2)
  expect(bases.of(['a'])).toEqual({ a: 2 })
})

test('after a colleague was quicker, what was begun before stays behind theirs', () => {
  const bases = new Bases()
  bases.begun('a', 3)
  bases.taken(['a'])
  bases.begun('a', 3)
  expect(bases.of(['a'])).toEqual({ a: 3 })
  bases.taken(['a'])
  bases.begun('a', 8)
  expect(bases.of(['a'])).toEqual({ a: 8 })
})
