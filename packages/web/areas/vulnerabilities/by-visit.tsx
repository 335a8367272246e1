import type { VulnerabilitiesView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { RowTable } from './row-table.tsx'
import { costWords } from './row-words.ts'

type Visit = VulnerabilitiesView['visits'][number]

/** One card for each visit that clears what is due. */
export function ByVisit({ view }: { view: VulnerabilitiesView }) {
  return view.visits.map((visit, at) => <VisitOfPlan key={visit.id} visit={visit} isFirst={at === 0} />)
}

function VisitOfPlan({ visit, isFirst }: { visit: Visit; isFirst: boolean }) {
  const words = useWords()
  const { t, lang } = words
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const title = visit.vendorName === undefined ? t('weak.visit.own') : t('weak.visit.vendor', { vendor: visit.vendorName })
  const date = monthDay(visit.by, lang)
  const untold = visit.rows.some(({ response }) => response === undefined)
  return (
    <section className="card weak-visit" aria-label={title}>
      <div className="weak-visit-head">
        <div>
          <h2>{title}</h2>
          <p className="small second">
            {visit.visit === undefined ? t('weak.visit.by', { date }) : t('weak.visit.agreed', { date })} {costWords(words, visit.cost)}
          </p>
        </div>
        {mayWrite && untold && (
          <Link
            className={isFirst ? 'button filled no-print' : 'button no-print'}
            to="/f/$facility/vulnerabilities/request"
            params={{ facility }}
            search={{ visit: visit.id }}
          >
            {visit.vendor === undefined ? t('weak.begin') : t('weak.request')}
          </Link>
        )}
      </div>
      <RowTable rows={visit.rows} caption={title} />
    </section>
  )
}
