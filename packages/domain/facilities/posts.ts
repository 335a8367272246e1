import type { CalendarDate } from '../ids.ts'
import type { Person } from './types.ts'

/** Whether somebody was in their post on this day; a day that is not known is no limit. */
export function isHeldOn({ from, until }: Pick<Person, 'from' | 'until'>, day: CalendarDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || until >= day)
}
