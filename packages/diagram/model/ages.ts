import { addMonths, type CalendarDate } from '@mimamori/domain'
import type { Age } from './types.ts'

const oldestLast: readonly Age[] = ['recent', 'year', 'older', 'unknown']

/** Tells the age of a fact by the day on which it was confirmed, as seen on the day `asOf`. */
export function agesAt(asOf: CalendarDate): (on: CalendarDate | undefined) => Age {
  const [threeMonthsAgo, aYearAgo] = [addMonths(asOf, -3), addMonths(asOf, -12)]
  return (on) => {
    if (on === undefined) return 'unknown'
    if (on >= threeMonthsAgo) return 'recent'
    return on >= aYearAgo ? 'year' : 'older'
  }
}

/** The age of many: half of them are no older than it. One forgotten device does not make a ward look unknown. */
export function ageOfMany(ages: readonly Age[]): Age {
  const sorted = ages.map((age) => oldestLast.indexOf(age)).toSorted((a, b) => a - b)
  return oldestLast[sorted[Math.floor(sorted.length / 2)] ?? 3] ?? 'unknown'
}

export function latest(...days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days.reduce((best, day) => (best === undefined || (day !== undefined && day > best) ? day : best), undefined)
}
