import type { JoinedView } from '@mimamori/contract'
import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { lookOf, StateChip, StateSign } from '../../ui/state-chip.tsx'
import { countVendors, groupRows, type JoinedRow, vendorCell, vendorColumns } from './joined-groups.ts'
import { JoinedOpen } from './joined-open.tsx'

/** The matrix on a phone: per item a strip of marks, the facility's own first and framed. */
export function JoinedStrips({ view, own }: { view: JoinedView; own: string }) {
  const { t } = useWords()
  const first = view.rows.find((row) => row.state === 'differs')?.item
  return (
    <div className="stack">
      {groupRows(view.rows).map((group) => (
        <section key={group.name} className="stack">
          <h2>{t(`group.${group.name}`, { us: own, count: group.rows.length })}</h2>
          {group.rows.map((row) => (
            <Strip key={row.item} row={row} view={view} own={own} startsOpen={row.item === first} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Strip({ row, view, own, startsOpen }: { row: JoinedRow; view: JoinedView; own: string; startsOpen: boolean }) {
  const { t, say } = useWords()
  const [open, setOpen] = useState(startsOpen)
  const cells = vendorColumns(view.columns)
    .map((column) => vendorCell(row, column))
    .filter((cell) => cell !== undefined)
  const counts = countVendors(cells)
  return (
    <article className={row.state === 'differs' ? 'card strip-card differs' : 'card strip-card'}>
      <div className="strip-head">
        <h3>
          <ItemNumber number={row.number} /> {say(row.short)}
        </h3>
        <StateChip state={row.state} />
      </div>
      <ul className="marks">
        <li className={`mark own ${lookOf(row.facility?.state ?? 'unanswered')}`}>
          <span className="hidden-words">{own}</span> <StateSign state={row.facility?.state ?? 'unanswered'} />
        </li>
        {cells.map((cell) => (
          <li key={cell.column.vendor} className={`mark ${lookOf(cell.state)}${cell.differs ? ' framed' : ''}`}>
            <span className="hidden-words">{cell.column.name}</span> <StateSign state={cell.state} days={cell.days} />
          </li>
        ))}
      </ul>
      {cells.length > 0 && (
        <p className="source">{t('joined.stripCounts', { us: own, yes: counts.yes, no: counts.no, silent: counts.silent })}</p>
      )}
      <button type="button" className="text-button tall" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'joined.close' : 'joined.open')}
      </button>
      {open && <JoinedOpen row={row} view={view} own={own} />}
    </article>
  )
}
