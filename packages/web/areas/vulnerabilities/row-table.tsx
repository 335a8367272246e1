import type { VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { Progress } from './progress.tsx'
import { RowDetails } from './row-details.tsx'
import { deviceWords, stepWords, whyWords } from './row-words.ts'
import { exposureStates } from './states.ts'

/** What is to be done, one line for each device or for many that are alike. */
export function RowTable({ rows, caption }: { rows: readonly VulnerabilityRow[]; caption: string }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table weak-table as-cards">
        <caption className="hidden-words">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('weak.column.device')}</th>
            <th scope="col">{t('weak.column.do')}</th>
            <th scope="col">{t('weak.column.reach')}</th>
            <th scope="col">{t('weak.column.why')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: VulnerabilityRow }) {
  const words = useWords()
  const { t } = words
  const facility = useFacilityId()
  const [first] = row.shown
  return (
    <tr>
      <th scope="row">
        {first && (
          <Link to="/f/$facility/vulnerabilities/devices/$asset" params={{ facility, asset: first.asset }}>
            {deviceWords(words, row)}
          </Link>
        )}
        {first?.place !== undefined && <span className="small second under">{first.place}</span>}
      </th>
      <td data-name={t('weak.column.do')}>{stepWords(words, row)}</td>
      <td data-name={t('weak.column.reach')}>
        <StateChip state={exposureStates[row.exposure]} />
      </td>
      <td data-name={t('weak.column.why')}>
        {whyWords(words, row).join(words.lang === 'en' ? ' ' : '')}
        <RowDetails row={row} />
      </td>
      <td data-name={t('column.state')}>
        {row.response === undefined ? (
          <Progress state={row.state} plannedOn={row.plannedOn} />
        ) : (
          <Link to="/f/$facility/vulnerabilities/responses/$response" params={{ facility, response: row.response }}>
            <Progress state={row.state} plannedOn={row.plannedOn} />
          </Link>
        )}
        {row.isLate && <span className="overdue under">{t('weak.late.row')}</span>}
      </td>
    </tr>
  )
}
