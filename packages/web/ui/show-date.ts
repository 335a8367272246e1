import { type CalendarDate, dateInWords, type Lang, monthInWords, readDate, warekiShort, weekdayName } from '@mimamori/domain'

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A day of the server's views; the contract promises the form, and another text is shown as it is. */
function asDay(day: string): CalendarDate | undefined {
  return readDate(day)
}

/** 令和8年11月20日(金) or 20 November 2026 (Fri). */
export function longDate(day: string, lang: Lang): string {
  const date = asDay(day)
  if (!date) return day
  const weekday = weekdayName(date, lang)
  return lang === 'ja' ? `${dateInWords(date, lang)}(${weekday})` : `${dateInWords(date, lang)} (${weekday})`
}

/** 令和8年11月20日 or 20 November 2026. */
export function plainDate(day: string, lang: Lang): string {
  const date = asDay(day)
  return date ? dateInWords(date, lang) : day
}

/** 11月20日 or 20 Nov: within a bracket, where the year goes without saying. */
export function dayOfYear(day: string, lang: Lang): string {
  const date = asDay(day)
  if (!date) return day
  const [month, dom] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  return lang === 'ja' ? `${month}月${dom}日` : `${dom} ${monthsEn[month - 1]}`
}

/** 11月20日(金) or 20 Nov (Fri): where the year goes without saying. */
export function monthDay(day: string, lang: Lang): string {
  const date = asDay(day)
  if (!date) return day
  const weekday = weekdayName(date, lang)
  return lang === 'ja' ? `${dayOfYear(date, lang)}(${weekday})` : `${dayOfYear(date, lang)} (${weekday})`
}

/** R8.11.20 or 2026-11-20, for tables. */
export function shortDate(day: string, lang: Lang): string {
  const date = asDay(day)
  return date && lang === 'ja' ? warekiShort(date) : day
}

const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', hour12: false })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })

/** 10:42, in Japan. */
export function clockTime(instant: Date | string): string {
  const moment = typeof instant === 'string' ? new Date(instant) : instant
  return Number.isNaN(moment.getTime()) ? '' : clock.format(moment)
}

/** The day of an instant in Japan, and its time: 令和8年11月20日 10:42. */
export function dateAndTime(instant: string, lang: Lang): string {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime()) ? instant : `${plainDate(calendar.format(moment), lang)} ${clock.format(moment)}`
}

/** The day of an instant in Japan: 令和8年11月20日. */
export function dayOfInstant(instant: string, lang: Lang): string {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime()) ? instant : plainDate(calendar.format(moment), lang)
}

const dayMs = 24 * 60 * 60_000

/** The last day before an instant: what ends at midnight in Japan is told by the day on which it can still be seen. */
export function lastDayBefore(until: string, lang: Lang): string {
  return plainDate(lastDayOf(until), lang)
}

/** The same as `YYYY-MM-DD`. */
export function lastDayOf(until: string): string {
  return calendar.format(new Date(new Date(until).getTime() - dayMs))
}

/** 2026-11 as 令和8年11月 or November 2026. */
export function monthName(month: string, lang: Lang): string {
  const first = asDay(`${month}-01`)
  return first ? monthInWords(first, lang) : month
}
