const minuteMs = 60_000
const usualMs = 15 * minuteMs
/** NOTE: nobody else decides that a feed is not asked for any more. */
const longestMs = 24 * 60 * minuteMs

/** When the other side may be asked again, by its Retry-After: seconds or a date. */
export function readRetryAfter(text: string | undefined, now: Date): Date {
  const seconds = text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : undefined
  const until = text === undefined ? Number.NaN : Date.parse(text) - now.getTime()
  const asked = seconds ?? (Number.isNaN(until) ? usualMs : until)
  return new Date(now.getTime() + Math.min(Math.max(asked, minuteMs), longestMs))
}
