import type { FindingLine } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { shortCompany } from '../../ui/company.ts'
import { ItemNumber, Urgency } from '../../ui/marks.tsx'
import { monthDay, shortDate } from '../../ui/show-date.ts'
import { StateChip, type StateName } from '../../ui/state-chip.tsx'
import { usePrinting } from '../../ui/use-printing.ts'

const virtualFrom = 200
const rowHeight = 38

/** Findings as a table; of more than 200 only the rows near the window are drawn, in print all. */
export function FindingTable({ lines }: { lines: readonly FindingLine[] }) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const printing = usePrinting()
  const isVirtual = lines.length > virtualFrom && !printing
  // oxlint-disable-next-line react/incompatible-library -- its functions are called in this component alone and never kept
  const rows = useWindowVirtualizer({
    count: isVirtual ? lines.length : 0,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: frame.current?.offsetTop ?? 0,
  })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const margin = frame.current?.offsetTop ?? 0
  const above = isVirtual && first ? first.start - margin : 0
  const below = isVirtual && last ? rows.getTotalSize() - (last.end - margin) : 0
  const shown = isVirtual
    ? items.map((item) => ({ line: lines[item.index], place: item.index }))
    : lines.map((line, place) => ({ line, place }))
  return (
    <div className="table-frame" ref={frame}>
      <table className="table finding-table as-cards" aria-rowcount={lines.length + 1}>
        <caption className="hidden-words">{t('findings.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.urgency')}</th>
            <th scope="col">{t('nav.findings')}</th>
            <th scope="col">{t('column.who')}</th>
            <th scope="col">{t('column.due')}</th>
            <th scope="col">{t('column.item')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {shown.map(({ line, place }) => line && <FindingRow key={line.id} line={line} place={place} />)}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={6} style={{ height, padding: 0 }} />
    </tr>
  )
}

function FindingRow({ line, place }: { line: FindingLine; place: number }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const today = useToday()
  const stateOf: StateName = line.state === 'open' ? (line.firstSeenOn >= today ? 'new' : 'open') : line.state
  return (
    <tr aria-rowindex={place + 2} className={line.urgency === 3 ? 'urgent' : undefined}>
      <td>
        <Urgency level={line.urgency} />
      </td>
      <th scope="row">
        <Link to="/f/$facility/finding" params={{ facility }} search={{ id: line.id }}>
          {say(line.title)}
        </Link>
      </th>
      <td data-name={t('column.who')}>
        {line.party === 'both' ? t('party.both') : line.partyNames.map((name) => shortCompany(say(name))).join(t('list.dot'))}
      </td>
      <td data-name={t('column.due')} className="number">
        {line.dueOn !== undefined &&
          (line.dueOn.slice(0, 4) === today.slice(0, 4) ? monthDay(line.dueOn, lang) : shortDate(line.dueOn, lang))}
        {line.overdue && <span className="overdue"> {t('findings.overdue')}</span>}
      </td>
      <td data-name={t('column.item')}>{line.itemNumber !== undefined && <ItemNumber number={line.itemNumber} />}</td>
      <td data-name={t('column.state')}>
        <StateChip state={line.awaitsApproval === true ? 'awaiting-approval' : stateOf} />
        {(line.task?.state === 'open' || line.task?.state === 'doing') && (
          <Link className="small in-task" to="/f/$facility/tasks/$task" params={{ facility, task: line.task.id }}>
            {t('finding.inTask')}
          </Link>
        )}
      </td>
    </tr>
  )
}
