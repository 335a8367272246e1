import { type CalendarDate, dateOf, readDate, westernYear } from '@mimamori/domain'
import { dayOfSerial } from './serial.ts'

/** `ambiguous`: a person is asked; `candidates` are the days it may mean, possibly none. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CalendarDate[] }
  | { readonly kind: 'not-a-date' }

export interface DateOptions {
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean
  /** The year of a form on which days stand without a year: 9/1 of fiscal 2026 is 2026-09-01, 1/29 is 2027-01-29. */
  readonly fiscalYear?: number
}

const notADate: ReadDate = { kind: 'not-a-date' }
const separator = '[年./\\-]'
const monthSeparator = '[月./\\-]'
const eraDate = new RegExp(`^(明治|大正|昭和|平成|令和|[MTSHR])\\.?(元|\\d{1,2})${separator}(\\d{1,2})${monthSeparator}(\\d{1,2})日?$`, 'i')
const westernDate = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${monthSeparator}(\\d{1,2})日?$`)
const shortDate = new RegExp(`^'?(\\d{1,2})${separator}(\\d{1,2})${monthSeparator}(\\d{1,2})日?$`)
const dayOfYear = new RegExp(`^(\\d{1,2})${monthSeparator}(\\d{1,2})日?$`)

/** Reads a day as offices write it, or the serial number of an Excel cell. A two-digit year alone is never guessed. */
export function readJapaneseDate(value: string | number, options: DateOptions = {}): ReadDate {
  if (typeof value === 'number') return readNumber(value, options)
  const text = cleaned(value)
  const era = eraDate.exec(text)
  if (era) return dayOf(westernYear(era[1] ?? '', era[2] === '元' ? 1 : Number(era[2])), era[3], era[4])
  const western = westernDate.exec(text)
  if (western) return dayOf(Number(western[1]), western[2], western[3])
  const short = shortDate.exec(text)
  if (short) return asked(candidatesOf(short))
  const inYear = dayOfYear.exec(text)
  if (inYear) return readDayOfYear(Number(inYear[1]), Number(inYear[2]), options.fiscalYear)
  return readDigits(text, options)
}

/** True for 9/1 or 9月1日: a day that takes its year from the form it stands on. */
export function lacksYear(value: string): boolean {
  return dayOfYear.test(cleaned(value))
}

/** Without weekday and time of day, in half width, with one kind of stroke. */
function cleaned(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/\s*[(（][日月火水木金土](曜日?)?[)）]/, '')
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/ /g, '')
}

function readDigits(text: string, options: DateOptions): ReadDate {
  const eraDigits = /^([MTSHR])(\d{2})(\d{2})(\d{2})$/i.exec(text)
  if (eraDigits) return dayOf(westernYear(eraDigits[1] ?? '', Number(eraDigits[2])), eraDigits[3], eraDigits[4])
  if (/^\d{8}$/.test(text)) return dayOf(Number(text.slice(0, 4)), text.slice(4, 6), text.slice(6, 8))
  const six = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (six) return asked(candidatesOf(six))
  if (/^\d{5}$/.test(text)) return readSerial(Number(text), options)
  return notADate
}

function readNumber(value: number, options: DateOptions): ReadDate {
  if (Number.isInteger(value) && value >= 18680101) return readDigits(String(value), options)
  return readSerial(value, options)
}

function readSerial(serial: number, options: DateOptions): ReadDate {
  const day = readDate(dayOfSerial(serial, options.date1904 ?? false) ?? '')
  return day ? { kind: 'date', date: day } : notADate
}

function dayOf(year: number | undefined, month: string | undefined, day: string | undefined): ReadDate {
  const found = year === undefined ? undefined : dateOf(year, Number(month), Number(day))
  return found ? { kind: 'date', date: found } : notADate
}

/** The years a two-digit year may mean: of the present era, of the one before, of this century; or the day comes first. */
function candidatesOf(parts: RegExpExecArray): readonly CalendarDate[] {
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const years = [westernYear('令和', first), westernYear('平成', first), 2000 + first]
  const yearFirst = first === 0 ? [2000] : years
  const readings = [
    ...yearFirst.map((year) => (year === undefined ? undefined : dateOf(year, second, third))),
    dateOf(2000 + third, first, second),
  ]
  return [...new Set(readings.filter((reading) => reading !== undefined))]
}

function asked(candidates: readonly CalendarDate[]): ReadDate {
  return candidates.length === 0 ? notADate : { kind: 'ambiguous', candidates }
}

function readDayOfYear(month: number, day: number, fiscalYear: number | undefined): ReadDate {
  if (dateOf(2024, month, day) === undefined) return notADate
  if (fiscalYear === undefined) return { kind: 'ambiguous', candidates: [] }
  return dayOf(month >= 4 ? fiscalYear : fiscalYear + 1, String(month), String(day))
}

/** The year of 令和8年度, R8年度, 2026年度 or 2026, by the year of its April. */
export function readFiscalYear(value: string): number | undefined {
  const text = cleaned(value)
  const era = /^(明治|大正|昭和|平成|令和|[MTSHR])\.?(元|\d{1,2})(年度?)?版?$/i.exec(text)
  if (era) return westernYear(era[1] ?? '', era[2] === '元' ? 1 : Number(era[2]))
  const western = /^(\d{4})(年度?)?版?$/.exec(text)
  return western ? Number(western[1]) : undefined
}
