import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import { type CalendarDate, date } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { isConverting } from '../../ui/keys.ts'
import { ItemNumber, ShortDate } from '../../ui/marks.tsx'
import { readTypedDate } from '../../ui/read-date.ts'
import { plainDate, shortDate } from '../../ui/show-date.ts'
import { lookOf, StateChip, StateSign } from '../../ui/state-chip.tsx'
import { type AnswerView, answerChange, answersOf, isProposal, stateOf, stateOfItem } from './answers.ts'
import { SecondCheckOffer } from './second-check.tsx'

interface RowProps {
  readonly view: ChecklistView
  readonly item: ChecklistItemView
  readonly chosen: boolean
  readonly readOnly: boolean
  readonly choose: () => void
}

/** One item as a row of 31 pixels. */
export function ChecklistRow({ view, item, chosen, readOnly, choose }: RowProps) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { whole, parts } = answersOf(item)
  const apart = parts.length > 0
  return (
    <tr className={chosen ? 'chosen' : undefined} onClick={choose}>
      <th scope="row">
        <Link
          to="/f/$facility/checklist"
          params={{ facility }}
          search={{ mode: 'one', item: item.item }}
          aria-current={chosen ? 'true' : undefined}
        >
          <ItemNumber number={item.number} />
        </Link>
      </th>
      <td>
        <span className="long-title">{say(item.title)}</span>
        <span className="short-title">{say(item.short)}</span>
      </td>
      <td data-name={t('column.answer')}>
        {whole && !apart ? <AnswerCell answer={whole} readOnly={readOnly} /> : <StateChip state={stateOfItem(item)} />}
      </td>
      <td data-name={t('field.checkedOn')}>{whole && !apart && <CheckedCell answer={whole} chosen={chosen} readOnly={readOnly} />}</td>
      <td data-name={t('field.targetOn')}>
        {whole?.record.answer === 'no' && <TargetCell view={view} answer={whole} readOnly={readOnly} />}
      </td>
      <td data-name={t('field.recheckedOn')}>
        {whole?.record.answer === 'no' && <SecondCell answer={whole} readOnly={readOnly} />}
        {whole && !apart && !readOnly && <SecondCheckOffer answer={whole} brief />}
      </td>
      <td data-name={t('column.vendorYes')}>
        <VendorYes item={item} />
      </td>
      <td className="right" data-name={t('column.evidence')}>
        {item.evidence.length > 0 ? item.evidence.length : ''}
      </td>
    </tr>
  )
}

function VendorYes({ item }: { item: ChecklistItemView }) {
  if (!item.vendorYes) return <span className="second">―</span>
  return (
    <span className="number">
      {item.vendorYes.yes}/{item.vendorYes.base}
      {item.state === 'differs' && (
        <span className="differs-sign">
          <StateSign state="differs" />
        </span>
      )}
    </span>
  )
}

function AnswerCell({ answer, readOnly }: { answer: AnswerView; readOnly: boolean }) {
  const saver = useSaver()
  const today = date(useToday())
  const state = stateOf(answer.record)
  if (readOnly || state === 'not-applicable' || state === 'other-party') return <StateChip state={state} />
  const proposed = state === 'carried-over'
  return (
    <span className="pair-of-answers">
      {(['yes', 'no'] as const).map((said) => {
        const isThis = answer.record.answer === said
        const look = isThis ? `${lookOf(said)} ${proposed ? 'proposed' : 'chosen'}` : ''
        return (
          <button
            key={said}
            type="button"
            className={look}
            aria-pressed={isThis && !proposed}
            onClick={() => void saver.save([answerChange(answer, said, today)])}
          >
            <StateSign state={said} word />
          </button>
        )
      })}
      {(state === 'ask-vendor' || state === 'later') && <StateChip state={state} />}
    </span>
  )
}

function CheckedCell({ answer, chosen, readOnly }: { answer: AnswerView; chosen: boolean; readOnly: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const { checkedOn, answer: said } = answer.record
  const save = (day: CalendarDate | undefined) => void saver.save([setFields('answers', answer, { checkedOn: day })])
  if (said === undefined) return <span className="second">{chosen ? '' : t('state.unanswered')}</span>
  if (checkedOn === undefined && !readOnly)
    return (
      <span className="row tight">
        <button type="button" className="key" onClick={() => save(today)}>
          {t('date.today')}
        </button>
        {isProposal(answer.record) && <span className="source">{t('proposal.short')}</span>}
      </span>
    )
  return <DateCell label={t('field.checkedOn')} value={checkedOn} readOnly={readOnly} save={save} />
}

function TargetCell({ view, answer, readOnly }: { view: ChecklistView; answer: AnswerView; readOnly: boolean }) {
  const { t, say, lang } = useWords()
  const saver = useSaver()
  const yearEnd = date(view.yearEnd)
  const outside = (day: CalendarDate) =>
    day <= yearEnd ? undefined : t('after.outside', { year: say(view.fiscalYearName), end: plainDate(yearEnd, lang) })
  return (
    <DateCell
      label={t('field.targetOn')}
      value={answer.record.targetOn}
      readOnly={readOnly}
      check={outside}
      save={(day) => void saver.save([setFields('answers', answer, { targetOn: day })])}
    />
  )
}

function SecondCell({ answer, readOnly }: { answer: AnswerView; readOnly: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = useToday()
  const { recheckedOn, targetOn, recheckAnswer } = answer.record
  if (recheckedOn === undefined && targetOn !== undefined && targetOn > today)
    return <span className="second">{t('after.afterTarget')}</span>
  return (
    <DateCell
      label={t('field.recheckedOn')}
      value={recheckedOn}
      readOnly={readOnly}
      save={(day) =>
        void saver.save([
          setFields('answers', answer, { recheckedOn: day, recheckAnswer: day === undefined ? undefined : (recheckAnswer ?? 'yes') }),
        ])
      }
    />
  )
}

/** A date that becomes a field when it is chosen; what cannot be read stays with a word of how to write it. */
function DateCell({
  label,
  value,
  readOnly,
  save,
  check,
}: {
  label: string
  value: CalendarDate | undefined
  readOnly: boolean
  save: (day: CalendarDate | undefined) => void
  check?: (day: CalendarDate) => string | undefined
}) {
  const { t, lang } = useWords()
  const today = date(useToday())
  const [text, setText] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  if (readOnly) return value === undefined ? null : <ShortDate day={value} />
  if (text === undefined)
    return (
      <button
        type="button"
        className={value === undefined ? 'cell-date number empty' : 'cell-date number'}
        onClick={() => setText(value === undefined ? '' : shortDate(value, lang))}
      >
        {value === undefined ? t('date.write') : <ShortDate day={value} />}
        <span className="hidden-words"> {t('date.change', { field: label })}</span>
      </button>
    )
  function leave(): void {
    const read = readTypedDate(text ?? '', today)
    const refusal =
      read.kind === 'date'
        ? check?.(read.date)
        : read.kind === 'unreadable'
          ? t('date.unreadable', { text: text ?? '' })
          : read.kind === 'which'
            ? t('date.which.short')
            : undefined
    setWrong(refusal)
    if (refusal !== undefined) return
    setText(undefined)
    const day = read.kind === 'date' ? read.date : undefined
    if (day !== value) save(day)
  }
  return (
    <>
      <input
        className="cell-input"
        aria-label={label}
        aria-invalid={wrong === undefined ? undefined : true}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
        autoFocus
        maxLength={40}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isConverting(event)) leave()
          if (event.key === 'Escape') setText(undefined)
        }}
      />
      {wrong !== undefined && (
        <span className="cell-wrong" role="alert">
          {wrong}
        </span>
      )}
    </>
  )
}
