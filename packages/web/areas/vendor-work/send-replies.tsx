import { routes, type StandardsView } from '@mimamori/contract'
import { useState } from 'react'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { answersOf, type ReadRequest, sendable } from './requests-state.ts'

/** The replies: one file for each request, or all in one ZIP for the vendor itself, once a person has checked them. */
export function SendReplies({ requests, standards }: { requests: readonly ReadRequest[]; standards: StandardsView['standards'] }) {
  const { t } = useWords()
  const maySubmit = useMay('sheet:submit')
  const [answeredBy, setAnsweredBy] = useState('')
  const [isChecked, setChecked] = useState(false)
  if (!maySubmit) return <p className="card">{t('draft.mayNotSubmit')}</p>
  const replies = requests.map((request) => ({
    name: request.name,
    head: request.view.head,
    answers: sendable(answersOf(request, standards).all),
  }))
  const input = (chosen: typeof replies) => ({ body: { format: 'xlsx' as const, answeredBy: answeredBy.trim(), replies: chosen } })
  const isReady = answeredBy.trim() !== '' && isChecked
  return (
    <section className="card stack" aria-label={t('requests.one')}>
      <Field label={t('requests.by')}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={answeredBy} onChange={(event) => setAnsweredBy(event.target.value)} />
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" checked={isChecked} onChange={() => setChecked(!isChecked)} /> {t('requests.confirm')}
      </label>
      {!isReady && <p className="small">{t(answeredBy.trim() === '' ? 'requests.by.missing' : 'requests.confirm.missing')}</p>}
      {isReady && (
        <ul className="stack">
          {replies.map((reply, at) => (
            <li key={requests[at]?.key ?? reply.name}>
              {reply.head.facility ?? t('requests.file', { name: reply.name })}{' '}
              <DownloadButton route={routes.writeReplyFiles} input={input([reply])} name="reply.xlsx" look="button">
                {t('requests.one')}
              </DownloadButton>
            </li>
          ))}
        </ul>
      )}
      {isReady && replies.length > 1 && (
        <>
          <p className="small">{t('requests.zip')}</p>
          <p>
            <DownloadButton route={routes.writeReplyFiles} input={input(replies)} name="replies.zip" look="button filled">
              {t('requests.all', { count: replies.length })}
            </DownloadButton>
          </p>
        </>
      )}
    </section>
  )
}
