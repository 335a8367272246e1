import { addDays, type CalendarDate, dayInTokyo } from '@mimamori/domain'

const dayMs = 24 * 60 * 60_000

/**
 * A day on which a server is to stand whose queued work must wait. NOTE: the queue goes by the clock of the database, which is that
 * of this machine: whatever the day on which a test runs, this one is still to come.
 */
export function dayAheadOfQueue(): CalendarDate {
  return addDays(dayInTokyo(Date.now()), 7)
}

/** Noon of a day in Japan. */
export function noonOf(day: CalendarDate): string {
  return `${day}T03:00:00.000Z`
}

/** Eight in the morning of a day in Japan, when mail leaves. */
export function morningOf(day: CalendarDate): string {
  return new Date(Date.parse(`${day}T23:00:00.000Z`) - dayMs).toISOString()
}
