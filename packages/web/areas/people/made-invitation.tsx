import { type MadeInvitation, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import type { Way } from './ways.ts'
import './people.css'

export interface MadeFor {
  readonly name: string
  readonly way: Way
  /** A letter to an organisation ends its name in 御中, one to a person in 様. */
  readonly isOrganisation?: true
}

interface Shown {
  readonly invitation: MadeInvitation
  readonly of: MadeFor
}

/** The invitation as it is handed over, shown once: a card to print, words to copy, or a number to read out. */
export function MadeInvitationCard({ invitation, of, close }: Shown & { close: () => void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="stack loose">
      <h2 ref={heading} tabIndex={-1} className="no-print">
        {t('invite.made', { name: of.name })}
      </h2>
      <p className="box-note no-print">{t('invite.once')}</p>
      {of.way === 'card' && <PrintedCard invitation={invitation} of={of} />}
      {of.way === 'mail' && <MailWords invitation={invitation} of={of} />}
      {of.way === 'phone' && <ReadAloud invitation={invitation} />}
      <p className="row no-print">
        {of.way === 'card' && (
          <button type="button" className="button filled" onClick={() => window.print()}>
            {t('invite.print')}
          </button>
        )}
        <button type="button" className="button" onClick={close}>
          {t('invite.done')}
        </button>
      </p>
    </section>
  )
}

/** Where the number is typed in, and the link that needs none. */
function addresses({ path }: MadeInvitation): { page: string; link: string } {
  return { page: `${window.location.origin}/invitation`, link: `${window.location.origin}${path}` }
}

function useUntil({ expiresAt }: MadeInvitation): string {
  const { lang } = useWords()
  return dateAndTime(expiresAt, lang)
}

function useAddressee({ name, isOrganisation }: MadeFor): string {
  const { t } = useWords()
  return isOrganisation ? t('invite.card.toOrganisation', { name }) : t('invite.card.to', { name })
}

function PrintedCard({ invitation, of }: Shown) {
  const { t } = useWords()
  const { page, link } = addresses(invitation)
  const to = useAddressee(of)
  const organisation = useSession()?.organisation?.name ?? ''
  return (
    <article className="invitation-card">
      <div>
        <h3>{t('invite.card.heading')}</h3>
        <p>
          <strong>{to}</strong>
        </p>
        <p>{t('invite.card.from', { organisation })}</p>
        <p className="small">{t('invite.card.how')}</p>
        <dl className="facts">
          <dt>{t('invite.address')}</dt>
          <dd className="fixed">{page}</dd>
          <dt>{t('invite.number')}</dt>
          <dd className="invitation-code">{invitation.code}</dd>
        </dl>
        <p className="small">{t('invite.expires', { until: useUntil(invitation) })}</p>
        <p className="small">{t('invite.card.genuine')}</p>
      </div>
      <QrCode text={link} label={t('invite.qr')} />
    </article>
  )
}

function MailWords({ invitation, of }: Shown) {
  const { t } = useWords()
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const { page: address, link } = addresses(invitation)
  const values = {
    organisation: session?.organisation?.name ?? '',
    inviter: session?.person?.name ?? '',
    until: useUntil(invitation),
    to: useAddressee(of),
    code: invitation.code,
    address,
    link,
  }
  /** NOTE: a page without TLS has no clipboard; the words are then marked, and Ctrl+C takes them. */
  async function copy(): Promise<void> {
    area.current?.select()
    try {
      await navigator.clipboard.writeText(t('invite.mail', values))
      setCopied(true)
      announce(t('invite.copied'))
    } catch {
      area.current?.focus()
    }
  }
  return (
    <div className="stack">
      {invitation.canMail && <SendIt invitation={invitation} />}
      <Field label={t('invite.mailText')}>
        {(props) => <textarea {...props} ref={area} rows={12} readOnly value={t('invite.mail', values)} />}
      </Field>
      <p className="row">
        <button type="button" className={invitation.canMail ? 'button' : 'button filled'} onClick={() => void copy()}>
          {t('invite.copy')}
        </button>
        {copied && <span>{t('invite.copied')}</span>}
      </p>
    </div>
  )
}

/** Where the server can send mail, it sends the invitation itself. */
function SendIt({ invitation }: { invitation: MadeInvitation }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const { id, code, path } = invitation
  const send = useMutation({
    mutationFn: () => ask(routes.mailInvitation, { params: { invitation: id }, body: { code, token: path.split('#')[1] ?? '', to } }),
    onMutate: () => setSentTo(undefined),
    onSuccess: () => {
      setSentTo(to)
      announce(t('invite.sent', { to }))
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      <Field label={t('invite.sendTo')}>
        {(props) => <input {...props} type="email" autoComplete="off" value={to} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <p className="row">
        <button type="submit" className="button filled">
          {t('invite.send')}
        </button>
        {sentTo !== undefined && <span>{t('invite.sent', { to: sentTo })}</span>}
      </p>
    </form>
  )
}

function ReadAloud({ invitation }: { invitation: MadeInvitation }) {
  const { t } = useWords()
  return (
    <div className="card stack">
      <p>{t('invite.readAloud')}</p>
      <p className="invitation-code">{invitation.code}</p>
      <p>{t('invite.readAloud.then', { address: addresses(invitation).page })}</p>
      <p className="small">{t('invite.expires', { until: useUntil(invitation) })}</p>
    </div>
  )
}
