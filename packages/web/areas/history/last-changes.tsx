import { type LastChangesView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { keptWords } from '../../ui/kept-words.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import './last-changes.css'

type ChangeLine = LastChangesView['changes'][number]

/** 「直前の変更を元に戻す」: who changed what and when, and the way back of each. */
export function LastChanges() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.lastChanges, facility)
  return (
    <Page title={t('history.title')}>
      <p className="second">{t('history.says')}</p>
      <Loaded query={view}>{({ changes }) => <ChangeTable changes={changes} />}</Loaded>
    </Page>
  )
}

function ChangeTable({ changes }: { changes: readonly ChangeLine[] }) {
  const { t } = useWords()
  if (changes.length === 0) return <p className="card">{t('history.none')}</p>
  return (
    <div className="table-frame">
      <table className="table as-cards last-changes">
        <caption className="hidden-words">{t('history.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.back')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeRow key={change.revision} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const authorWords: Readonly<Partial<Record<ChangeLine['author'], PlainKey>>> = {
  import: 'history.import',
  year: 'history.year',
  undo: 'history.undoing',
}

function ChangeRow({ change }: { change: ChangeLine }) {
  const { t, say, lang } = useWords()
  const how = authorWords[change.author]
  return (
    <tr id={rowOf(change.revision)}>
      <th scope="row">
        {dateAndTime(change.at, lang)} <span className="source">{useWho(change)}</span>
      </th>
      <td data-name={t('history.what')}>
        {how !== undefined && <p className="second">{t(how)}</p>}
        <ul>
          {change.lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one change never move
            <li key={at}>
              {say(line.text)} <Values line={line} />
            </li>
          ))}
          {change.more > 0 && <li>{t('import.more', { count: change.more })}</li>}
        </ul>
      </td>
      <td data-name={t('history.back')}>
        <WayBack change={change} />
      </td>
    </tr>
  )
}

function rowOf(revision: number): string {
  return `change-${revision}`
}

function useWho({ author, by }: ChangeLine): string {
  const { t } = useWords()
  if (by === undefined) return t(author === 'system' ? 'history.product' : 'conflict.somebody')
  return t(author === 'vendor' ? 'history.byVendor' : 'history.by', { name: by })
}

function Values({ line: { before, after, now } }: { line: ChangeLine['lines'][number] }) {
  const { t, say } = useWords()
  const shown = (value: typeof before) => (value ? say(value) : t('conflict.empty'))
  if (before === undefined && after === undefined) return null
  return (
    <>
      <span className="source">{t('import.fromTo', { before: shown(before), after: shown(after) })}</span>
      {now !== undefined && (
        <span className="source both-values">{t('history.bothValues', { now: shown(now), before: shown(before) })}</span>
      )}
    </>
  )
}

function WayBack({ change }: { change: ChangeLine }): ReactNode {
  const { t, lang } = useWords()
  const { state, under, kept } = change
  if (state === 'can-undo') return <UndoButton change={change} />
  if (state === 'undone') return <span className="source">{t('history.undone')}</span>
  if (state === 'kept' && kept !== undefined) return <span className="source">{t(keptWords[kept])}</span>
  if (under === undefined) return null
  return (
    <>
      <span className="source">{t('history.underBy', { at: dateAndTime(under.at, lang), name: under.by ?? t('conflict.somebody') })}</span>{' '}
      <a className="small" href={`#${rowOf(under.revision)}`}>
        {t('history.look')}
      </a>
    </>
  )
}

function UndoButton({ change }: { change: ChangeLine }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const place = useRef<HTMLDivElement>(null)
  const undo = useMutation({
    mutationFn: () => ask(routes.undo, { params: { facility }, body: { revision: change.revision } }),
    onSuccess: async ({ conflicts }) => {
      announce(t(conflicts.length === 0 ? 'history.done' : 'history.movedOn'))
      // The button goes with what it did; the reader stays in the same row.
      place.current?.closest('tr')?.querySelector('th')?.setAttribute('tabindex', '-1')
      place.current?.closest('tr')?.querySelector('th')?.focus()
      await client.invalidateQueries({ queryKey: [facility] })
    },
    onError: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <div ref={place}>
      <button
        type="button"
        className="button low"
        aria-label={t('history.undoOne', { at: dateAndTime(change.at, lang) })}
        onClick={() => !undo.isPending && undo.mutate()}
      >
        {undo.isPending ? t('working') : t('undo')}
      </button>
      {undo.isError && <Problem error={undo.error} />}
      {undo.data !== undefined && undo.data.conflicts.length > 0 && <p className="box-differs">{t('history.movedOn')}</p>}
    </div>
  )
}
