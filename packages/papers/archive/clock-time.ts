import { inTokyo } from '../paper/made.ts'
import type { ClockTime } from './zip-write.ts'

/** The time of making as every file of the ZIP carries it. */
export function clockTime(madeAt: string): ClockTime {
  const { day, time } = inTokyo(madeAt)
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { year, month, day: date, hour, minute }
}
