import type { FeedName } from '@mimamori/domain'

/** Feeds whose publishers answer questions, too: for what has changed since one asked last. */
export type AskedFeed = Extract<FeedName, 'nvd' | 'jvn'>

export interface Interface {
  readonly feed: AskedFeed
  readonly address: string
}

/** From one instant to another, the second one not in it. */
export interface Stretch {
  readonly from: Date
  readonly until: Date
}

const dayMs = 86_400_000
/** NVD refuses longer ones; of MyJVN a month at once is asked for. */
const longestDays: Readonly<Record<AskedFeed, number>> = { nvd: 120, jvn: 30 }
/** Where nobody has asked yet: the files of the years hold what is older. */
const firstDays: Readonly<Record<AskedFeed, number>> = { nvd: 120, jvn: 30 }

/** NOTE: without a key NVD takes 5 questions in 30 seconds, with one 50; MyJVN asks for 2 to 3 a second at the most. */
export function pauseOf(feed: AskedFeed, hasKey: boolean): number {
  if (feed === 'jvn') return 400
  return hasKey ? 600 : 6_000
}

/** What has not been asked for, in stretches that the other side answers, the oldest first. */
export function stretchesOf(feed: AskedFeed, since: Date | undefined, now: Date): readonly Stretch[] {
  const longest = longestDays[feed] * dayMs
  const stretches: Stretch[] = []
  let from = since ?? new Date(now.getTime() - firstDays[feed] * dayMs)
  while (from < now) {
    const until = new Date(Math.min(from.getTime() + longest, now.getTime()))
    stretches.push({ from, until })
    from = until
  }
  return stretches
}

const perPage: Readonly<Record<AskedFeed, number>> = { nvd: 2000, jvn: 50 }
export const detailsAtOnce = 10

/** The question for one page of what was changed in a stretch, beginning with the record of this number, 0 first. */
export function questionOf({ feed, address }: Interface, { from, until }: Stretch, start: number): string {
  const url = new URL(address)
  const set = (values: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value))
  }
  if (feed === 'nvd') {
    const instant = (at: Date) => at.toISOString().replace('Z', '+00:00')
    set({ lastModStartDate: instant(from), lastModEndDate: instant(until), resultsPerPage: perPage.nvd, startIndex: start })
  } else {
    set({ method: 'getVulnOverviewList', feed: 'hnd', lang: 'ja', startItem: start + 1, maxCountItem: perPage.jvn })
    // By the day of the last change alone.
    set({ rangeDatePublic: 'n', rangeDatePublished: 'n', rangeDateFirstPublished: 'n', ...daysOf('Start', from), ...daysOf('End', until) })
  }
  return url.href
}

/** MyJVN counts in days of Japan. */
function daysOf(end: 'Start' | 'End', at: Date): Readonly<Record<string, number>> {
  const day = new Date(at.getTime() + 9 * 3_600_000)
  return {
    [`datePublished${end}Y`]: day.getUTCFullYear(),
    [`datePublished${end}M`]: day.getUTCMonth() + 1,
    [`datePublished${end}D`]: day.getUTCDate(),
  }
}

/** The question for the whole of some records of MyJVN, which tells products without their versions in its lists. */
export function detailsOf({ address }: Interface, ids: readonly string[]): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries({ method: 'getVulnDetailInfo', feed: 'hnd', lang: 'ja' })) url.searchParams.set(name, value)
  // The ids stand beside each other with a plus sign, as MyJVN writes it.
  return `${url.href}&vulnId=${ids.join('+')}`
}
