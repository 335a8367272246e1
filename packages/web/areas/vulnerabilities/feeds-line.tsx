import { routes } from '@mimamori/contract'
import { daysBetween, readDate } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { knownUntil } from './known-until.ts'

/** From this age on the information is called old: new weaknesses are published every day, and an office looks once a week. */
const oldAfterDays = 7

/** The feeds of the installation, the same for every facility. */
export function useFeeds() {
  return useQuery({ queryKey: ['feeds'], queryFn: () => ask(routes.feeds, {}) })
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
