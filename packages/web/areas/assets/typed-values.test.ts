import { expect, test } from 'vitest'
import { wholeNumber, wordsIn } from './typed-values.ts'

test('a number is read as an office types it, and what is none is left alone', () => {
  expect(wholeNumber('1,200')).toBe(1200)
  expect(wholeNumber('４２')).toBe(42)
  expect(wholeNumber('約40')).toBeUndefined()
  expect(wholeNumber('-1')).toBeUndefined()
})

test('several addresses in one line are several, each once', () => {
  expect(wordsIn('192.168.1.10、192.168.1.11, 192.168.1.10')).toEqual(['192.168.1.10', '192.168.1.11'])
  expect(wordsIn(' 、 ')).toBeUndefined()
})
