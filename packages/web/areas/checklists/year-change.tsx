import { type HomeView, routes } from '@mimamori/contract'
import { date, fiscalYearName, fiscalYearOf } from '@mimamori/domain'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, type OutputOf } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { OneOf } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { Problem } from '../../ui/problem.tsx'

/** The change of year: last year is closed and kept, its answers are proposed. */
export function YearChange() {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayChange = useMay('year:change')
  const home = useView(routes.home, facility)
  const current = home.data ? fiscalYearOf(date(home.data.today)) : undefined
  const begin = useBegin(facility)
  const isBegun = current !== undefined && home.data !== undefined && home.data.fiscalYear >= current && !begin.isSuccess
  const title = current === undefined || isBegun ? t('year.title.plain') : t('year.title', { year: fiscalYearName(current, lang) })
  return (
    <Page className="column" title={title}>
      <Loaded query={home}>
        {(view) => {
          if (!mayChange) return <p className="card">{t('rights.none')}</p>
          if (begin.isSuccess) return <Done begun={begin.data} year={view.fiscalYear} />
          if (current === undefined || view.fiscalYear >= current) return <AlreadyBegun year={view.fiscalYear} />
          return <Begin home={view} year={current} begin={begin} />
        }}
      </Loaded>
    </Page>
  )
}

function AlreadyBegun({ year }: { year: number }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack">
      <p className="card">{t('year.already', { year: fiscalYearName(year, lang) })}</p>
      <AskAgain />
      <p>
        <Link className="button" to="/f/$facility/checklist" params={{ facility }}>
          {t('nav.checklist')}
        </Link>
      </p>
    </div>
  )
}

/** People move in April: vendors, contacts and people are asked for again. */
function AskAgain() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack">
      <h2>{t('year.again')}</h2>
      <p className="row">
        <Link className="button" to="/f/$facility/people" params={{ facility }}>
          {t('people.title')}
        </Link>
        <Link className="button" to="/f/$facility/vendors" params={{ facility }}>
          {t('nav.vendors')}
        </Link>
      </p>
    </section>
  )
}

type Begun = OutputOf<typeof routes.startYear>

/** NOTE: kept by the whole screen, because the view that comes back after it no longer asks for a year to begin. */
function useBegin(facility: string): UseMutationResult<Begun, Error, { fiscalYear: number; edition: string }> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body) => ask(routes.startYear, { params: { facility }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [facility] }),
  })
}

/** What was carried over, what was not, and who has to be asked for again. */
function Done({ begun, year }: { begun: Begun; year: number }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack">
      <p className="card" role="status">
        {t('year.done', { year: fiscalYearName(year, lang), carried: begun.carried })}
      </p>
      {begun.notCarried.length > 0 && (
        <section className="card stack">
          <h2>{t('checklist.notCarried', { count: begun.notCarried.length })}</h2>
          <ul className="small">
            {begun.notCarried.map((item) => (
              <li key={item.number}>
                <ItemNumber number={item.number} /> {say(item.title)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <AskAgain />
      <p>
        <Link className="button filled" to="/f/$facility/checklist" params={{ facility }}>
          {t('year.confirm')}
        </Link>
      </p>
    </div>
  )
}

interface BeginProps {
  readonly home: HomeView
  readonly year: number
  readonly begin: ReturnType<typeof useBegin>
}

function Begin({ home, year, begin }: BeginProps) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const editions = home.editions ?? [home.edition]
  const [edition, setEdition] = useState(editions[0]?.id ?? home.edition.id)
  return (
    <div className="stack loose">
      <p>{t('year.says')}</p>
      {home.editionMissing && <p className="box-note">{t('year.notYet', { edition: say(home.editionMissing.short) })}</p>}
      <OneOf
        legend={t('year.edition')}
        choices={editions.map((each) => ({ value: each.id, label: say(each.short) }))}
        value={edition}
        choose={setEdition}
      />
      {begin.isError && <Problem error={begin.error} />}
      <p className="row fills">
        <button type="button" className="button filled" onClick={() => !begin.isPending && begin.mutate({ fiscalYear: year, edition })}>
          {begin.isPending ? t('working') : t('year.begin', { year: fiscalYearName(year, lang) })}
        </button>
        <Link className="text-button tall" to="/f/$facility/today" params={{ facility }}>
          {t('year.later')}
        </Link>
      </p>
    </div>
  )
}
