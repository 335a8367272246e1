import { routes, type VulnerabilitiesView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ByDevice } from './by-device.tsx'
import { ByVisit } from './by-visit.tsx'
import { ByWeakness } from './by-weakness.tsx'
import { FeedsLine, FeedsNote, useKnownUntil } from './feeds-line.tsx'
import { Headline } from './headline.tsx'
import { Rest } from './rest.tsx'
import { allRows } from './row-words.ts'
import './vulnerabilities.css'

const here = getRouteApi('/f/$facility/vulnerabilities')

/** 脆弱性: what is on fire here, as actions by visit, by device or by weakness. */
export function Vulnerabilities() {
  const { t } = useWords()
  const view = useView(routes.vulnerabilities, useFacilityId())
  return (
    <Page className="wide" title={t('nav.vulnerabilities')} beside={t('weak.beside')} tools={<Tools />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Tools() {
  const { t } = useWords()
  const facility = useFacilityId()
  const ways = [
    { to: undefined, word: 'weak.by.visit' },
    { to: 'device', word: 'weak.by.device' },
    { to: 'weakness', word: 'weak.by.weakness' },
  ] as const
  return (
    <>
      <FeedsLine />
      <Link className="small" to="/f/$facility/warnings" params={{ facility }}>
        {t('warnings.title')}
      </Link>
      <Link className="small" to="/f/$facility/planned-updates" params={{ facility }}>
        {t('updates.title')}
      </Link>
      <nav className="switch" aria-label={t('weak.by')}>
        {ways.map(({ to, word }) => (
          <Link
            key={word}
            to="/f/$facility/vulnerabilities"
            params={{ facility }}
            search={to === undefined ? {} : { by: to }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  )
}

function Content({ view }: { view: VulnerabilitiesView }) {
  const { by } = here.useSearch()
  const isEmpty = allRows(view).length === 0
  return (
    <div className="stack">
      {isEmpty ? <Nothing toRead={view.feedsToRead} /> : <Headline view={view} />}
      {by === 'device' ? <ByDevice view={view} /> : by === 'weakness' ? <ByWeakness view={view} /> : <ByVisit view={view} />}
      <Rest view={view} isByVisit={by === undefined} />
    </div>
  )
}

/** Nothing is known yet, or nothing applies: the one is no good news, the other is. */
function Nothing({ toRead }: { toRead: VulnerabilitiesView['feedsToRead'] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const feeds = useKnownUntil()
  if (feeds.isLoading) return null
  if (feeds.day !== undefined)
    return (
      <div className="card stack">
        <p>{t('weak.none')}</p>
        <FeedsNote toRead={toRead} />
      </div>
    )
  return (
    <div className="card stack">
      <p>{t('weak.noFeeds')}</p>
      <p>
        <Link className="button filled" to="/f/$facility/vulnerabilities/feeds" params={{ facility }}>
          {t('weak.noFeeds.how')}
        </Link>
      </p>
      <p className="small">
        {t('weak.noFeeds.meanwhile')}{' '}
        <Link to="/f/$facility/warnings" params={{ facility }}>
          {t('warnings.add')}
        </Link>
      </p>
    </div>
  )
}
