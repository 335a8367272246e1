import { type FeedsView, routes } from '@mimamori/contract'
import { daysBetween, readDate } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { dayOfYear } from '../../ui/show-date.ts'

/** From this age on the information is called old: new weaknesses are published every day, and an office looks once a week. */
const oldAfterDays = 7

/** The feeds of the installation, the same for every facility. */
export function useFeeds() {
  return useQuery({ queryKey: ['feeds'], queryFn: () => ask(routes.feeds, {}) })
}

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

export function useKnownUntil(): { readonly isLoading: boolean; readonly day: string | undefined } {
  const { data, isPending } = useFeeds()
  return { isLoading: isPending, day: data && knownUntil(data.feeds) }
}

/** How old the information is, in the head of the page. */
export function FeedsLine() {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const { day } = useKnownUntil()
  const [from, today] = [day === undefined ? undefined : readDate(day), readDate(useToday())]
  if (!from || !today) return null
  const days = daysBetween(from, today)
  const date = dayOfYear(from, lang)
  return (
    <Link className="small second" to="/f/$facility/vulnerabilities/feeds" params={{ facility }}>
      {days > oldAfterDays ? t('weak.feeds.old', { date, days }) : t('weak.feeds', { date })}
    </Link>
  )
}
