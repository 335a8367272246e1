import type { ChecklistView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { KeyHelpButton } from '../../frame/key-help.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ItemNumber } from '../../ui/marks.tsx'
import { answerChange, answersOf, countAnswers, type Said } from './answers.ts'
import { ChecklistRow } from './checklist-row.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { sheetName } from './sheet-name.ts'

const here = getRouteApi('/f/$facility/checklist')

/** All items in the official order, for those who fill in fast. */
export function ChecklistList({ view, at, readOnly }: { view: ChecklistView; at: number; readOnly: boolean }) {
  const { t, say } = useWords()
  const counts = countAnswers(view.items)
  const beside = t('checklist.counts', {
    answered: counts.answered,
    of: view.items.length,
    yes: counts.yes,
    no: counts.no,
    empty: counts.empty,
  })
  const tools = (
    <>
      <SavedNote />
      <ModeSwitch mode="list" item={view.items[at]?.item} />
      <button type="button" className="button low" onClick={() => window.print()}>
        {t('print')}
      </button>
    </>
  )
  return (
    <Page className="wide" title={sheetName(view, t, say)} beside={beside} tools={tools}>
      {view.readOnly && <p className="box-note">{t('checklist.closed')}</p>}
      <Rows view={view} at={at} readOnly={readOnly} />
      <KeyLine />
      {view.notCarried.length > 0 && <NotCarried view={view} />}
      <OtherYears view={view} />
    </Page>
  )
}

function Rows({ view, at, readOnly }: { view: ChecklistView; at: number; readOnly: boolean }) {
  const { t } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const go = useGoTo(view)
  useListKeys(view, at, readOnly, go)
  // NOTE: the focus follows the row, so that a screen reader hears where the keys have led.
  const arrived = useRef(at)
  useEffect(() => {
    if (arrived.current === at) return
    arrived.current = at
    table.current?.querySelector<HTMLElement>('tr.chosen th a')?.focus()
  }, [at])
  return (
    <div className="table-frame">
      <table className="table checklist-table as-cards" ref={table}>
        <caption className="hidden-words">{t('checklist.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.number')}</th>
            <th scope="col">{t('column.title')}</th>
            <th scope="col">
              {t('column.answer')} <kbd className="key">1</kbd> <kbd className="key">2</kbd>
            </th>
            <th scope="col">{t('field.checkedOn')}</th>
            <th scope="col">{t('field.targetOn')}</th>
            <th scope="col">{t('field.recheckedOn')}</th>
            <th scope="col">{t('column.vendorYes')}</th>
            <th scope="col" className="right">
              {t('column.evidence')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item, place) => (
            <ChecklistRow key={item.item} view={view} item={item} chosen={place === at} readOnly={readOnly} choose={() => go(place)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useGoTo(view: ChecklistView): (place: number) => void {
  const facility = useFacilityId()
  const navigate = useNavigate()
  const search = here.useSearch()
  return (place) => {
    const item = view.items[place]
    if (item && item.item !== search.item)
      void navigate({
        to: '/f/$facility/checklist',
        params: { facility },
        search: { ...search, mode: 'list', item: item.item },
        replace: true,
        resetScroll: false,
      })
  }
}

function useListKeys(view: ChecklistView, at: number, readOnly: boolean, go: (place: number) => void): void {
  const facility = useFacilityId()
  const navigate = useNavigate()
  const saver = useSaver()
  const today = date(useToday())
  const item = view.items[at]
  const { whole, parts } = item ? answersOf(item) : { whole: undefined, parts: [] }
  const answer = (said: Said) =>
    readOnly || !whole || parts.length > 0 ? undefined : () => void saver.save([answerChange(whole, said, today)])
  useKeys({
    1: answer('yes'),
    2: answer('no'),
    3: answer('ask-vendor'),
    4: answer('later'),
    t:
      readOnly || whole?.record.answer === undefined
        ? undefined
        : () => whole && void saver.save([setFields('answers', whole, { checkedOn: today })]),
    e: () =>
      item &&
      void navigate({ to: '/f/$facility/checklist', params: { facility }, search: { mode: 'one', item: item.item }, hash: 'evidence' }),
    ArrowUp: () => go(Math.max(0, at - 1)),
    ArrowDown: () => go(Math.min(view.items.length - 1, at + 1)),
  })
}

function KeyLine() {
  const { t } = useWords()
  return (
    <p className="key-line source no-print not-phone">
      <kbd className="key">↑</kbd>
      <kbd className="key">↓</kbd> {t('keys.move')} <kbd className="key">1</kbd> {t('state.yes')} <kbd className="key">2</kbd>{' '}
      {t('state.no')} <kbd className="key">T</kbd> {t('keys.today')} <kbd className="key">E</kbd> {t('keys.evidence')}{' '}
      <kbd className="key">?</kbd> <KeyHelpButton />
    </p>
  )
}

/** The way to the closed sheet of the year before, and back. */
function OtherYears({ view }: { view: ChecklistView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const last = view.lastSheet
  return (
    <p className="row other-years small no-print">
      {view.readOnly && (
        <Link to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'list' }}>
          {t('checklist.now')}
        </Link>
      )}
      {last && (
        <Link to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'list', sheet: last.id }}>
          {t('checklist.before', { year: say(last.fiscalYearName) })}
        </Link>
      )}
    </p>
  )
}

function NotCarried({ view }: { view: ChecklistView }) {
  const { t, say } = useWords()
  return (
    <section className="card stack not-carried">
      <h2>{t('checklist.notCarried', { count: view.notCarried.length })}</h2>
      <ul className="small">
        {view.notCarried.map((each) => (
          <li key={each.number}>
            <ItemNumber number={each.number} /> {say(each.title)}
          </li>
        ))}
      </ul>
    </section>
  )
}
