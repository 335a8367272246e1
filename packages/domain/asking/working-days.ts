import { addDays, weekdayOf } from '../calendar.ts'
import type { Holiday } from '../facilities/index.ts'
import type { CalendarDate } from '../ids.ts'
import { byId } from '../picture.ts'

/** The day itself, or the first after it on which offices are open: no Saturday, Sunday, national holiday or year-end day. */
export function nextWorkingDay(day: CalendarDate, holidays: readonly Holiday[]): CalendarDate {
  const weekday = weekdayOf(day)
  const isClosed = weekday === 0 || weekday === 6 || byId(holidays, day) !== undefined
  return isClosed ? nextWorkingDay(addDays(day, 1), holidays) : day
}

export function laterDay(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}
