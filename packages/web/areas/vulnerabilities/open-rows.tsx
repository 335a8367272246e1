import type { VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { RowTable } from './row-table.tsx'

/** What stands in the address for what the facility asks itself. */
export const ownWork = 'facility'

/** Devices of which nobody knows whether they are weak: whoever looks after them is asked for the version. Open where nothing comes before it. */
export function OpenRows({ rows, isFirst }: { rows: readonly VulnerabilityRow[]; isFirst: boolean }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const groups = [...Map.groupBy(rows, ({ vendor }) => vendor ?? ownWork)]
  return (
    <details className="card weak-fold" open={isFirst}>
      <summary>{t('weak.open', { count: rows.length })}</summary>
      <div className="stack">
        <p className="small second">{t('weak.open.says')}</p>
        {groups.map(([vendor, group]) => {
          const name = group[0]?.vendorName ?? t('weak.visit.own')
          return (
            <section key={vendor} className="stack">
              <div className="row">
                <h2>{name}</h2>
                {mayWrite && group.some(({ response }) => response === undefined) && (
                  <Link className="button low no-print" to="/f/$facility/vulnerabilities/request" params={{ facility }} search={{ vendor }}>
                    {vendor === ownWork ? t('weak.begin') : t('weak.open.ask')}
                  </Link>
                )}
              </div>
              <RowTable rows={group} caption={name} />
            </section>
          )
        })}
      </div>
    </details>
  )
}
