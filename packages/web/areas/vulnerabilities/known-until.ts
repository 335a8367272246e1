import type { FeedsView } from '@mimamori/contract'

export function dayOfFeed({ asOf, takenAt }: FeedsView['feeds'][number]): string | undefined {
  return (asOf ?? takenAt)?.slice(0, 10)
}

const advisoryFeeds: ReadonlySet<string> = new Set(['cve5', 'nvd', 'jvn', 'csaf'])

/**
 * Up to which day weaknesses are known; undefined where nothing is kept. The newest record of any publisher counts, and where the list of
 * what attacks use is older, that list: what it does not hold yet looks calmer than it is.
 */
export function knownUntil(feeds: FeedsView['feeds']): string | undefined {
  const kept = feeds.filter(({ records }) => records > 0)
  const days = kept.flatMap((feed) => (advisoryFeeds.has(feed.feed) ? (dayOfFeed(feed) ?? []) : [])).toSorted()
  const exploited = kept.find(({ feed }) => feed === 'kev')
  const [newest, listed] = [days.at(-1), exploited && dayOfFeed(exploited)]
  return newest !== undefined && listed !== undefined && listed < newest ? listed : newest
}
