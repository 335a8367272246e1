import { type RisksView, routes } from '@mimamori/contract'
import type { MatrixRow } from '@mimamori/domain'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { Filters } from './filters.tsx'
import { Headline } from './headline.tsx'
import { byState, listsOf, rowsOf, urgentOf } from './lists.ts'
import { MatrixLegend, MatrixTable } from './matrix-table.tsx'
import { Questions } from './questions.tsx'
import { TryOut } from './try-out.tsx'
import { riskStates } from './words.ts'
import './risks.css'

const here = getRouteApi('/f/$facility/risks')

/** リスクと対策: what is open and stops care first, then the nine categories in two columns. */
export function RisksPage() {
  const { t } = useWords()
  const view = useView(routes.risks, useFacilityId())
  return (
    <Page className="wide" title={t('risks.title')} tools={<Tools />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Tools() {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const { show } = here.useSearch()
  const navigate = here.useNavigate()
  const mayMake = useMay('paper:make')
  const file = (format: 'pdf' | 'xlsx') => ({ params: { facility, kind: 'matrix' }, query: { format, lang } })
  return (
    <>
      <Link className="small" to="/f/$facility/agreements" params={{ facility }}>
        {t('risks.agreements')}
      </Link>
      {mayMake && (
        <details className="small risk-papers">
          <summary>{t('risks.papers')}</summary>
          <p className="row">
            <DownloadButton route={routes.makePaper} input={file('pdf')} name="matrix.pdf" look="button low">
              {t('risks.paper.matrix')}
            </DownloadButton>
            <DownloadButton route={routes.makePaper} input={file('xlsx')} name="matrix.xlsx" look="button low">
              {t('risks.paper.sheet')}
            </DownloadButton>
          </p>
        </details>
      )}
      <span className="switch">
        <button type="button" aria-pressed={show === undefined} onClick={() => void navigate({ search: {} })}>
          {t('risks.matrix')}
        </button>
        <button type="button" aria-pressed={show === 'try'} onClick={() => void navigate({ search: { show: 'try' } })}>
          {t('risks.try')}
        </button>
      </span>
    </>
  )
}

function Content({ view }: { view: RisksView }) {
  const { t } = useWords()
  const search = here.useSearch()
  const lists = useMemo(() => listsOf(view), [view])
  const all = useMemo(() => rowsOf(lists, {}), [lists])
  if (search.show === 'try') return <TryOut lists={lists} view={view} />
  const { show: _, ...narrowing } = search
  const isNarrowed = Object.keys(narrowing).length > 0
  const rows = isNarrowed ? rowsOf(lists, narrowing) : all
  const urgent = urgentOf(all)
  return (
    <div className="stack loose">
      {!isNarrowed && <Headline rows={all} />}
      {!isNarrowed && urgent.length > 0 && (
        <section className="stack">
          <h2>{t('risks.now')}</h2>
          <MatrixTable rows={urgent} caption={t('risks.now')} />
        </section>
      )}
      {!isNarrowed && <Questions questions={view.questions} />}
      <section className="stack">
        <h2>{t('risks.byCategory')}</h2>
        <Filters vendors={view.vendors} />
        {isNarrowed && (
          <p className="small second" role="status">
            {rows.length === 0 ? t('risks.filter.none') : t('risks.filter.shown', { all: all.length, count: rows.length })}
          </p>
        )}
        <MatrixLegend />
        <Categories view={view} rows={rows} isOpen={isNarrowed} />
      </section>
    </div>
  )
}

/** One fold for each category with its counts, so that ninety lines are never seen at once unasked. */
function Categories({ view, rows, isOpen }: { view: RisksView; rows: readonly MatrixRow[]; isOpen: boolean }) {
  const { say } = useWords()
  const groups = Map.groupBy(rows, ({ category }) => category)
  return view.riskCategories
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }) => {
      const own = groups.get(id)
      if (!own) return null
      return (
        <details key={`${id} ${isOpen}`} className="risk-category card" open={isOpen}>
          <summary>
            <span className="name">{say(name)}</span>
            <Counts rows={own} />
          </summary>
          <MatrixTable rows={byState(own)} caption={say(name)} />
        </details>
      )
    })
}

const counted = ['open', 'unknown', 'stand-in', 'covered'] as const

function Counts({ rows }: { rows: readonly MatrixRow[] }) {
  return (
    <span className="risk-counts">
      {counted.map((state) => {
        const count = rows.filter((row) => row.state === state).length
        return (
          count > 0 && (
            <span key={state} className="risk-count">
              <StateChip state={riskStates[state]} />
              <span className="number">{count}</span>
            </span>
          )
        )
      })}
    </span>
  )
}
