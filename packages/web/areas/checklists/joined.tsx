import { type JoinedView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { lookOf, type StateName, StateSign } from '../../ui/state-chip.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import './joined.css'
import { vendorColumns } from './joined-groups.ts'
import { JoinedStrips } from './joined-strips.tsx'
import { JoinedTable } from './joined-table.tsx'

const here = getRouteApi('/f/$facility/joined')

/** 突き合わせ: see in ten seconds where the facility and its vendors differ. */
export function Joined() {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.joined, facility)
  const us = useView(routes.home, facility).data?.facility.us
  const own = us ? say(us) : t('joined.us')
  const beside =
    view.data &&
    t('joined.beside', {
      us: own,
      vendors: vendorColumns(view.data.columns).length,
      edition: say(view.data.edition),
      items: view.data.rows.length,
    })
  return (
    <Page className="wide" title={t('nav.joined')} beside={beside} tools={<Tools />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} own={own} />}</Loaded>
    </Page>
  )
}

function Tools() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { order } = here.useSearch()
  return (
    <>
      <nav className="switch" aria-label={t('joined.order')}>
        <Link to="/f/$facility/joined" params={{ facility }} search={{}} aria-current={order === undefined ? 'page' : undefined}>
          {t('joined.byWork')}
        </Link>
        <Link
          to="/f/$facility/joined"
          params={{ facility }}
          search={{ order: 'number' }}
          aria-current={order === 'number' ? 'page' : undefined}
        >
          {t('joined.byNumber')}
        </Link>
      </nav>
      <button type="button" className="button low not-phone" onClick={() => window.print()}>
        {t('print')}
      </button>
    </>
  )
}

function Content({ view, own }: { view: JoinedView; own: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const narrow = useNarrow()
  if (view.rows.length === 0) return <p className="card">{t('checklist.noItems')}</p>
  return (
    <>
      {view.columns.length === 0 && (
        <div className="card stack">
          <h2>{t('joined.noSheets')}</h2>
          <p>{t('joined.noSheets.says')}</p>
          <p>
            <Link className="button filled" to="/f/$facility/vendors" params={{ facility }}>
              {t('joined.noSheets.make')}
            </Link>
          </p>
        </div>
      )}
      {narrow ? (
        <JoinedStrips view={view} own={own} />
      ) : (
        <>
          <Legend />
          <JoinedTable view={view} own={own} />
        </>
      )}
    </>
  )
}

const legend = ['yes', 'no', 'differs', 'silent', 'not-applicable', 'unanswered', 'no-vendor'] as const satisfies readonly StateName[]

function Legend() {
  const { t } = useWords()
  return (
    <ul className="legend" aria-label={t('joined.legend')}>
      {legend.map((state) => (
        <li key={state}>
          <span className={`mark ${lookOf(state)}`} aria-hidden="true">
            <StateSign state={state} />
          </span>
          {t(`legend.${state}`)}
        </li>
      ))}
    </ul>
  )
}
