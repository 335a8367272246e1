import { type AssetRow, type AssetsView, routes } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import type { NewValues } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { fieldsOfMany } from './asset-fields.ts'
import type { Names } from './field-table.ts'
import type { ListSearch } from './list-search.ts'
import { setMany, takeIn } from './many.ts'
import { namesOf } from './names.ts'
import { PasteCells } from './paste-cells.tsx'
import { heldIn } from './pasted.ts'
import { Retire } from './retire-form.tsx'
import { allThatFit, mostChosen } from './use-list.ts'

interface ManyProps {
  readonly view: AssetsView
  readonly search: ListSearch
  readonly chosen: ReadonlyMap<string, AssetRow>
  readonly choose: (rows: readonly AssetRow[]) => void
}

/** What can be done with the chosen devices at once; every act can be undone. */
export function EditMany({ view, search, chosen, choose }: ManyProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const act = useUndoable()
  const rows = [...chosen.values()]
  const unlisted = rows.filter((row) => row.unlisted)
  const all = useMutation({ mutationFn: () => allThatFit(facility, search), onSuccess: choose })
  function takeAll(): void {
    act(takeIn(unlisted), t('assets.takenIn', { count: unlisted.length }))
    choose([])
  }
  return (
    <section className="card stack edit-many no-print" aria-label={t('assets.chosen', { count: rows.length })}>
      <div className="row">
        <strong role="status">{t('assets.chosen', { count: rows.length })}</strong>
        {rows.length < Math.min(view.matching, mostChosen) && (
          <button type="button" className="button low" onClick={() => !all.isPending && all.mutate()}>
            {all.isPending ? t('working') : t('assets.chooseAll', { count: Math.min(view.matching, mostChosen) })}
          </button>
        )}
        <button type="button" className="text-button small" onClick={() => choose([])}>
          {t('assets.chooseNone')}
        </button>
        {unlisted.length > 0 && (
          <button type="button" className="button low" onClick={takeAll}>
            {t('assets.takeIn', { count: unlisted.length })}
          </button>
        )}
        <Labels ids={rows.map(({ id }) => id)} />
        {rows.length <= mostRetired && <Retire devices={rows} done={() => choose([])} />}
      </div>
      {view.matching > mostChosen && <p className="source">{t('assets.most', { count: mostChosen })}</p>}
      {all.isError && <Problem error={all.error} />}
      <OneField rows={rows} rooms={view.rooms.map(({ value }) => value)} search={search} done={() => choose([])} />
    </section>
  )
}

/** As many as leave at once. */
const mostRetired = 500
/** As many ids as fit into an address. */
const mostLabels = 400

function Labels({ ids }: { ids: readonly string[] }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  if (ids.length > mostLabels) return <span className="source">{t('assets.labels.many', { count: mostLabels })}</span>
  return (
    <DownloadButton
      route={routes.assetPaper}
      input={{ params: { facility, paper: 'labels' }, query: { format: 'pdf', lang, assets: ids.join(',') } }}
      name="labels.pdf"
      look="button low"
    >
      {t('assets.labels')}
    </DownloadButton>
  )
}

interface OneProps {
  readonly rows: readonly AssetRow[]
  readonly rooms: readonly string[]
  readonly search: ListSearch
  readonly done: () => void
}

/** One field, one value, all of the chosen: typed, taken from the first of them, or pasted. */
function OneField({ rows, rooms, search, done }: OneProps) {
  const { t, say } = useWords()
  const act = useUndoable()
  const view = useView(routes.register, useFacilityId(), { params: { part: 'lines' }, query: { limit: 1 } })
  const [at, setAt] = useState(0)
  const [value, setValue] = useState('')
  const field = fieldsOfMany[at] ?? fieldsOfMany[0]
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const values: NewValues<'assets'> = { [field.name]: value.trim() === '' ? undefined : value.trim() }
    act(setMany(rows, values), t('assets.written', { count: rows.length, field: t(field.word) }))
    done()
  }
  const names = view.data && namesOf(view.data.names, say)
  const first = rows.length > 1 ? rows[0] : undefined
  const held = first && heldIn(first, field)
  function fillDown(): void {
    if (!first || held === undefined) {
      announce(t('assets.fillDown.nothing', { field: t(field.word) }))
      return
    }
    act(setMany(rows.slice(1), { [field.name]: held }), t('assets.written', { count: rows.length - 1, field: t(field.word) }))
    done()
  }
  useFillDown(fillDown)
  return (
    <>
      <form className="edit-one" onSubmit={submit}>
        <Field label={t('assets.field')}>
          {(props) => (
            <select
              {...props}
              value={at}
              onChange={(event) => {
                setAt(Number(event.target.value))
                setValue('')
              }}
            >
              {fieldsOfMany.map(({ name, word }, index) => (
                <option key={name} value={index}>
                  {t(word)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {names && <ValueField key={field.name} field={field} value={value} write={setValue} rooms={rooms} names={names} />}
        <p>
          <button type="submit" className="button">
            {t(value.trim() === '' ? 'assets.forget' : 'assets.write', { count: rows.length })}
          </button>
        </p>
      </form>
      {first && held !== undefined && (
        <p>
          <button type="button" className="button low" onClick={fillDown}>
            {t('assets.fillDown', { field: t(field.word), name: first.name })}
          </button>
        </p>
      )}
      {names && <PasteCells rows={rows} search={search} field={field} names={names} done={done} />}
    </>
  )
}

/** Ctrl+D, as a table program has it: what the first has is given to the others. In a field the key is the browser's. */
function useFillDown(fill: () => void): void {
  const latest = useRef(fill)
  useEffect(() => {
    latest.current = fill
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : undefined
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'd') return
      if (event.isComposing || target?.closest('input:not([type="checkbox"]), textarea')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

interface ValueProps {
  readonly field: (typeof fieldsOfMany)[number]
  readonly value: string
  readonly write: (value: string) => void
  readonly rooms: readonly string[]
  readonly names: Names
}

function ValueField({ field: { name, word, as }, value, write, rooms, names }: ValueProps) {
  const { t } = useWords()
  const today = date(useToday())
  const listId = useId()
  if (as.kind === 'day')
    return (
      <DateField
        label={t(word)}
        value={value === '' ? undefined : date(value)}
        today={today}
        withToday={false}
        save={(day) => write(day ?? '')}
      />
    )
  const choices =
    as.kind === 'choice' ? as.choices.map((one) => ({ id: one.value, name: t(one.word) })) : as.kind === 'one' ? names[as.of] : undefined
  return (
    <Field label={t(word)} help={t('assets.emptyForgets')}>
      {(props) =>
        choices ? (
          <select {...props} value={value} onChange={(event) => write(event.target.value)}>
            <option value="">{t('register.unknown')}</option>
            {as.kind === 'one' && as.none !== undefined && <option value="none">{t(as.none)}</option>}
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          <>
            <input
              {...props}
              maxLength={200}
              autoComplete="off"
              value={value}
              {...(name === 'room' && { list: listId })}
              onChange={(event) => write(event.target.value)}
            />
            {name === 'room' && (
              <datalist id={listId}>
                {rooms
                  .filter((room) => room !== '-')
                  .map((room) => (
                    <option key={room} value={room} />
                  ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  )
}
