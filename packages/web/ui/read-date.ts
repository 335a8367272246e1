import { type CalendarDate, dateOf, fiscalYearOf, westernYear } from '@mimamori/domain'

/** What a person's text says of a date. `which`: the year can be read in two ways, so it is asked and never guessed. */
export type ReadDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'which'; readonly options: readonly CalendarDate[] }
  | { readonly kind: 'unreadable' }

const eraDate = /^(令和|平成|昭和|大正|明治|[RHSTM])\.?(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?$/i
const westernDate = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/
const solidDate = /^(\d{4})(\d{2})(\d{2})$/
const shortYear = /^(\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?$/
const monthAndDay = /^(\d{1,2})[月./-](\d{1,2})日?$/

/**
 * Reads a date as offices write it: 令和8年11月20日, R8.11.20, R8/11/20, 2026/11/20, 20261120, also in full width.
 * Month and day alone mean the fiscal year of `today`.
 */
export function readTypedDate(text: string, today: CalendarDate): ReadDate {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s、,]/g, '')
    .replace(/\([月火水木金土日]\)$/, '')
    .replace(/[―‐−ー]/g, '-')
  if (plain === '') return { kind: 'empty' }
  const era = eraDate.exec(plain)
  if (era) return fromEra(era)
  const western = westernDate.exec(plain) ?? solidDate.exec(plain)
  if (western) return found(Number(western[1]), western)
  const short = shortYear.exec(plain)
  if (short) return eitherYear(short)
  const day = monthAndDay.exec(plain)
  return day ? inFiscalYear(Number(day[1]), Number(day[2]), fiscalYearOf(today)) : { kind: 'unreadable' }
}

function fromEra(match: RegExpExecArray): ReadDate {
  const year = westernYear(match[1] ?? '', match[2] === '元' ? 1 : Number(match[2]))
  return year === undefined ? { kind: 'unreadable' } : read(dateOf(year, Number(match[3]), Number(match[4])))
}

function found(year: number, match: RegExpExecArray): ReadDate {
  return read(dateOf(year, Number(match[2]), Number(match[3])))
}

function read(date: CalendarDate | undefined): ReadDate {
  return date === undefined ? { kind: 'unreadable' } : { kind: 'date', date }
}

/** 「8.11.20」 may be 令和8年 or 2008年: both are offered. */
function eitherYear(match: RegExpExecArray): ReadDate {
  const year = Number(match[1])
  const asEra = westernYear('令和', year)
  const options = [asEra, 2000 + year].map((each) => (each === undefined ? undefined : dateOf(each, Number(match[2]), Number(match[3]))))
  const real = options.filter((each) => each !== undefined)
  return real.length === 0 ? { kind: 'unreadable' } : { kind: 'which', options: real }
}

function inFiscalYear(month: number, day: number, fiscalYear: number): ReadDate {
  return read(dateOf(month >= 4 ? fiscalYear : fiscalYear + 1, month, day))
}
