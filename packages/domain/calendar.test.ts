import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  date,
  dateInWords,
  dateOf,
  dayInTokyo,
  daysBetween,
  fiscalYearEnd,
  fiscalYearName,
  fiscalYearOf,
  monthInWords,
  readDate,
  wareki,
  warekiShort,
  weekdayName,
  westernYear,
} from './calendar.ts'

test.each([
  ['2026-11-20', '令和8年11月20日', 'R8.11.20'],
  ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
  ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
  ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
  ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
])('%s is %s', (day, long, short) => {
  expect([wareki(date(day)), warekiShort(date(day))]).toEqual([long, short])
})

test.each([
  ['2026-03-31', 2025, '令和7年度'],
  ['2026-04-01', 2026, '令和8年度'],
])('%s falls in the fiscal year of April %i', (day, year, name) => {
  expect([fiscalYearOf(date(day)), fiscalYearName(year, 'ja')]).toEqual([year, name])
})

test('the days of the calendar count as those of the engine do', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (days) => {
      const engine = new Date(days * 86_400_000).toISOString().slice(0, 10)
      expect(addDays(date('1970-01-01'), days)).toBe(engine)
      expect(daysBetween(date('1970-01-01'), date(engine))).toBe(days)
      expect(weekdayName(date(engine), 'en')).toBe(
        ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(days * 86_400_000).getUTCDay()],
      )
    }),
  )
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026/01/01', '2026-1-1', ''])('"%s" is no date', (text) => {
  expect(readDate(text)).toBeUndefined()
})

test('a day that the calendar lacks has no date', () => {
  expect([dateOf(2024, 2, 29), dateOf(2025, 2, 29), dateOf(2026, 4, 31)]).toEqual(['2024-02-29', undefined, undefined])
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(date(from), months)).toBe(to)
})

test('the day in Tokyo begins nine hours before that of Greenwich', () => {
  expect([dayInTokyo(Date.UTC(2026, 10, 20, 14, 59)), dayInTokyo(Date.UTC(2026, 10, 20, 15, 0))]).toEqual(['2026-11-20', '2026-11-21'])
})

test('eras, ends of years and words', () => {
  expect([westernYear('令和', 8), westernYear('r', 1), westernYear('皇紀', 1)]).toEqual([2026, 2019, undefined])
  expect([fiscalYearEnd(2026), dateInWords(date('2026-11-20'), 'en')]).toEqual(['2027-03-31', '20 November 2026'])
})

test('a month is named by the year of its era, the first one as 元年', () => {
  expect(['2026-11-20', '2019-05-01', '2019-04-01'].map((day) => monthInWords(date(day), 'ja'))).toEqual([
    '令和8年11月',
    '令和元年5月',
    '平成31年4月',
  ])
  expect(monthInWords(date('2026-11-01'), 'en')).toBe('November 2026')
})
