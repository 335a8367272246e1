import { routes } from '@mimamori/contract'
import { type CalendarDate, date } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type NewValues, setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useSaver, useSaverState } from '../../data/saving.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ShortChoice } from '../../ui/field.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import type { AnswerBlockProps } from './answer-props.ts'
import { isProposal, targetChoices } from './answers.ts'

/** What follows an answer: dates after any, a day to mend by after 「いいえ」, the second check once that day has come. */
export function AfterAnswer(props: AnswerBlockProps) {
  const { answer } = props
  const { t } = useWords()
  const { conflicts } = useSaverState()
  // NOTE: while two answers stand against each other, what is shown is the other person's and not recorded by this one.
  if (isProposal(answer.record) || conflicts.some((conflict) => conflict.id === answer.record.id)) return null
  if (answer.record.pending === 'ask-vendor') return <ToAsk id={answer.record.id} />
  if (answer.record.pending === 'later') return <p className="box-note">{t('after.later')}</p>
  if (answer.record.answer === undefined) return null
  return (
    <div className="stack opens">
      {answer.record.answer === 'no' && <MendBy {...props} />}
      <Dates {...props} />
    </div>
  )
}

/** 「事業者に聞く」: where it went, and whether anybody has been asked. */
function ToAsk({ id }: { id: string }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const groups = useView(routes.openQuestions, facility).data?.groups ?? []
  const askedOn = groups.flatMap((group) => group.questions).find((question) => question.id === `answers ${id}`)?.askedOn
  return (
    <p className="box-note">
      {askedOn === undefined ? t('after.vendorAsked') : t('after.vendorWaits', { date: plainDate(askedOn, lang) })}{' '}
      <Link to="/f/$facility/questions" params={{ facility }}>
        {t('open.title')}
      </Link>
    </p>
  )
}

function useSetter({ answer }: AnswerBlockProps): (values: NewValues<'answers'>) => void {
  const saver = useSaver()
  return (values) => void saver.save([setFields('answers', answer, values)])
}

const choiceWords: Readonly<Record<string, PlainKey>> = { 'one-month': 'after.oneMonth', 'three-months': 'after.threeMonths' }

/** 「いつまでに直しますか」, in the same place as the answer. */
function MendBy(props: AnswerBlockProps) {
  const { view, answer, readOnly } = props
  const { t, say, lang } = useWords()
  const set = useSetter(props)
  const today = date(useToday())
  const yearEnd = date(view.yearEnd)
  const [own, setOwn] = useState(false)
  const { targetOn } = answer.record
  const outside = (day: CalendarDate) =>
    day <= yearEnd ? undefined : t('after.outside', { year: say(view.fiscalYearName), end: plainDate(yearEnd, lang) })
  if (readOnly) return targetOn === undefined ? null : <p>{t('after.target', { date: longDate(targetOn, lang) })}</p>
  return (
    <div className="box-note stack">
      <p>{t('after.no', { year: say(view.fiscalYearName) })}</p>
      <p className="row">
        {targetChoices(today, yearEnd).map(({ name, on }) => (
          <button key={name} type="button" className="button low" aria-pressed={targetOn === on} onClick={() => set({ targetOn: on })}>
            {name === 'year-end' ? t('after.yearEnd', { date: plainDate(on, lang) }) : t(choiceWords[name] ?? 'after.oneMonth')}
          </button>
        ))}
        <button type="button" className="button low" aria-expanded={own} onClick={() => setOwn(!own)}>
          {t('after.ownDate')}
        </button>
        <button type="button" className="button low" onClick={() => set({ targetOn: undefined })}>
          {t('after.undecided')}
        </button>
      </p>
      {(own || targetOn !== undefined) && (
        <DateField
          label={t('field.targetOn')}
          value={targetOn}
          today={today}
          withToday={false}
          save={(day) => set({ targetOn: day })}
          check={outside}
        />
      )}
    </div>
  )
}

function Dates(props: AnswerBlockProps) {
  const { answer, readOnly } = props
  const { t } = useWords()
  const set = useSetter(props)
  const today = date(useToday())
  const { record } = answer
  const [second, setSecond] = useState(record.recheckedOn !== undefined || (record.targetOn !== undefined && record.targetOn <= today))
  return (
    <>
      <div className="dates" data-key="today">
        <DateField
          label={t('field.checkedOn')}
          value={record.checkedOn}
          today={today}
          readOnly={readOnly}
          save={(day) => set({ checkedOn: day })}
        />
      </div>
      {record.answer === 'no' && second && (
        <div className="dates">
          <DateField
            label={t('field.recheckedOn')}
            help={t('field.recheckedOn.help')}
            value={record.recheckedOn}
            today={today}
            readOnly={readOnly}
            save={(day) => set({ recheckedOn: day, recheckAnswer: day === undefined ? undefined : (record.recheckAnswer ?? 'yes') })}
          />
          {record.recheckedOn !== undefined && !readOnly && (
            <ShortChoice
              legend={t('field.recheckAnswer')}
              choices={[
                { value: 'yes', label: t('state.yes') },
                { value: 'no', label: t('state.no') },
              ]}
              value={record.recheckAnswer}
              choose={(value) => set({ recheckAnswer: value === 'yes' ? 'yes' : 'no' })}
            />
          )}
        </div>
      )}
      {record.answer === 'no' && !second && !readOnly && (
        <p>
          <button type="button" className="text-button small" onClick={() => setSecond(true)}>
            {t('after.second')}
          </button>
        </p>
      )}
    </>
  )
}
