import { type ChecklistItemView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { answersOf, stateOfItem } from './answers.ts'
import './inspection-day.css'
import { itemsByNumber } from './items-by-number.ts'

/** 「検査当日」: the facility's sheet in the order of the pack, large, found by number, and nothing else on the screen. */
export function InspectionDay() {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const [typed, setTyped] = useState('')
  const view = useView(routes.checklist, facility, { query: {} })
  return (
    <Page className="inspection-day" title={t('inspection.title')} beside={view.data && say(view.data.edition.short)} tools={<ToNotes />}>
      <Loaded query={view}>
        {({ items }) => {
          const found = itemsByNumber(items, typed)
          return (
            <div className="stack">
              <div className="no-print">
                <Field label={t('inspection.find')}>
                  {(props) => (
                    <input {...props} autoComplete="off" maxLength={20} value={typed} onChange={(event) => setTyped(event.target.value)} />
                  )}
                </Field>
              </div>
              {found.length === 0 && <p className="card">{t('inspection.none')}</p>}
              <ol className="inspection-items">
                {found.map((item) => (
                  <Item key={item.item} item={item} />
                ))}
              </ol>
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

function ToNotes() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <Link className="button" to="/f/$facility/inspection-notes" params={{ facility }}>
      {t('notes.title')}
    </Link>
  )
}

function Item({ item }: { item: ChecklistItemView }) {
  const { t, say, lang } = useWords()
  const record = answersOf(item).whole?.record
  return (
    <li className="card">
      <h2>
        <ItemNumber number={item.number} /> {say(item.title)}
      </h2>
      <p className="row">
        <StateChip state={stateOfItem(item)} />
        {record?.checkedOn !== undefined && <span>{t('inspection.checked', { date: longDate(record.checkedOn, lang) })}</span>}
        {record?.answer === 'no' && record.targetOn !== undefined && (
          <span>{t('after.target', { date: longDate(record.targetOn, lang) })}</span>
        )}
        {record?.answer === 'no' && record.recheckedOn !== undefined && (
          <span>{t('inspection.second', { date: longDate(record.recheckedOn, lang) })}</span>
        )}
      </p>
      {record?.reason !== undefined && <p>{record.reason}</p>}
      {item.evidence.length > 0 && (
        <ul>
          {item.evidence.map((piece) => (
            <li key={piece.id}>
              {piece.name} {piece.place !== undefined && t('evidence.at', { place: piece.place })}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
