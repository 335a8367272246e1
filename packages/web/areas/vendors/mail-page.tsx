import { type MailView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import './vendors.css'

/** What was sent by mail, what waits, what came back; and a mail to try it. */
export function MailPage() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.mail, facility)
  return (
    <Page className="wide" title={t('mail.title')} above={<Back />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Back() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="small no-print">
      <Link to="/f/$facility/vendors" params={{ facility }}>
        {t('sheet.back')}
      </Link>
    </p>
  )
}

function useMailAct() {
  const facility = useFacilityId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: [facility] }),
  })
}

function Content({ view }: { view: MailView }) {
  const { t } = useWords()
  const maySend = useMay('mail:send')
  return (
    <div className="stack">
      {view.isSetUp ? (
        <p className="small">{t('mail.from', { from: view.from ?? '' })}</p>
      ) : (
        <p className="box-note">{t('mail.notSetUp')}</p>
      )}
      {view.isSetUp && maySend && <TestMail />}
      <p className="small">{t('mail.bounces')}</p>
      {view.messages.length === 0 ? <p className="second">{t('mail.none')}</p> : <Messages view={view} />}
    </div>
  )
}

function TestMail() {
  const { t } = useWords()
  const facility = useFacilityId()
  const act = useMailAct()
  const [to, setTo] = useState('')
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(() => ask(routes.sendTestMail, { params: { facility }, body: { to: to.trim() } }))
      }}
    >
      <Field label={t('mail.testTo')}>
        {(props) => (
          <input {...props} type="email" autoComplete="off" maxLength={254} value={to} onChange={(event) => setTo(event.target.value)} />
        )}
      </Field>
      <p>
        <button type="submit" className="button filled">
          {t('mail.test')}
        </button>
      </p>
      {act.isError && <Problem error={act.error} />}
    </form>
  )
}

const stateWords: Readonly<Record<MailView['messages'][number]['state'], PlainKey>> = {
  waiting: 'mail.state.waiting',
  sent: 'mail.state.sent',
  refused: 'mail.state.refused',
  'given-up': 'mail.state.givenUp',
  cancelled: 'mail.state.cancelled',
  'came-back': 'mail.state.cameBack',
}

function Messages({ view }: { view: MailView }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const maySend = useMay('mail:send')
  const act = useMailAct()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('mail.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mail.to')}</th>
            <th scope="col">{t('mail.subject')}</th>
            <th scope="col">{t('mail.state')}</th>
            <th scope="col">{t('mail.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {view.messages.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.to}</th>
              <td data-name={t('mail.subject')}>{one.subject}</td>
              <td data-name={t('mail.state')}>
                {t(stateWords[one.state])} <span className="source">{dateAndTime(one.settledAt ?? one.queuedAt, lang)}</span>
                {one.state === 'waiting' && one.nextTryAt !== undefined && (
                  <span className="source"> {t('mail.next', { at: dateAndTime(one.nextTryAt, lang) })}</span>
                )}
                {maySend && one.state === 'waiting' && (
                  <button
                    type="button"
                    className="button low"
                    onClick={() => act.mutate(() => ask(routes.cancelMail, { params: { facility, message: one.id } }))}
                  >
                    {t('mail.cancel')}
                  </button>
                )}
                {maySend && one.state === 'given-up' && (
                  <button
                    type="button"
                    className="button low"
                    onClick={() => act.mutate(() => ask(routes.retryMail, { params: { facility, message: one.id }, body: {} }))}
                  >
                    {t('mail.retry')}
                  </button>
                )}
              </td>
              <td data-name={t('mail.answer')}>{one.answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {act.isError && <Problem error={act.error} />}
    </div>
  )
}
