const slackMs = 2 * 86_400_000

/**
 * Whether a feed or record gives a day that cannot have come yet, whatever the zone, or words that are no day: counted as the newest it
 * would keep everything out that comes after it.
 */
export function isDatedAhead(day: string | undefined, now: Date): boolean {
  const latest = new Date(now.getTime() + slackMs).toISOString().slice(0, 10)
  return day !== undefined && day.slice(0, 10).replaceAll('.', '-') > latest
}
