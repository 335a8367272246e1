import { type CalendarDate, date, dateInWords, type Lang, wareki, warekiShort, weekdayName } from '@mimamori/domain'

const hoursToTokyo = 9

interface Local {
  readonly day: CalendarDate
  /** 10:42 */
  readonly time: string
}

/** Day and time on the clocks of Japan, which knows no summer time. */
export function inTokyo(instant: string): Local {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) throw new Error(`not an instant: ${instant}`)
  const text = new Date(at + hoursToTokyo * 3_600_000).toISOString()
  return { day: date(text.slice(0, 10)), time: text.slice(11, 16) }
}

/** 令和8年11月20日 10:42, as in the footer of every page. */
export function dayAndTime(instant: string, lang: Lang): string {
  const { day, time } = inTokyo(instant)
  return `${dateInWords(day, lang)} ${time}`
}

/** 令和8年11月20日(2026年): the Western year once per paper. */
export function dayWithYear(day: CalendarDate, lang: Lang): string {
  return lang === 'ja' ? `${wareki(day)}(${day.slice(0, 4)}年)` : dateInWords(day, lang)
}

/** 令和8年12月4日(金). */
export function dayWithWeekday(day: CalendarDate, lang: Lang): string {
  return lang === 'ja' ? `${wareki(day)}(${weekdayName(day, lang)})` : `${weekdayName(day, lang)}, ${dateInWords(day, lang)}`
}

/** R8.11.20 in tables, or nothing. */
export function shortDay(day: CalendarDate | undefined, lang: Lang): string {
  if (day === undefined) return ''
  return lang === 'ja' ? warekiShort(day) : day
}
