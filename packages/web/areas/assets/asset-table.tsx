import type { AssetRow, AssetsView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { HeadCell } from './head-cell.tsx'
import { LastSeen } from './last-seen.tsx'
import { countLines, lineAt } from './lines-of.ts'
import type { ListSearch } from './list-search.ts'
import { moveByRows } from './row-keys.ts'
import { chipsOf } from './states.ts'
import { SupportEnd } from './support-end.tsx'
import { useRows } from './use-list.ts'

const lineHeight = 38

export interface Choosing {
  readonly chosen: ReadonlyMap<string, AssetRow>
  readonly toggle: (row: AssetRow) => void
}

interface TableProps extends Choosing {
  readonly view: AssetsView
  readonly search: ListSearch
}

/** The devices as a table; only the lines near the window are fetched and drawn. */
export function AssetTable({ view, search, chosen, toggle }: TableProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const frame = useRef<HTMLDivElement>(null)
  const last = view.groups.at(-1)
  const total = countLines(view.groups, last ? last.from + last.count : view.matching)
  // oxlint-disable-next-line react/incompatible-library -- its functions are called in this component alone and never kept
  const lines = useWindowVirtualizer({
    count: total,
    estimateSize: () => lineHeight,
    overscan: 20,
    scrollMargin: frame.current?.offsetTop ?? 0,
  })
  const items = lines.getVirtualItems()
  const shown = items.map((item) => ({ item, line: lineAt(view.groups, item.index) }))
  const rowAt = useRows(
    facility,
    search,
    shown.flatMap(({ line }) => (line.kind === 'row' ? [line.at] : [])),
  )
  const margin = frame.current?.offsetTop ?? 0
  const [first, end] = [items[0], items.at(-1)]
  const columns = mayWrite ? 10 : 9
  return (
    <div className="table-frame" ref={frame}>
      <table className="table asset-table as-cards" aria-rowcount={total + 1}>
        <caption className="hidden-words">{t('assets.caption')}</caption>
        <thead>
          <tr>
            {mayWrite && (
              <th scope="col" className="tick-cell">
                <span className="hidden-words">{t('assets.choose')}</span>
              </th>
            )}
            <HeadCell search={search} sort="name" word="assets.name" />
            <HeadCell search={search} sort="kind" word="register.kind" />
            <HeadCell search={search} sort="room" word="register.room" />
            <HeadCell search={search} sort="owner" word="register.owner" />
            <HeadCell search={search} sort="vendor" word="register.vendor" />
            <th scope="col">{t('column.system')}</th>
            <HeadCell search={search} sort="support" word="assets.supportEnd" />
            <HeadCell search={search} sort="seen" word="assets.lastSeen" />
            <HeadCell search={search} sort="findings" word="nav.findings" right />
          </tr>
        </thead>
        <tbody onKeyDown={moveByRows}>
          {first && first.start > margin && <Spacer columns={columns} height={first.start - margin} />}
          {shown.map(({ item, line }) => {
            const place = { 'data-index': item.index, ref: lines.measureElement, 'aria-rowindex': item.index + 2 }
            if (line.kind === 'group') return <GroupHead key={item.key} place={place} columns={columns} group={line.group} />
            const row = rowAt(line.at)
            if (!row) return <ComingRow key={item.key} place={place} columns={columns} />
            return (
              <Row key={item.key} place={place} row={row} mayWrite={mayWrite} isChosen={chosen.has(row.id)} toggle={() => toggle(row)} />
            )
          })}
          {end && lines.getTotalSize() > end.end - margin && (
            <Spacer columns={columns} height={lines.getTotalSize() - (end.end - margin)} />
          )}
        </tbody>
      </table>
    </div>
  )
}

interface Place {
  readonly 'data-index': number
  readonly 'aria-rowindex': number
  readonly ref: (element: HTMLTableRowElement | null) => void
}

function Spacer({ columns, height }: { columns: number; height: number }) {
  return (
    <tr className="spacer">
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  )
}

function ComingRow({ place, columns }: { place: Place; columns: number }) {
  const { t } = useWords()
  return (
    <tr {...place}>
      <td colSpan={columns} className="second">
        {t('loading')}
      </td>
    </tr>
  )
}

function GroupHead({ place, columns, group }: { place: Place; columns: number; group: AssetsView['groups'][number] }) {
  const { t, say } = useWords()
  return (
    <tr {...place} className="group">
      <th colSpan={columns} scope="colgroup">
        {t('assets.group', { name: say(group.name), count: group.count })}
      </th>
    </tr>
  )
}

interface RowProps {
  readonly place: Place
  readonly row: AssetRow
  readonly mayWrite: boolean
  readonly isChosen: boolean
  readonly toggle: () => void
}

function Row({ place, row, mayWrite, isChosen, toggle }: RowProps) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <tr {...place} className={isChosen ? 'chosen' : undefined}>
      {mayWrite && (
        <td className="tick-cell">
          <input type="checkbox" checked={isChosen} onChange={toggle} aria-label={t('assets.chooseOne', { name: row.name })} />
        </td>
      )}
      <th scope="row">
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset: row.id }}>
          {row.name}
        </Link>{' '}
        {row.tag !== undefined && <span className="source whole">{row.tag}</span>}{' '}
        {chipsOf(row.states).map((state) => (
          <StateChip key={state} state={state} />
        ))}
      </th>
      <td data-name={t('register.kind')}>{row.kindName && say(row.kindName)}</td>
      <td data-name={t('register.room')}>{row.room}</td>
      <td data-name={t('register.owner')}>{row.owner && say(row.owner.name)}</td>
      <td data-name={t('register.vendor')}>{row.vendor && say(row.vendor.name)}</td>
      <td data-name={t('column.system')}>{row.systems.map(({ name }) => name).join(t('list.comma'))}</td>
      <td data-name={t('assets.supportEnd')}>
        <SupportEnd value={row.supportEndsOn} />
      </td>
      <td data-name={t('assets.lastSeen')}>
        <LastSeen seen={row.lastSeen} short />
      </td>
      <td data-name={t('nav.findings')} className="right">
        {row.findings > 0 && row.findings}
      </td>
    </tr>
  )
}
