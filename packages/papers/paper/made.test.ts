import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { dayAndTime, dayWithWeekday, dayWithYear, inTokyo, shortDay } from './made.ts'

test('a paper carries the day and the time of Japan, wherever it is made', () => {
  expect(dayAndTime('2026-11-20T01:42:00Z', 'ja')).toBe('令和8年11月20日 10:42')
  expect(dayAndTime('2026-12-31T15:05:00Z', 'ja')).toBe('令和9年1月1日 00:05')
  expect(dayAndTime('2019-04-30T15:00:00Z', 'ja')).toBe('令和元年5月1日 00:00')
  expect(dayAndTime('2026-11-20T01:42:00Z', 'en')).toBe('20 November 2026 10:42')
  expect(() => inTokyo('yesterday')).toThrow('not an instant')
})

test('the Western year stands once, the weekday where a day is agreed, and the short form in tables', () => {
  const day = date('2026-12-04')
  expect(dayWithYear(day, 'ja')).toBe('令和8年12月4日(2026年)')
  expect(dayWithWeekday(day, 'ja')).toBe('令和8年12月4日(金)')
  expect(shortDay(day, 'ja')).toBe('R8.12.4')
  expect(shortDay(undefined, 'ja')).toBe('')
})
