import { routes, type VendorWorkView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { VendorFoot } from '../answering/index.ts'
import { type Contact, ContactFields, emptyContact, filledContact } from './contact-fields.tsx'
import { ContactLetters } from './contact-letters.tsx'
import { SentChanges } from './sent-changes.tsx'
import { useWork, workKey } from './use-work.ts'
import './vendor-work.css'

/** 「担当者の変更届」: to all clients at once, on paper where they are on paper. */
export function NewContact() {
  const { t } = useWords()
  const view = useWork()
  return (
    <Page title={t('newContact.title')}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VendorWorkView }) {
  const maySend = useMay('sheet:answer')
  const [contact, setContact] = useState(emptyContact)
  return (
    <div className="stack loose">
      {maySend && <SendForm view={view} contact={contact} change={setContact} />}
      <SentChanges view={view} />
      <ContactLetters contact={contact} today={view.today} />
      <VendorFoot sees={view.sees} seesNot={view.seesNot} hasDraft={false} />
    </div>
  )
}

function SendForm({ view, contact, change }: { view: VendorWorkView; contact: Contact; change: (contact: Contact) => void }) {
  const { t } = useWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const chosen = view.clients.filter(({ relation }) => !left.has(relation)).map(({ relation }) => relation)
  const send = useSend(chosen)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setTried(true)
    const filled = filledContact(contact)
    if (filled && chosen.length > 0 && !send.isPending) send.mutate(filled)
  }
  function toggle(relation: string): void {
    const next = new Set(left)
    if (!next.delete(relation)) next.add(relation)
    setLeft(next)
  }
  return (
    <form className="card stack no-print" noValidate onSubmit={submit}>
      <p>{t('newContact.says')}</p>
      <ContactFields contact={contact} today={date(view.today)} change={change} tried={tried} />
      <fieldset className="field">
        <legend className="field-name">{t('newContact.to')}</legend>
        {view.clients.length === 0 && <p>{t('visits.noClients')}</p>}
        {view.clients.map(({ relation, facility }) => (
          <label key={relation} className="tick">
            <input type="checkbox" checked={!left.has(relation)} onChange={() => toggle(relation)} /> {facility}
          </label>
        ))}
      </fieldset>
      {tried && chosen.length === 0 && view.clients.length > 0 && (
        <FieldProblem id="new-contact-to">{t('newContact.to.missing')}</FieldProblem>
      )}
      {send.isError && <Problem error={send.error} />}
      {send.data && <Outcome lines={send.data.lines} />}
      <p>
        <button type="submit" className="button filled" disabled={view.clients.length === 0}>
          {send.isPending ? t('working') : t('newContact.send', { count: chosen.length })}
        </button>
      </p>
    </form>
  )
}

type Sent = Awaited<ReturnType<typeof sendTo>>

function sendTo(relations: readonly string[], contact: NonNullable<ReturnType<typeof filledContact>>) {
  return ask(routes.sendContactChange, { body: { ...contact, relations: [...relations] } })
}

function useSend(relations: readonly string[]) {
  const { t } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (contact: NonNullable<ReturnType<typeof filledContact>>) => sendTo(relations, contact),
    onSuccess: async ({ lines }) => {
      announce(t('newContact.result', countsOf(lines)))
      await client.invalidateQueries(workKey)
    },
  })
}

function countsOf(lines: Sent['lines']) {
  const of = (wanted: Sent['lines'][number]['outcome']) => lines.filter(({ outcome }) => outcome === wanted).length
  return { sent: of('sent'), same: of('same'), failed: of('not-sent') }
}

function Outcome({ lines }: { lines: Sent['lines'] }) {
  const { t } = useWords()
  const failed = lines.filter(({ outcome }) => outcome === 'not-sent').map(({ facility }) => facility)
  return (
    <div className="box-note">
      <p>{t('newContact.result', countsOf(lines))}</p>
      {failed.length > 0 && <p>{t('newContact.failed', { names: failed.join(t('list.comma')) })}</p>}
    </div>
  )
}
