import { expect, test } from 'vitest'
import { makeLru } from './lru.ts'

test('what was longest unused goes first once the limit on bytes is passed', () => {
  const lru = makeLru<string>(100)
  lru.set('a', 'A', 40)
  lru.set('b', 'B', 40)
  expect(lru.get('a')).toBe('A')
  lru.set('c', 'C', 40)
  expect([lru.get('a'), lru.get('b'), lru.get('c'), lru.bytes]).toEqual(['A', undefined, 'C', 80])
})

test('a value set again takes the place of the old one in the sum', () => {
  const lru = makeLru<string>(100)
  lru.set('a', 'A', 90)
  lru.set('a', 'AA', 30)
  expect([lru.get('a'), lru.bytes]).toEqual(['AA', 30])
  lru.drop('a')
  expect([lru.get('a'), lru.bytes]).toEqual([undefined, 0])
})

test('a value larger than the limit is kept as the only one', () => {
  const lru = makeLru<string>(100)
  lru.set('a', 'A', 40)
  lru.set('b', 'B', 400)
  expect([lru.get('a'), lru.get('b')]).toEqual([undefined, 'B'])
})
