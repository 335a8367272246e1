import { routes, type VendorWorkView } from '@mimamori/contract'
import { type CalendarDate, date, type VisitEffect } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, type FieldProps } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { EffectChoice } from './effect-choice.tsx'
import { workKey } from './use-work.ts'

interface Wish {
  readonly client: string
  readonly devices: string
  readonly currentVersion: string
  readonly fixedVersion: string
  readonly hours: string
  readonly note: string
}

const empty: Wish = { client: '', devices: '', currentVersion: '', fixedVersion: '', hours: '', note: '' }

/** 「作業を申し込む」: devices in words, versions, a night or holiday that suits, the effect on other systems. */
export function AskVisit({ view, close }: { view: VendorWorkView; close: () => void }) {
  const { t } = useWords()
  const [wish, setWish] = useState(empty)
  const [wishedOn, setWishedOn] = useState<CalendarDate>()
  const [effect, setEffect] = useState<VisitEffect>('checking')
  const [tried, setTried] = useState(false)
  const send = useAsk(wish, effect, close)
  const missing = (isMissing: boolean, words: string) => (tried && isMissing ? words : undefined)
  const text = (name: keyof Wish) => (props: FieldProps) => (
    <input
      {...props}
      maxLength={100}
      autoComplete="off"
      value={wish[name]}
      onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
    />
  )
  const long = (name: keyof Wish) => (props: FieldProps) => (
    <textarea
      {...props}
      rows={2}
      maxLength={2000}
      value={wish[name]}
      onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
    />
  )
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setTried(true)
    const isComplete = wish.client !== '' && wish.devices.trim() !== ''
    if (isComplete && wishedOn !== undefined && !send.isPending) send.mutate(wishedOn)
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('visits.ask')}</h2>
      <Field label={t('visits.client')} wrong={missing(wish.client === '', t('visits.client.missing'))}>
        {(props) => (
          <select {...props} value={wish.client} onChange={(event) => setWish({ ...wish, client: event.target.value })}>
            <option value="">{t('relations.choose')}</option>
            {view.clients.map(({ relation, facility }) => (
              <option key={relation} value={relation}>
                {facility}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('visits.devices')}
        help={t('visits.devices.help')}
        wrong={missing(wish.devices.trim() === '', t('visits.devices.missing'))}
      >
        {long('devices')}
      </Field>
      <Field label={t('visits.current')}>{text('currentVersion')}</Field>
      <Field label={t('visits.fixed')}>{text('fixedVersion')}</Field>
      <DateField
        label={t('visits.wishedOn')}
        value={wishedOn}
        today={date(view.today)}
        withToday={false}
        save={setWishedOn}
        missing={missing(wishedOn === undefined, t('visits.wishedOn.missing'))}
      />
      <Field label={t('visits.hours')} help={t('visits.hours.help')}>
        {text('hours')}
      </Field>
      <EffectChoice value={effect} choose={setEffect} />
      <Field label={t('visits.note')} help={t('field.noPatients')}>
        {long('note')}
      </Field>
      {send.isError && <Problem error={send.error} />}
      <p className="row">
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'visits.send')}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('close')}
        </button>
      </p>
    </form>
  )
}

function useAsk({ client: relation, devices, ...optional }: Wish, effect: VisitEffect, close: () => void) {
  const { t } = useWords()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wishedOn: CalendarDate) => {
      const filled = Object.entries(optional).filter(([, value]) => value.trim() !== '')
      const wish = { devices: devices.trim(), wishedOn, effect }
      return ask(routes.askVisit, { params: { relation }, body: { ...wish, ...Object.fromEntries(filled) } })
    },
    onSuccess: async () => {
      announce(t('visits.sent'))
      close()
      await queries.invalidateQueries(workKey)
    },
  })
}
