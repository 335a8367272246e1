import type { VulnerabilitiesView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { RowTable } from './row-table.tsx'

/** Everything that is due, device by device, whoever comes for it. */
export function ByDevice({ view: { visits, open, others } }: { view: VulnerabilitiesView }) {
  const { t } = useWords()
  const rows = [...visits.flatMap((visit) => visit.rows), ...open, ...others]
  const name = (row: (typeof rows)[number]) => row.shown[0]?.name ?? ''
  const sorted = rows.toSorted((a, b) => name(a).localeCompare(name(b), 'ja'))
  return sorted.length === 0 ? null : <RowTable rows={sorted} caption={t('weak.by.device')} />
}
