/** The instant of so many seconds since 1970 as text in UTC; undefined for none and for 0, which devices write for "unknown". */
export function instantOfSeconds(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds <= 0 || seconds > 253_402_300_799) return undefined
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`
}

/** The instant of a number of Active Directory: ticks of 100 ns since 1601. */
export function instantOfFileTime(ticks: string | undefined): string | undefined {
  if (ticks === undefined || !/^\d{17,18}$/.test(ticks)) return undefined
  return instantOfSeconds(Number(BigInt(ticks) / 10_000_000n) - 11_644_473_600)
}

/** The instant of a UTC date and time such as 2026/11/01 07:11:41. */
export function instantOfUtc(text: string): string | undefined {
  const [, year, month, day, time] = /^(\d{4})[/-](\d{2})[/-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text) ?? []
  if (year === undefined) return undefined
  const made = Date.parse(`${year}-${month}-${day}T${time}Z`)
  return Number.isNaN(made) ? undefined : instantOfSeconds(made / 1000)
}

/** A clock that runs wrong: before 2000, or more than a day ahead of now. */
export function isOddTime(seenAt: string, now: string | undefined): boolean {
  if (seenAt < '2000') return true
  if (now === undefined) return false
  const limit = new Date(Date.parse(now) + 86_400_000).toISOString()
  return seenAt.slice(0, 10) > limit.slice(0, 10) || (seenAt.length > 10 && seenAt > limit)
}
