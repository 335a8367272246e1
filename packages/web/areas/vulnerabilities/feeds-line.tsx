import { routes, type VulnerabilitiesView } from '@mimamori/contract'
import { daysBetween, readDate } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { dayOfYear, plainDate } from '../../ui/show-date.ts'
import { knownUntil } from './known-until.ts'
import { feedWords } from './match-words.ts'

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

/** How old the information is; undefined while nothing is known of it. */
function useAge(): { readonly date: string; readonly days: number; readonly isOld: boolean } | undefined {
  const { lang } = useWords()
  const { day } = useKnownUntil()
  const [from, today] = [day === undefined ? undefined : readDate(day), readDate(useToday())]
  if (!from || !today) return undefined
  const days = daysBetween(from, today)
  const isOld = days > oldAfterDays
  return { days, isOld, date: isOld ? plainDate(from, lang) : dayOfYear(from, lang) }
}

/** In the head of the page: up to which day weaknesses are known. */
export function FeedsLine() {
  const { t } = useWords()
  const facility = useFacilityId()
  const age = useAge()
  const { isLoading } = useKnownUntil()
  if (isLoading) return null
  return (
    <Link className="small second" to="/f/$facility/vulnerabilities/feeds" params={{ facility }}>
      {age ? t('weak.feeds', { date: age.date }) : t('feeds.title')}
    </Link>
  )
}

/**
 * Below the answer, where it rests on old information or on such as is gone: what is published since does not stand here. `toRead`: what
 * is to be read again after a restore.
 */
export function FeedsNote({ toRead }: { toRead: VulnerabilitiesView['feedsToRead'] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const age = useAge()
  const { isLoading } = useKnownUntil()
  if (isLoading || (age && !age.isOld && toRead.length === 0)) return null
  const feeds = toRead.map((feed) => t(feedWords[feed])).join(t('list.comma'))
  const says = feeds !== '' ? t('weak.feeds.readAgain', { feeds }) : age ? t('weak.feeds.old', age) : t('weak.feeds.gone')
  return (
    <p className="box-note">
      {says}{' '}
      <Link to="/f/$facility/vulnerabilities/feeds" params={{ facility }}>
        {t('weak.noFeeds.how')}
      </Link>
    </p>
  )
}
