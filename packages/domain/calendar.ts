import type { CalendarDate } from './ids.ts'
import type { Lang } from './record.ts'

interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days since 1970-01-01 of a proleptic Gregorian date, by arithmetic alone. */
function dayNumber({ year, month, day }: Ymd): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function fromDayNumber(days: number): Ymd {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day }
}

function split(date: CalendarDate): Ymd {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function join({ year, month, day }: Ymd): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return text as CalendarDate // built from checked parts
}

/** The date of these parts, or undefined if the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || year < 1868 || year > 9999) return undefined
  const back = fromDayNumber(dayNumber({ year, month, day }))
  return back.year === year && back.month === month && back.day === day ? join(back) : undefined
}

/** Reads `YYYY-MM-DD` and nothing else; other spellings are read by `formats`. */
export function readDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return dateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
}

/** `YYYY-MM-DD` of our own code; throws on any other text. */
export function date(text: string): CalendarDate {
  const read = readDate(text)
  if (!read) throw new Error(`not a date: ${text}`)
  return read
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return join(fromDayNumber(dayNumber(split(from)) + days))
}

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = split(from)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  for (let last = day; last > 28; last--) {
    const found = dateOf(target.year, target.month, last)
    if (found) return found
  }
  return join({ ...target, day: Math.min(day, 28) })
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(split(to)) - dayNumber(split(from))
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return (((dayNumber(split(day)) + 4) % 7) + 7) % 7
}

/** The day in Tokyo, which has no summer time, at an instant of milliseconds since 1970. */
export function dayInTokyo(epochMilliseconds: number): CalendarDate {
  return join(fromDayNumber(Math.floor((epochMilliseconds + 9 * 3_600_000) / 86_400_000)))
}

/** The Japanese fiscal year (April to March) that a date falls in, named by the year of its April. */
export function fiscalYearOf(day: CalendarDate): number {
  const { year, month } = split(day)
  return month >= 4 ? year : year - 1
}

export function fiscalYearEnd(fiscalYear: number): CalendarDate {
  return join({ year: fiscalYear + 1, month: 3, day: 31 })
}

export function fiscalYearStart(fiscalYear: number): CalendarDate {
  return join({ year: fiscalYear, month: 4, day: 1 })
}

interface Era {
  readonly name: string
  readonly letter: string
  readonly from: string
}

/** Eras with the first day on which papers carry them. */
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1868-01-25' },
]

/** The year of an era as a Western year, by the era's name or letter; undefined for an unknown era. */
export function westernYear(era: string, eraYear: number): number | undefined {
  const found = eras.find((e) => e.name === era || e.letter === era.toUpperCase())
  return found ? Number(found.from.slice(0, 4)) + eraYear - 1 : undefined
}

function eraOf(day: CalendarDate): { era: Era; eraYear: number } {
  const era = eras.find((e) => day >= e.from) ?? { name: '西暦', letter: '', from: '0001-01-01' }
  return { era, eraYear: split(day).year - Number(era.from.slice(0, 4)) + 1 }
}

/** 令和8年11月20日. The first year of an era is written 元年. */
export function wareki(day: CalendarDate): string {
  const { era, eraYear } = eraOf(day)
  const { month, day: dom } = split(day)
  return `${era.name}${eraYear === 1 ? '元' : eraYear}年${month}月${dom}日`
}

/** R8.11.20, the short form of tables. */
export function warekiShort(day: CalendarDate): string {
  const { era, eraYear } = eraOf(day)
  const { month, day: dom } = split(day)
  return `${era.letter}${eraYear}.${month}.${dom}`
}

/** 令和8年度 or "fiscal 2026". */
export function fiscalYearName(fiscalYear: number, lang: Lang): string {
  if (lang === 'en') return `fiscal ${fiscalYear}`
  const { era, eraYear } = eraOf(fiscalYearStart(fiscalYear))
  return `${era.name}${eraYear === 1 ? '元' : eraYear}年度`
}

const weekdays = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const
const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export function weekdayName(day: CalendarDate, lang: Lang): string {
  return weekdays[lang][weekdayOf(day)] ?? ''
}

/** 令和8年11月20日 or 20 November 2026. */
export function dateInWords(day: CalendarDate, lang: Lang): string {
  if (lang === 'ja') return wareki(day)
  const { year, month, day: dom } = split(day)
  return `${dom} ${monthsEn[month - 1]} ${year}`
}

/** The month of a day: 令和8年11月 or November 2026. The era is that of the day. */
export function monthInWords(day: CalendarDate, lang: Lang): string {
  const { year, month } = split(day)
  if (lang === 'en') return `${monthsEn[month - 1]} ${year}`
  return wareki(day).replace(/\d+日$/, '')
}
