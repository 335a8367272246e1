import { type CalendarDate, date, entityId, type Warning, type WarningId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { wordsIn } from '../assets/index.ts'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { fromWords, urgencyWords } from './warning-words.ts'

type Lines = 'title' | 'issuer' | 'action' | 'products'
const empty: Readonly<Record<Lines, string>> = { title: '', issuer: '', action: '', products: '' }

/** A warning as it came: from whom, about what, what is to be done, by when. */
export function NewWarning() {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [lines, setLines] = useState(empty)
  const [from, setFrom] = useState<Warning['from']>('ministry')
  const [urgency, setUrgency] = useState<Warning['urgency']>('soon')
  const [receivedOn, setReceivedOn] = useState<CalendarDate | undefined>(today)
  const [dueOn, setDueOn] = useState<CalendarDate>()
  const [isMissing, setIsMissing] = useState(false)
  const write = (name: Lines) => (text: string) => setLines({ ...lines, [name]: text })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const [title, issuer, action] = [lines.title.trim(), lines.issuer.trim(), lines.action.trim()]
    const products = wordsIn(lines.products)
    const lacks = title === '' || issuer === '' || action === '' || receivedOn === undefined
    setIsMissing(lacks)
    if (lacks) return
    const id = entityId<WarningId>(newId('warn'))
    const more = { ...(products && { products }), ...(dueOn !== undefined && { dueOn }) }
    void saver.save([addRecord('warnings', { id, from, issuer, title, action, urgency, receivedOn, ...more })])
    announce(t('warnings.added'))
    setLines(empty)
    setDueOn(undefined)
  }
  return (
    <form className="card stack no-print" noValidate onSubmit={submit} aria-label={t('warnings.add')}>
      <h2>{t('warnings.add')}</h2>
      <Line label={t('warnings.name')} value={lines.title} write={write('title')} />
      <Line label={t('warnings.issuer')} value={lines.issuer} write={write('issuer')} />
      <StepChoice label={t('warnings.from')} choices={wordChoices(t, fromWords)} value={from} choose={setFrom} />
      <Line label={t('warnings.action')} value={lines.action} write={write('action')} />
      <Line label={t('warnings.products')} value={lines.products} write={write('products')} />
      <StepChoice label={t('column.urgency')} choices={wordChoices(t, urgencyWords)} value={urgency} choose={setUrgency} />
      <DateField label={t('warnings.receivedOn')} value={receivedOn} today={today} save={setReceivedOn} />
      <DateField label={t('column.due')} value={dueOn} today={today} withToday={false} save={setDueOn} />
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="warning-missing">{t('warnings.missing')}</FieldProblem>
        </div>
      )}
      <p>
        <button type="submit" className="button">
          {t('warnings.keep')}
        </button>
      </p>
    </form>
  )
}

function Line({ label, value, write }: { label: string; value: string; write: (text: string) => void }) {
  return (
    <Field label={label}>
      {(props) => <input {...props} maxLength={200} autoComplete="off" value={value} onChange={(event) => write(event.target.value)} />}
    </Field>
  )
}
