import type { VulnerabilitiesView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { RowTable } from './row-table.tsx'
import { costWords, isUntold, visitsInOrder } from './row-words.ts'

type Visit = VulnerabilitiesView['visits'][number]

/** One card for each visit that clears what is due; the first that waits for the facility has the main step of the page. */
export function ByVisit({ view }: { view: VulnerabilitiesView }) {
  const visits = visitsInOrder(view)
  const first = visits.find(isUntold)
  return visits.map((visit) => <VisitOfPlan key={visit.id} visit={visit} isFirst={visit === first} />)
}

function VisitOfPlan({ visit, isFirst }: { visit: Visit; isFirst: boolean }) {
  const words = useWords()
  const { t, say, lang } = words
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const title = visit.vendorName === undefined ? t('weak.visit.own') : t('weak.visit.vendor', { vendor: visit.vendorName })
  const date = monthDay(visit.by, lang)
  const duties = [...new Map(visit.rows.map(({ dutySays }) => [dutySays.ja, dutySays])).values()]
  return (
    <section className="card weak-visit" aria-label={title}>
      <div className="weak-visit-head">
        <div>
          <h2>{title}</h2>
          <p className="small second">
            {visit.visit === undefined ? t('weak.visit.by', { date }) : t('weak.visit.agreed', { date })} {costWords(words, visit.cost)}
          </p>
          {duties.map((duty) => (
            <p key={duty.ja} className="small second">
              {say(duty)}
            </p>
          ))}
        </div>
        {mayWrite && isUntold(visit) && (
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
