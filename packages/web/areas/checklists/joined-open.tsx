import { type JoinedView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { SavedText } from '../../ui/field.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { useStateWord } from '../../ui/state-chip.tsx'
import { type AnswerView, answersOf } from './answers.ts'
import { JoinedDiscussion } from './joined-discussion.tsx'
import { type JoinedCell, type JoinedRow, sheetsThatDiffer } from './joined-groups.ts'

/** A row opened in its place: both sides' words, dates, and the ways on. */
export function JoinedOpen({ row, view, own }: { row: JoinedRow; view: JoinedView; own: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const [holding, setHolding] = useState(false)
  const sheet = sheetToAsk(row)
  const talkedWith = sheetsThatDiffer(row)
  return (
    <div className="opened-words opens">
      <p className="opened-title">{say(row.title)}</p>
      <SaidBy row={row} view={view} own={own} />
      {row.state === 'differs' && <p>{t('joined.notWrong')}</p>}
      {row.facility?.note !== undefined && !holding && <p className="second">{t('joined.note', { note: row.facility.note })}</p>}
      {mayWrite && (
        <p className="row">
          {sheet !== undefined && !talkedWith.includes(sheet) && (
            <Link
              className={row.state === 'differs' || row.state === 'vendor-silent' ? 'button low filled' : 'button low'}
              to="/f/$facility/vendors/$sheet/ask"
              params={{ facility, sheet }}
            >
              {t('joined.askVendor')}
            </Link>
          )}
          <Link className="button low" to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'one', item: row.item }}>
            {t(row.facility?.answer === undefined ? 'joined.answer' : 'joined.mend', { us: own })}
          </Link>
          {row.facility?.answer !== undefined && (
            <button type="button" className="button low" aria-expanded={holding} onClick={() => setHolding(!holding)}>
              {t('joined.hold')}
            </button>
          )}
        </p>
      )}
      {holding && <HoldNote item={row.item} />}
      <Talks row={row} view={view} sheets={talkedWith} />
    </div>
  )
}

/** Whom there is to ask: who differs, else who has not answered. */
function sheetToAsk(row: JoinedRow): string | undefined {
  const says = (...states: readonly JoinedCell['state'][]) => row.cells.find((cell) => states.includes(cell.state))?.sheet
  return says('no', 'other-party') ?? says('silent', 'unanswered', 'carried-over')
}

/** One talk with each vendor that differs; none of them sees what is said to another. */
function Talks({ row, view, sheets }: { row: JoinedRow; view: JoinedView; sheets: readonly string[] }) {
  const nameOf = useColumnName(view)
  return sheets.map((sheet) => (
    <section key={sheet} className="stack">
      {sheets.length > 1 && <h3 className="field-name">{nameOf(sheet)}</h3>}
      <JoinedDiscussion item={row.item} sheet={sheet} />
    </section>
  ))
}

/** Vendor and system of a sheet. */
function useColumnName(view: JoinedView): (sheet: string) => string {
  const { t } = useWords()
  return (sheet) => {
    const column = view.columns.find((one) => one.sheet === sheet)
    if (column?.systemName === undefined) return column?.vendorName ?? ''
    return t('vendor.andSystem', { vendor: column.vendorName, system: column.systemName })
  }
}

/** What each side says, with its date; those that agree are counted in one line. */
function SaidBy({ row, view, own }: { row: JoinedRow; view: JoinedView; own: string }) {
  const { t, lang } = useWords()
  const stateWord = useStateWord()
  const nameOf = useColumnName(view)
  const others = row.cells.filter((cell) => cell.state !== 'yes' && cell.state !== 'not-applicable')
  const agreed = row.cells.length - others.length
  const dated = (checkedOn: string | undefined) => (checkedOn === undefined ? t('date.none') : dayOfYear(checkedOn, lang))
  return (
    <ul>
      <li>
        {t('joined.says', { who: own, answer: stateWord(row.facility?.state ?? 'unanswered'), date: dated(row.facility?.checkedOn) })}
      </li>
      {others.map((cell) => {
        const column = view.columns.find(({ sheet }) => sheet === cell.sheet)
        const who = nameOf(cell.sheet)
        const answer = stateWord(cell.state, column?.days)
        if (cell.state === 'silent') return <li key={cell.sheet}>{t('joined.silent', { who, answer })}</li>
        if (cell.reason !== undefined)
          return <li key={cell.sheet}>{t('joined.saysWhy', { who, answer, reason: cell.reason, date: dated(cell.checkedOn) })}</li>
        return <li key={cell.sheet}>{t('joined.says', { who, answer, date: dated(cell.checkedOn) })}</li>
      })}
      {agreed > 0 && <li className="second">{t('joined.agreed', { count: agreed })}</li>}
    </ul>
  )
}

/** 「事情を書いて保留」: a note on the facility's own answer. */
function HoldNote({ item }: { item: string }) {
  const facility = useFacilityId()
  const view = useView(routes.checklist, facility, { query: {} })
  const found = view.data?.items.find((each) => each.item === item)
  const whole = found && answersOf(found).whole
  return whole ? <NoteField answer={whole} /> : null
}

function NoteField({ answer: stored }: { answer: AnswerView }) {
  const { t } = useWords()
  const saver = useSaver()
  const answer = useRecord('answers', stored)
  return (
    <SavedText
      label={t('joined.holdNote')}
      value={answer.record.note}
      save={(note) => void saver.save([setFields('answers', answer, { note })])}
    />
  )
}
