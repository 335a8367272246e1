import type { AssetRow } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useEffect, useId, useRef, useState } from 'react'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { fieldsOfMany } from './asset-fields.ts'
import type { Names } from './field-table.ts'
import type { ListSearch } from './list-search.ts'
import { cellsIn, fieldsOfHead, type ManyField, type PastedRow, pastedOnto, type Reading, writePasted } from './pasted.ts'
import { allThatFit } from './use-list.ts'

interface PasteProps {
  readonly rows: readonly AssetRow[]
  readonly search: ListSearch
  /** The field that stands in the form: the first column is of it, unless headings say otherwise. */
  readonly field: ManyField
  readonly names: Names
  readonly done: () => void
}

interface Brought {
  readonly rows: readonly AssetRow[]
  readonly cells: readonly (readonly string[])[]
  readonly fields: readonly (ManyField | undefined)[]
}

/** Cells that were copied in a table program, put onto the marked devices: shown first, written in one act. */
export function PasteCells({ rows, search, field, names, done }: PasteProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const today = date(useToday())
  const [brought, setBrought] = useState<Brought>()
  const id = useId()
  const reading: Reading = { t, names, today }
  async function bring(text: string): Promise<void> {
    const all = cellsIn(text)
    const head = fieldsOfHead(all[0] ?? [], reading)
    const cells = head ? all.slice(1) : all
    if (cells.length === 0) return
    const from = fieldsOfMany.indexOf(field)
    const fields = head ?? (cells[0] ?? []).map((_, column) => fieldsOfMany[from + column])
    setBrought({ rows: inListOrder(rows, await allThatFit(facility, search)), cells, fields })
    announce(t('assets.paste.brought', { rows: cells.length, columns: fields.length }))
  }
  usePaste(bring)
  return (
    <>
      <details className="small">
        <summary>{t('assets.paste')}</summary>
        <div className="field">
          <label htmlFor={id}>{t('assets.paste.here')}</label>
          <textarea id={id} rows={2} value="" onChange={(event) => void bring(event.target.value)} />
        </div>
      </details>
      {brought && (
        <Preview
          brought={brought}
          reading={reading}
          choose={(fields) => setBrought({ ...brought, fields })}
          leave={() => setBrought(undefined)}
          done={done}
        />
      )}
    </>
  )
}

/** As the list shows them; those that it does not show any more come last. */
function inListOrder(rows: readonly AssetRow[], list: readonly AssetRow[]): readonly AssetRow[] {
  const places = new Map(list.map(({ id }, at) => [id, at]))
  const placeOf = ({ id }: AssetRow) => places.get(id) ?? list.length
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Ctrl+V anywhere on the page but in a field. */
function usePaste(bring: (text: string) => Promise<void>): void {
  const latest = useRef(bring)
  useEffect(() => {
    latest.current = bring
  })
  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const target = event.target instanceof Element ? event.target : undefined
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text === '' || target?.closest('input:not([type="checkbox"]), textarea, select')) return
      event.preventDefault()
      void latest.current(text)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}

const mostShown = 20

interface PreviewProps {
  readonly brought: Brought
  readonly reading: Reading
  readonly choose: (fields: Brought['fields']) => void
  readonly leave: () => void
  readonly done: () => void
}

function Preview({ brought: { rows, cells, fields }, reading, choose, leave, done }: PreviewProps) {
  const { t } = useWords()
  const act = useUndoable()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const pasted = pastedOnto(rows, cells, { fields, reading })
  const wanted = writePasted(pasted, fields)
  const unread = pasted.flatMap((one) => one.cells).filter(({ read }) => read.kind === 'unknown').length
  const over = cells.length > 1 ? cells.length - rows.length : 0
  return (
    <section className="stack box-note">
      <h2 ref={heading} tabIndex={-1}>
        {t('assets.paste.title', { count: pasted.length })}
      </h2>
      {over > 0 && <p className="box-differs">{t('assets.paste.over', { count: over })}</p>}
      {unread > 0 && <p className="box-differs">{t('assets.paste.unread', { count: unread })}</p>}
      <PastedTable pasted={pasted.slice(0, mostShown)} fields={fields} choose={choose} />
      {pasted.length > mostShown && <p className="source">{t('import.more', { count: pasted.length - mostShown })}</p>}
      <p className="small second">{t('assets.paste.empty')}</p>
      <p className="row">
        {wanted.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              act(wanted, t('assets.paste.written', { count: wanted.length }))
              done()
            }}
          >
            {t('assets.write', { count: wanted.length })}
          </button>
        )}
        <button type="button" className="text-button small" onClick={leave}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </section>
  )
}

interface TableProps {
  readonly pasted: readonly PastedRow[]
  readonly fields: Brought['fields']
  readonly choose: (fields: Brought['fields']) => void
}

function PastedTable({ pasted, fields, choose }: TableProps) {
  const { t } = useWords()
  const columns = fields.map((field, at) => ({ field, at }))
  return (
    <div className="table-frame">
      <table className="table paste-table">
        <thead>
          <tr>
            <th scope="col">{t('assets.name')}</th>
            {columns.map(({ field, at }) => (
              <th scope="col" key={at}>
                <select
                  aria-label={t('assets.paste.column', { at: at + 1 })}
                  value={field?.name ?? ''}
                  onChange={(event) => choose(fields.with(at, fieldNamed(event.target.value)))}
                >
                  <option value="">{t('assets.paste.not')}</option>
                  {fieldsOfMany.map(({ name, word }) => (
                    <option key={name} value={name}>
                      {t(word)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pasted.map(({ row, cells }) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {columns.map(({ at }) => (
                <PastedCell key={at} cell={cells[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function fieldNamed(name: string): ManyField | undefined {
  return fieldsOfMany.find((field) => field.name === name)
}

function PastedCell({ cell }: { cell: PastedRow['cells'][number] | undefined }) {
  const { t } = useWords()
  const isUnknown = cell?.read.kind === 'unknown'
  return (
    <td className={isUnknown ? 'differs' : undefined}>
      {cell?.text} {isUnknown && <span className="source">{t('assets.paste.unknown')}</span>}
    </td>
  )
}
