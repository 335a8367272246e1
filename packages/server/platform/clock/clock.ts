/** The only way in which the server learns the time; tests hand in one that they move themselves. */
export interface Clock {
  now(): Date
}

export function systemClock(): Clock {
  return { now: () => new Date() }
}

export interface SettableClock extends Clock {
  moveMinutes(minutes: number): void
  set(instant: string): void
}

/** Stands still at the given instant until it is moved. */
export function settableClock(start: string): SettableClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    moveMinutes(minutes) {
      at += minutes * 60_000
    },
    set(instant) {
      at = Date.parse(instant)
    },
  }
}

/** The instant as a text in UTC. */
export function instantOf(clock: Clock): string {
  return clock.now().toISOString()
}

/** Japan has no summer time since 1951, so nine hours on is exact and needs no table of zones. */
const tokyoAheadMs = 9 * 60 * 60_000

/** Today's date in Japan as `YYYY-MM-DD`, wherever the machine stands. */
export function todayInTokyo(clock: Clock): string {
  return new Date(clock.now().getTime() + tokyoAheadMs).toISOString().slice(0, 10)
}
