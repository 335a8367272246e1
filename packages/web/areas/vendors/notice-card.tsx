import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import { type Approval, date, entityId, noticeConsent, type RequestId, type SheetId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'

type Body = NonNullable<Approval['toBody']>
const bodies: readonly { readonly body: Body; readonly word: PlainKey }[] = [
  { body: 'association', word: 'notice.association' },
  { body: 'prefecture', word: 'notice.prefecture' },
  { body: 'trade-body', word: 'notice.trade' },
]

/** Telling a body outside: only with the consent of the facility for this sheet, which can be taken back. */
export function NoticeCard({ view, line }: { view: VendorsView; line: VendorSheetLine }) {
  const { t } = useWords()
  const mayConsent = useMay('notice:consent')
  const consent = noticeConsent(
    view.approvals.map(({ record }) => record),
    line.sheet,
  )
  return (
    <section className="card stack">
      <h2>{t('notice.title')}</h2>
      <p className="small">{t('notice.says')}</p>
      {consent ? <Consented view={view} line={line} consent={consent} /> : mayConsent && <ConsentForm line={line} />}
    </section>
  )
}

function useAct() {
  const facility = useFacilityId()
  const client = useQueryClient()
  const { t } = useWords()
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: async () => {
      announce(t('notice.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
}

function ConsentForm({ line }: { line: VendorSheetLine }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const act = useAct()
  const [toBody, setToBody] = useState<Body>('association')
  const [toName, setToName] = useState('')
  const [toAddress, setToAddress] = useState('')
  const [toMail, setToMail] = useState('')
  const given = {
    toBody,
    toName: toName.trim(),
    ...(toAddress.trim() !== '' && { toAddress: toAddress.trim() }),
    ...(toMail.trim() !== '' && { toMail: toMail.trim() }),
  }
  const consent = () => ask(routes.consentToNotice, { params: { facility, sheet: line.sheet }, body: given })
  return (
    <details>
      <summary>{t('notice.consent')}</summary>
      <div className="stack">
        <Field label={t('notice.body')}>
          {(props) => (
            <select
              {...props}
              value={toBody}
              onChange={(event) => setToBody(bodies.find((one) => one.body === event.target.value)?.body ?? toBody)}
            >
              {bodies.map(({ body, word }) => (
                <option key={body} value={body}>
                  {t(word)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('notice.name')}>
          {(props) => <input {...props} maxLength={200} value={toName} onChange={(event) => setToName(event.target.value)} />}
        </Field>
        <Field label={t('notice.address')}>
          {(props) => <input {...props} maxLength={200} value={toAddress} onChange={(event) => setToAddress(event.target.value)} />}
        </Field>
        <Field label={t('notice.mail')}>
          {(props) => <input {...props} type="email" maxLength={254} value={toMail} onChange={(event) => setToMail(event.target.value)} />}
        </Field>
        <p>
          <button type="button" className="button filled" onClick={() => given.toName !== '' && act.mutate(consent)}>
            {t('notice.consent')}
          </button>
        </p>
        {act.isError && <Problem error={act.error} />}
      </div>
    </details>
  )
}

function Consented({ view, line, consent }: { view: VendorsView; line: VendorSheetLine; consent: Approval }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const saver = useSaver()
  const act = useAct()
  const mayConsent = useMay('notice:consent')
  const on = date(useToday())
  const params = { facility, sheet: line.sheet }
  async function record(): Promise<void> {
    const id = entityId<RequestId>(newId('request'))
    const sheet = entityId<SheetId>(line.sheet)
    const { toBody } = consent
    const outcome = await saver.save([addRecord('requests', { id, sheet, kind: 'notice', way: 'post', on, ...(toBody && { toBody }) })])
    if (outcome.kind === 'saved') announce(t('notice.kept'))
  }
  return (
    <div className="stack">
      <p>
        {t('notice.consented', {
          date: longDate(consent.approvedOn ?? consent.draftedOn, lang),
          by: consent.draftedBy ?? '',
          name: consent.toName ?? '',
        })}
      </p>
      <p className="row">
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'vendor-notice' }, query: { format: 'pdf', id: line.sheet } }}
          name="notice.pdf"
          look="button"
        >
          {t('notice.paper')}
        </DownloadButton>
        <button type="button" className="button" onClick={() => void record()}>
          {t('notice.record')}
        </button>
        {view.mailIsSetUp && consent.toMail !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => act.mutate(() => ask(routes.sendVendorMail, { params, body: { kind: 'notice' } }))}
          >
            {t('asking.send')}
          </button>
        )}
        {mayConsent && (
          <button type="button" className="button low" onClick={() => act.mutate(() => ask(routes.withdrawNoticeConsent, { params }))}>
            {t('notice.withdraw')}
          </button>
        )}
      </p>
      {act.isError && <Problem error={act.error} />}
    </div>
  )
}
