import { expect, test } from 'vitest'
import { clockTime, dateAndTime, dayOfYear, lastDayBefore, longDate, monthDay, plainDate, shortDate } from './show-date.ts'

test('dates are shown in 和暦 with the weekday, and in English with the Western year', () => {
  expect(longDate('2026-11-20', 'ja')).toBe('令和8年11月20日(金)')
  expect(longDate('2026-11-20', 'en')).toBe('20 November 2026 (Fri)')
  expect(plainDate('2027-03-31', 'ja')).toBe('令和9年3月31日')
  expect(monthDay('2026-12-04', 'ja')).toBe('12月4日(金)')
  expect(monthDay('2026-12-04', 'en')).toBe('4 Dec (Fri)')
  expect(dayOfYear('2026-12-04', 'ja')).toBe('12月4日')
  expect(shortDate('2026-09-01', 'ja')).toBe('R8.9.1')
  expect(shortDate('2026-09-01', 'en')).toBe('2026-09-01')
})

test('times are those of Japan, wherever the PC stands', () => {
  expect(clockTime('2026-11-20T01:42:00Z')).toBe('10:42')
  expect(dateAndTime('2026-11-20T15:30:00Z', 'ja')).toBe('令和8年11月21日 00:30')
})

test('a text that is no date is shown as it is', () => {
  expect(longDate('いつか', 'ja')).toBe('いつか')
  expect(clockTime('いつか')).toBe('')
})

test('a view that ends at midnight in Japan is told by the last day on which it can be seen', () => {
  expect(lastDayBefore('2026-12-31T15:00:00.000Z', 'ja')).toBe('令和8年12月31日')
  expect(lastDayBefore('2027-02-28T15:00:00.000Z', 'en')).toBe('28 February 2027')
})
