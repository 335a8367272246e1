import { type InvitationView, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { roleWords } from '../../ui/role-words.ts'
import { SeenLists } from '../../ui/seen-lists.tsx'
import { dateAndTime, lastDayBefore } from '../../ui/show-date.ts'
import { AcceptForm } from './accept-form.tsx'

/** What was opened stays in memory alone while somebody signs in on the way; it never stands in an address that reaches a log. */
let opened: string | undefined

function secretHere(): string | undefined {
  const token = window.location.hash.replace(/^#/, '')
  return token === '' ? opened : token
}

/** `/invitation#token` by link or QR code, or the number typed in: who invites, to what, what will be seen. */
export function Invitation() {
  const { t } = useWords()
  const [secret, setSecret] = useState(secretHere)
  const look = useMutation({
    mutationFn: (given: string) => ask(routes.lookAtInvitation, { body: { secret: given } }),
    onSuccess: (_, given) => {
      opened = given
      setSecret(given)
    },
    onError: () => {
      opened = undefined
    },
  })
  const { mutate } = look
  useEffect(() => {
    const given = secretHere()
    if (given !== undefined) mutate(given)
    // NOTE: whoever has this page open and opens another link changes the hash alone, and nothing is loaded anew.
    const again = () => {
      const next = secretHere()
      if (next !== undefined) mutate(next)
    }
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [mutate])
  return (
    <PlainFrame>
      <Page title={t('invitation.title')}>
        <div className="stack loose">
          {look.isError && <Problem error={look.error} />}
          {look.isPending && <Loading />}
          {look.data && secret !== undefined ? (
            <Opened view={look.data} secret={secret} />
          ) : (
            <CodeForm busy={look.isPending} open={(code) => mutate(code)} />
          )}
          <p className="small second">{t('invitation.never')}</p>
        </div>
      </Page>
    </PlainFrame>
  )
}

const shortest = 8

function CodeForm({ busy, open }: { busy: boolean; open: (code: string) => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const isShort = code.trim().length < shortest
    setWrong(isShort ? t('invitation.code.missing') : undefined)
    if (!isShort && !busy) open(code.trim())
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <Field label={t('invitation.code')} help={t('invitation.code.help')} wrong={wrong}>
        {(props) => (
          <input
            {...props}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <p>
        <button type="submit" className="button filled">
          {t(busy ? 'working' : 'invitation.look')}
        </button>
      </p>
    </form>
  )
}

function Opened({ view, secret }: { view: InvitationView; secret: string }) {
  const { t, lang } = useWords()
  const { from, inviter, name, role, relation, expiresAt } = view
  const until = relation?.validUntil
  return (
    <>
      <section className="card stack">
        {relation ? (
          <p>{t('invitation.relation', { from, name })}</p>
        ) : (
          <p>{inviter === undefined ? t('invitation.memberNobody', { from, name }) : t('invitation.member', { from, inviter, name })}</p>
        )}
        {role !== undefined && <p>{t('invitation.role', { role: t(roleWords[role]) })}</p>}
        {relation && <SeenLists sees={relation.sees} seesNot={relation.seesNot} />}
        {until !== undefined && <p>{t('invitation.validUntil', { until: lastDayBefore(until, lang) })}</p>}
        <p className="source">{t('invitation.expires', { until: dateAndTime(expiresAt, lang) })}</p>
      </section>
      <AcceptForm view={view} secret={secret} />
    </>
  )
}
