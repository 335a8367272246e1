import { expect, test } from 'vitest'
import { numberOfItem, plainNumber } from './item-number.ts'

test.each(['2-⑤', '2-5', '2-(5)', '２－５', '2ー5', '2の5', '2-05', '2(5)', ' 2 - 5 '])('%s names item 2-5', (text) => {
  expect(plainNumber(text)).toBe('2-5')
})

test('numbers of two digits and the gate question keep theirs', () => {
  expect(plainNumber('2-⑬')).toBe('2-13')
  expect(plainNumber('2-13')).toBe('2-13')
  expect(plainNumber('0')).toBe('0')
})

test('the id of an item is said as the number that is printed', () => {
  expect(numberOfItem('r7:2-04')).toBe('2-④')
  expect(numberOfItem('r7:2-13')).toBe('2-⑬')
  expect(numberOfItem('r7:0')).toBe('0')
})
