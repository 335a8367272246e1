import type { VulnerabilitiesView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { RowTable } from './row-table.tsx'

/** The same rows under the most urgent weakness of each. */
export function ByWeakness({ view: { visits, open, others } }: { view: VulnerabilitiesView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const rows = [...visits.flatMap((visit) => visit.rows), ...open, ...others]
  const groups = [...Map.groupBy(rows, ({ first }) => first.advisory)]
  return groups.map(([advisory, group]) => {
    const [row] = group
    if (!row) return null
    const { title, titleLang } = row.first
    return (
      <section key={advisory} className="card weak-visit">
        <div className="weak-visit-head">
          <div>
            <h2 lang={titleLang}>
              <Link to="/f/$facility/vulnerabilities/advisory" params={{ facility }} search={{ id: advisory }}>
                {title}
              </Link>
            </h2>
            <p className="small second">{t('weak.byWeakness.devices', { count: group.reduce((sum, { devices }) => sum + devices, 0) })}</p>
          </div>
        </div>
        <RowTable rows={group} caption={title} />
      </section>
    )
  })
}
