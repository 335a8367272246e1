import { routes } from '@mimamori/contract'
import {
  type CalendarDate,
  type Change,
  date,
  entityId,
  type InspectionId,
  type InspectionPoint,
  type InspectionPointId,
  type ItemId,
  notePoint,
  type TaskId,
} from '@mimamori/domain'
import { useState } from 'react'
import { newId } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, OneOf } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { kindWords } from './inspection-points.tsx'

type Kind = InspectionPoint['kind']
const kinds = ['question', 'promise', 'guidance', 'seen'] as const
/** What must have a day: it becomes work. */
const dated: readonly Kind[] = ['promise', 'guidance']

/** Notes one more point; what has a day becomes work in the same step. */
export function NewPoint({ inspection, order }: { inspection: InspectionId; order: number }) {
  const { t } = useWords()
  const today = date(useToday())
  const saver = useSaver()
  const [kind, setKind] = useState<Kind>('question')
  const [item, setItem] = useState('')
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState('')
  const [dueOn, setDueOn] = useState<CalendarDate>()
  const [tried, setTried] = useState(false)
  const isTextMissing = text.trim() === ''
  const isDayMissing = dated.includes(kind) && dueOn === undefined

  /** NOTE: the kind stays: papers promised come one after the other. */
  function clear(): void {
    setItem('')
    setText('')
    setAnswer('')
    setDueOn(undefined)
    setTried(false)
  }

  function note(): void {
    setTried(true)
    if (isTextMissing || isDayMissing) return
    const point = {
      inspection,
      order,
      kind,
      text: text.trim(),
      ...(item !== '' && { item: item as ItemId }), // one of the items of the list
      ...(answer.trim() !== '' && { answer: answer.trim() }),
      ...(dueOn !== undefined && kind !== 'seen' && { dueOn }),
    }
    const ids = { id: entityId<InspectionPointId>(newId('point')), task: entityId<TaskId>(newId('task')), today }
    clear()
    announce(t(point.dueOn === undefined ? 'notes.kept' : 'notes.keptAsTask'))
    void saver.save(notePoint(point, ids).map((change) => ({ change: change as Change }))) // each is a member of the union
  }

  return (
    <section className="card stack no-print">
      <h2>{t('notes.new')}</h2>
      <OneOf
        legend={t('notes.kind')}
        choices={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        value={kind}
        choose={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      <ItemField value={item} choose={setItem} />
      <Field label={t('notes.text')} help={t('notes.text.help')} wrong={tried && isTextMissing ? t('notes.text.missing') : undefined}>
        {(props) => <textarea {...props} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={t(kind === 'question' ? 'notes.answer' : 'notes.plan')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={2} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />}
      </Field>
      {kind !== 'seen' && (
        <>
          <DateField
            label={t('notes.dueOn')}
            help={t(dated.includes(kind) ? 'notes.dueOn.must' : 'notes.dueOn.may')}
            value={dueOn}
            today={today}
            withToday={false}
            save={setDueOn}
          />
          {tried && isDayMissing && <p role="alert">{t('notes.dueOn.missing')}</p>}
        </>
      )}
      <p>
        <button type="button" className="button filled" onClick={note}>
          {t('notes.keep')}
        </button>
      </p>
    </section>
  )
}

function ItemField({ value, choose }: { value: string; choose: (item: string) => void }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const items = useView(routes.checklist, facility, { query: {} }).data?.items ?? []
  return (
    <Field label={t('notes.item')}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('notes.item.none')}</option>
          {items.map((one) => (
            <option key={one.item} value={one.item}>
              {one.number} {say(one.title)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
