import { expect, test } from 'vitest'
import { readYen } from './read-yen.ts'

test.each([
  ['150万', 1_500_000],
  ['１５０万円', 1_500_000],
  ['1,500,000円', 1_500_000],
  ['￥1,500,000', 1_500_000],
  ['1.5億', 150_000_000],
  ['1億2,000万円', 120_000_000],
  ['0', 0],
  [' 38 万 ', 380_000],
])('「%s」 is read as %d yen', (text, yen) => {
  expect(readYen(text)).toBe(yen)
})

test.each(['', '-5万', '約150万', '150万〜200万', '1.2.3', '万', '99999億', '1e6'])('「%s」 is no amount', (text) => {
  expect(readYen(text)).toBeUndefined()
})
