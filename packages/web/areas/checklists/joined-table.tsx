import type { JoinedView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { shortCompany } from '../../ui/company.ts'
import { ItemNumber } from '../../ui/marks.tsx'
import { lookOf, StateChip, StateSign } from '../../ui/state-chip.tsx'
import { usePrinting } from '../../ui/use-printing.ts'
import { foldAgreed, type GroupName, groupRows, type JoinedRow, type VendorColumn, vendorCell, vendorColumns } from './joined-groups.ts'
import { JoinedOpen } from './joined-open.tsx'

const here = getRouteApi('/f/$facility/joined')

interface TableProps {
  readonly view: JoinedView
  readonly own: string
}

/** The matrix: items by vendors, the facility's own answer between two strong lines. */
export function JoinedTable({ view, own }: TableProps) {
  const { t } = useWords()
  const { order, item } = here.useSearch()
  const { shown, folded } = foldAgreed(vendorColumns(view.columns), view.rows)
  const groups = order === 'number' ? [{ name: undefined, rows: view.rows }] : groupRows(view.rows)
  const first = item ?? view.rows.find((row) => row.state === 'differs')?.item
  const [open, setOpen] = useState<string | undefined>(first)
  return (
    <div className="matrix-box">
      <div className="table-frame matrix-frame">
        <table className="matrix">
          <caption className="hidden-words">{t('joined.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="name">
                {t('column.item')}
              </th>
              <th scope="col">{t('column.result')}</th>
              <th scope="col" className="own">
                {own.charAt(0).toUpperCase() + own.slice(1)}
              </th>
              {shown.map((column) => (
                <VendorHead key={column.vendor} column={column} />
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group
              key={group.name ?? 'all'}
              name={group.name}
              rows={group.rows}
              columns={shown}
              own={own}
              view={view}
              open={open}
              setOpen={setOpen}
            />
          ))}
        </table>
        {folded.length > 0 && (
          <p className="small folded">
            {t('joined.folded', { count: folded.length, names: folded.map(({ name }) => shortCompany(name)).join(t('list.comma')) })}
          </p>
        )}
      </div>
    </div>
  )
}

function VendorHead({ column }: { column: VendorColumn }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const [first] = column.sheets
  const days = column.sheets.map((sheet) => sheet.days).find((each) => each !== undefined)
  return (
    <th scope="col">
      {first && (
        <Link to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet: first.sheet }} title={column.name}>
          {shortCompany(column.name)}
        </Link>
      )}
      {column.sheets.map((sheet) => sheet.systemName !== undefined && <span key={sheet.sheet}>{sheet.systemName}</span>)}
      {days !== undefined && <strong>{t('joined.waitingDays', { days })}</strong>}
      {column.sheets.some((sheet) => sheet.state === 'not-sent') && <strong>{t('state.notSent')}</strong>}
      {column.sheets.some((sheet) => sheet.onPaper) && <span className="paper">{t('sheet.onPaper')}</span>}
    </th>
  )
}

function Numbers({ rows }: { rows: readonly JoinedRow[] }) {
  const { t } = useWords()
  return rows.map((row, at) => (
    <Fragment key={row.item}>
      {at > 0 && t('list.dot')}
      <ItemNumber number={row.number} />
    </Fragment>
  ))
}

interface GroupProps extends TableProps {
  readonly name: GroupName | undefined
  readonly rows: readonly JoinedRow[]
  readonly columns: readonly VendorColumn[]
  readonly open: string | undefined
  readonly setOpen: (item: string | undefined) => void
}

function Group({ name, rows, columns, own, view, open, setOpen }: GroupProps) {
  const { t } = useWords()
  const [unfolded, setUnfolded] = useState(false)
  const printing = usePrinting()
  const isFolded = name === 'facility-only' && !unfolded && !printing
  const words = name && t(`group.${name}`, { us: own, count: rows.length })
  return (
    <tbody>
      {name !== undefined && (
        <tr className="group">
          <th scope="rowgroup" colSpan={columns.length + 3}>
            {name === 'facility-only' ? (
              <button type="button" className="fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> {words} <Numbers rows={rows} />
              </button>
            ) : (
              words
            )}
          </th>
        </tr>
      )}
      {!isFolded &&
        rows.map((row) => (
          <Row
            key={row.item}
            row={row}
            columns={columns}
            view={view}
            own={own}
            open={open === row.item}
            toggle={() => setOpen(open === row.item ? undefined : row.item)}
          />
        ))}
    </tbody>
  )
}

function Row({
  row,
  columns,
  view,
  own,
  open,
  toggle,
}: {
  row: JoinedRow
  columns: readonly VendorColumn[]
  view: JoinedView
  own: string
  open: boolean
  toggle: () => void
}) {
  const { t, say } = useWords()
  const differs = row.state === 'differs'
  return (
    <>
      <tr>
        <th scope="row" className="name">
          <button type="button" aria-expanded={open} onClick={toggle}>
            <ItemNumber number={row.number} /> {say(row.short)}
          </button>
        </th>
        <td>
          <StateChip state={row.state === 'agreed-yes' && row.facilityOnly ? 'yes' : row.state} />
        </td>
        <td className={`own ${lookOf(row.facility?.state ?? 'unanswered')}${differs ? ' framed' : ''}`}>
          <StateSign state={row.facility?.state ?? 'unanswered'} />
        </td>
        {columns.map((column) => {
          const cell = vendorCell(row, column)
          if (!cell)
            return (
              <td key={column.vendor}>
                {row.facilityOnly ? <span className="hidden-words">{t('state.noVendor')}</span> : <StateSign state="no-vendor" />}
              </td>
            )
          return (
            <td key={column.vendor} className={`${lookOf(cell.state)}${cell.differs ? ' framed' : ''}`}>
              {cell.state === 'silent' ? <StateSignSilent days={cell.days} /> : <StateSign state={cell.state} word={cell.state === 'no'} />}
            </td>
          )
        })}
      </tr>
      {open && (
        <tr className="opened">
          <td colSpan={columns.length + 3}>
            <JoinedOpen row={row} view={view} own={own} />
          </td>
        </tr>
      )}
    </>
  )
}

/** A silent vendor is one hatched column: its word is in the head, and here for those who hear the table. */
function StateSignSilent({ days }: { days: number | undefined }) {
  const { t } = useWords()
  return <span className="hidden-words">{days === undefined ? t('state.waiting') : t('state.waitingDays', { days })}</span>
}
