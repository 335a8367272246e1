import { addMonths, type CalendarDate } from '@mimamori/domain'
import type { Age } from './types.ts'

const oldestLast: readonly Age[] = ['recent', 'year', 'older', 'unknown']

/** The age of a fact confirmed `on` this day, as seen on the day `asOf`. */
export function ageOf(on: CalendarDate | undefined, asOf: CalendarDate): Age {
  if (on === undefined) return 'unknown'
  if (on >= addMonths(asOf, -3)) return 'recent'
  return on >= addMonths(asOf, -12) ? 'year' : 'older'
}

/** The age of many: half of them are no older than it. One forgotten device does not make a ward look unknown. */
export function ageOfMany(ages: readonly Age[]): Age {
  const sorted = ages.map((age) => oldestLast.indexOf(age)).toSorted((a, b) => a - b)
  return oldestLast[sorted[Math.floor(sorted.length / 2)] ?? 3] ?? 'unknown'
}

export function latest(...days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days.reduce((best, day) => (best === undefined || (day !== undefined && day > best) ? day : best), undefined)
}
