import { expect, test } from 'vitest'
import { readCount, readFigure, readShare, readSignedYen, readYen } from './read-yen.ts'

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

test.each(['', '-5万', '約150万', '150万〜200万', '1.2.3', '万', '999999億', '1e6'])('「%s」 is no amount', (text) => {
  expect(readYen(text)).toBeUndefined()
})

test('a result of operations may be below 0, as accounts write it', () => {
  expect(['▲120万', '-1,200,000円', '△1.2億', '300万'].map(readSignedYen)).toEqual([-1_200_000, -1_200_000, -120_000_000, 3_000_000])
})

test('a share is read with its sign and without, and never above the whole', () => {
  expect(['30%', '30', '３０％', '0.5%', '120%', '-3%'].map(readShare)).toEqual([0.3, 0.3, 0.3, 0.005, undefined, undefined])
})

test('a figure may name what it counts; a count is whole', () => {
  expect([readFigure('1.5日'), readFigure('12,000人'), readFigure('いくつか')]).toEqual([1.5, 12_000, undefined])
  expect([readCount('250人'), readCount('1.5')]).toEqual([250, undefined])
})
