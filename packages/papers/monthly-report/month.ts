import { addDays, addMonths, type CalendarDate, readDate } from '@mimamori/domain'

/** The month that a report is of; one that has not ended is told until today. */
export interface Month {
  /** 2026-11. */
  readonly name: string
  readonly from: CalendarDate
  /** Its last day, or today. */
  readonly to: CalendarDate
  readonly isRunning: boolean
}

/** The month of this name, the one of today where none is named; undefined for one that has not begun and for what is no month. */
export function monthOf(name: string | undefined, today: CalendarDate): Month | undefined {
  const from = readDate(`${name ?? today.slice(0, 7)}-01`)
  if (from === undefined || from.slice(0, 7) !== (name ?? today.slice(0, 7)) || from > today) return undefined
  const end = addDays(addMonths(from, 1), -1)
  const isRunning = end > today
  return { name: from.slice(0, 7), from, to: isRunning ? today : end, isRunning }
}

/** Months that a report can be made of today, the latest first. */
export function latestMonths(today: CalendarDate, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => addMonths(today, -n).slice(0, 7))
}

export function isIn({ from, to }: Month, day: CalendarDate | undefined): boolean {
  return day !== undefined && day >= from && day <= to
}
