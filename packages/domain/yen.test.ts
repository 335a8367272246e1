import { expect, test } from 'vitest'
import { wholeYen, wholeYenRange, yenInWords, yenRangeInWords } from './yen.ts'

test.each([
  [0, '0円', '¥0'],
  [9_999, '9,999円', '¥10,000'],
  [8_100, '8,100円', '¥8,100'],
  [12_500, '1.3万円', '¥12,500'],
  [380_000, '38万円', '¥380,000'],
  [1_460_000, '146万円', '¥1.46M'],
  [14_300_000, '1,430万円', '¥14.3M'],
  [99_996_000, '1億円', '¥100M'],
  [360_400_000, '3.6億円', '¥360M'],
  [3_420_000_000, '34.2億円', '¥3.42B'],
  [-6_200_000, '−620万円', '−¥6.2M'],
])('%d yen is said as %s and %s', (yen, ja, en) => {
  expect([yenInWords(yen, 'ja'), yenInWords(yen, 'en')]).toEqual([ja, en])
})

test('a range names both ends, one where they are alike', () => {
  expect(yenRangeInWords({ low: 1_300_000, high: 13_500_000 }, 'ja')).toBe('130万円〜1,350万円')
  expect(yenRangeInWords({ low: 1_300_000, high: 13_500_000 }, 'en')).toBe('¥1.3M to ¥13.5M')
  expect(yenRangeInWords({ low: 1_300_000, high: 1_300_000 }, 'ja')).toBe('130万円')
})

test('a table has every figure', () => {
  expect([wholeYen(1_463_210, 'ja'), wholeYen(-1_463_210, 'en')]).toEqual(['1,463,210円', '−¥1,463,210'])
  expect(wholeYenRange({ low: 304_000, high: 380_000 }, 'ja')).toBe('304,000円〜380,000円')
})
