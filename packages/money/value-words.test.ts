import { expect, test } from 'vitest'
import { publishedInWords, spreadInWords, valueInWords } from './value-words.ts'

test.each([
  ['share', 0.3, '30%', '30 %'],
  ['share', 0.004, '0.4%', '0.4 %'],
  ['days', 31, '31日', '31 days'],
  ['days', 1, '1日', '1 day'],
  ['hours', 1.5, '1.5時間', '1.5 hours'],
  ['persons', 12_000, '12,000人', '12,000 persons'],
  ['eventsPerYear', 0.05, '20年に1回', 'once in 20 years'],
  ['eventsPerYear', 2, '1年に2回', '2 a year'],
  ['eventsPerYear', 0, '起きない', 'never'],
  ['yen', 6_328_811, '633万円', '¥6.33M'],
] as const)('%s %d is said as %s and %s', (unit, value, ja, en) => {
  expect([valueInWords(value, unit, 'ja'), valueInWords(value, unit, 'en')]).toEqual([ja, en])
})

test('the month of a publication is said in Japanese as people say it', () => {
  expect([publishedInWords('2023-03', 'ja'), publishedInWords('2022', 'ja'), publishedInWords('2023-03', 'en')]).toEqual([
    '2023年3月',
    '2022年',
    '2023-03',
  ])
})

test('a range stands behind the likely value, from often to seldom where it is a chance', () => {
  expect(spreadInWords({ low: 0.2, best: 0.3, high: 0.45 }, 'share', 'ja')).toBe('30%(20%〜45%)')
  expect(spreadInWords({ low: 0.01, best: 0.05, high: 0.1 }, 'eventsPerYear', 'ja')).toBe('20年に1回(10年に1回〜100年に1回)')
  expect(spreadInWords({ low: 7, best: 7, high: 7 }, 'days', 'en')).toBe('7 days')
})
