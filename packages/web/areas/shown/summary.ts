import type { ClientLine } from '@mimamori/contract'

/** A share that is always told with what it is a share of. */
export interface Share {
  readonly count: number
  readonly base: number
}

export interface Summary {
  /** Facilities that show anything, and those of them that show counts: the base of every share of facilities. */
  readonly all: number
  readonly base: number
  readonly atStage1: Share
  readonly allAnswered: Share
  readonly noGrave: Share
  /** Of sheets, not of facilities. */
  readonly replies: Share
}

/** What a list over many facilities adds up to; a facility without counts is in no base. */
export function summaryOf(clients: readonly ClientLine[]): Summary {
  const counts = clients.flatMap((client) => client.counts ?? [])
  const share = (holds: (one: (typeof counts)[number]) => boolean): Share => ({ count: counts.filter(holds).length, base: counts.length })
  return {
    all: clients.length,
    base: counts.length,
    atStage1: share((one) => (one.stage ?? 0) >= 1),
    allAnswered: share((one) => one.items > 0 && one.answered === one.items),
    noGrave: share((one) => one.findings.critical === 0),
    replies: {
      count: counts.reduce((sum, one) => sum + one.vendorsAnswered, 0),
      base: counts.reduce((sum, one) => sum + one.vendorsAsked, 0),
    },
  }
}

/** Whole percent; undefined where there is nothing to be a share of. */
export function percentOf({ count, base }: Share): number | undefined {
  return base === 0 ? undefined : Math.round((count / base) * 100)
}
