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

/** The day of the newest information that is kept; undefined where none is. */
export function useNewestFeed(): { readonly isLoading: boolean; readonly newest: string | undefined } {
  const { data, isPending } = useFeeds()
  const days = (data?.feeds ?? []).flatMap((feed) => (feed.records > 0 ? (dayOfFeed(feed) ?? []) : []))
  return { isLoading: isPending, newest: days.toSorted().at(-1) }
}

/** How old the information is, in the head of the page. */
export function FeedsLine() {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const { newest } = useNewestFeed()
  const [from, today] = [newest === undefined ? undefined : readDate(newest), readDate(useToday())]
  if (!from || !today) return null
  const days = daysBetween(from, today)
  const date = dayOfYear(from, lang)
  return (
    <Link className="small second" to="/f/$facility/vulnerabilities/feeds" params={{ facility }}>
      {days > oldAfterDays ? t('weak.feeds.old', { date, days }) : t('weak.feeds', { date })}
    </Link>
  )
}
