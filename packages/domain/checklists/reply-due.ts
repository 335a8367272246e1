import { addDays } from '../calendar.ts'
import type { CalendarDate } from '../ids.ts'
import { byId } from '../picture.ts'
import type { Period, Sheet } from './types.ts'

/** The day until which an answer is hoped for: the day that was named, else so many days after it was sent. */
export function replyDueOn(sheet: Sheet, periods: readonly Period[]): CalendarDate | undefined {
  const days = byId(periods, 'vendor-reply')?.days ?? 0
  return sheet.dueOn ?? (sheet.sentOn && addDays(sheet.sentOn, days))
}
