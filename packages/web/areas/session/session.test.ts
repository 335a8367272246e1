import { expect, test } from 'vitest'
import { safeBack } from './safe-back.ts'
import { mistakesIn, tokenIn } from './set-up-form.ts'

test('after signing in one is led back to a page of ours and to no other address', () => {
  expect(safeBack('/f/f%3Aours/checklist?mode=list')).toBe('/f/f%3Aours/checklist?mode=list')
  expect(safeBack('/')).toBe('/')
  for (const foreign of [
    'https://example.com',
    '//example.com',
    '/\\example.com',
    '/\t/example.com',
    'javascript:alert(1)',
    '',
    undefined,
  ]) {
    expect(safeBack(foreign)).toBe('/')
  }
})

test('the set-up link carries its token behind the hash', () => {
  expect(tokenIn('#token=abc_DEF-1')).toBe('abc_DEF-1')
  expect(tokenIn('')).toBeUndefined()
  expect(tokenIn('#token=')).toBeUndefined()
})

test('the first form says which fields are still to be filled in, in their order', () => {
  expect(mistakesIn({ name: ' ', login: 'a', password: 'short' }).map(({ field }) => field)).toEqual(['name', 'login', 'password'])
  expect(mistakesIn({ name: '見本 花子', login: '花子', password: 'correct horse battery' }).map(({ field }) => field)).toEqual(['login'])
  expect(mistakesIn({ name: '見本 花子', login: 'hanako', password: 'correct horse battery' })).toEqual([])
})
