import type { VisitView } from '@mimamori/contract'
import { type CalendarDate, mayStep, type VisitEffect, type VisitStep } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { EffectChoice } from './effect-choice.tsx'

/** A step as a person wants it; the side that sends it adds who and when. */
export interface VisitStepWanted {
  readonly kind: Exclude<VisitStep['kind'], 'asked'>
  readonly wishedOn?: CalendarDate
  readonly hours?: string
  readonly effect?: VisitEffect
  readonly note?: string
}

interface ActsParts {
  readonly side: VisitStep['side']
  readonly view: VisitView
  readonly today: CalendarDate
  readonly busy: boolean
  readonly send: (step: VisitStepWanted) => void
}

/** What this side may do now: accept a time, name another, say a word, withdraw. */
export function VisitActs({ side, view, today, busy, send }: ActsParts) {
  const { t } = useWords()
  const [open, setOpen] = useState<'other-time' | 'said'>()
  if (view.state === 'withdrawn') return null
  function sendAndClose(step: VisitStepWanted): void {
    setOpen(undefined)
    send(step)
  }
  if (open === 'other-time') return <OtherTime today={today} send={sendAndClose} close={() => setOpen(undefined)} />
  if (open === 'said') return <Word side={side} send={sendAndClose} close={() => setOpen(undefined)} />
  return (
    <div className="row">
      {mayStep(view.steps, { side, kind: 'accepted' }) && (
        <button type="button" className="button filled" disabled={busy} onClick={() => send({ kind: 'accepted' })}>
          {t('visits.accept')}
        </button>
      )}
      <button type="button" className="button" onClick={() => setOpen('other-time')}>
        {t('visits.otherTime')}
      </button>
      <button type="button" className="button" onClick={() => setOpen('said')}>
        {t('visits.word')}
      </button>
      <ConfirmStep
        ask={t('visits.withdraw')}
        says={t('visits.withdraw.says')}
        go={t('visits.withdraw.go')}
        busy={busy}
        act={() => send({ kind: 'withdrawn' })}
      />
    </div>
  )
}

interface FormParts {
  readonly send: (step: VisitStepWanted) => void
  readonly close: () => void
}

function OtherTime({ today, send, close }: FormParts & { today: CalendarDate }) {
  const { t } = useWords()
  const [wishedOn, setWishedOn] = useState<CalendarDate>()
  const [hours, setHours] = useState('')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<string>()
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(t('visits.wishedOn.missing'))
    if (wishedOn !== undefined) send({ kind: 'other-time', wishedOn, ...filled('hours', hours), ...filled('note', note) })
  }
  return (
    <form className="box-note stack" noValidate onSubmit={submit}>
      <DateField label={t('visits.wishedOn')} value={wishedOn} today={today} withToday={false} save={setWishedOn} missing={wrong} />
      <Field label={t('visits.hours')} help={t('visits.hours.help')}>
        {(props) => (
          <input {...props} maxLength={200} autoComplete="off" value={hours} onChange={(event) => setHours(event.target.value)} />
        )}
      </Field>
      <Field label={t('visits.note')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <SendRow close={close} />
    </form>
  )
}

function Word({ side, send, close }: FormParts & { side: VisitStep['side'] }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const [effect, setEffect] = useState<VisitEffect>()
  const [wrong, setWrong] = useState<string>()
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const isEmpty = note.trim() === '' && effect === undefined
    setWrong(isEmpty ? t('visits.word.missing') : undefined)
    if (!isEmpty) send({ kind: 'said', ...filled('note', note), ...(effect && { effect }) })
  }
  return (
    <form className="box-note stack" noValidate onSubmit={submit}>
      <Field label={t('visits.word.text')} help={t('field.noPatients')} wrong={wrong}>
        {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {side === 'vendor' && <EffectChoice value={effect} choose={setEffect} />}
      <SendRow close={close} />
    </form>
  )
}

function SendRow({ close }: { close: () => void }) {
  const { t } = useWords()
  return (
    <p className="row">
      <button type="submit" className="button filled">
        {t('visits.stepSend')}
      </button>
      <button type="button" className="button" onClick={close}>
        {t('close')}
      </button>
    </p>
  )
}

function filled<K extends string>(name: K, text: string): { readonly [P in K]?: string } {
  return (text.trim() === '' ? {} : { [name]: text.trim() }) as { readonly [P in K]?: string } // one field of this name, or none
}
