import { type InvitationView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useId, useState } from 'react'
import { noteActivity } from '../../data/activity.ts'
import { ask } from '../../data/api.ts'
import { sessionQuery } from '../../data/queries.ts'
import { useActFor } from '../../frame/act-for.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { AccountFields, ErrorList, type FieldError, mistakesIn, type Typed } from '../session/index.ts'
import { OrganisationFields } from './accept-fields.tsx'

const newOne = ''

/** Says yes, with a new login ID or as the one who is signed in. Nobody needs mail for it. */
export function AcceptForm({ view, secret }: { view: InvitationView; secret: string }) {
  const { t } = useWords()
  const session = useSession()
  const self = session?.state === 'signed-in' ? session.person : undefined
  const [asNew, setAsNew] = useState(false)
  const isNew = !self || asNew
  const [typed, setTyped] = useState<Typed>({ name: view.purpose === 'member' ? view.name : '', login: '', password: '' })
  const [organisation, setOrganisation] = useState({ id: view.organisations[0]?.id ?? newOne, name: view.name })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const into = isNew ? { ...organisation, id: newOne } : organisation
  const send = useAccept({ view, secret, account: isNew ? typed : undefined, into })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const mistakes = [
      ...(view.purpose === 'relation' && into.id === newOne && into.name.trim() === ''
        ? [{ field: 'organisation', says: t('invitation.organisationName.missing') }]
        : []),
      ...(isNew ? mistakesIn(typed).map(({ field, says }) => ({ field, says: t(says) })) : []),
    ]
    setErrors(mistakes)
    if (mistakes.length === 0 && !send.isPending) send.mutate()
  }
  const wrong = (field: string) => errors.find((error) => error.field === field)?.says
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <ErrorList errors={errors} />
      {self && <AsWho name={self.name} asNew={asNew} choose={setAsNew} />}
      {view.purpose === 'relation' && (
        <OrganisationFields own={isNew ? [] : view.organisations} value={into} change={setOrganisation} wrong={wrong('organisation')} />
      )}
      {isNew && (
        <AccountFields
          nameLabel={t('invitation.yourName')}
          typed={typed}
          change={(part) => setTyped((now) => ({ ...now, ...part }))}
          wrong={wrong}
        />
      )}
      {send.isError && <Problem error={send.error} />}
      <p className="row">
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'invitation.accept')}
        </button>
        {!self && (
          <Link className="button" to="/sign-in" search={{ back: '/invitation' }}>
            {t('invitation.haveLogin')}
          </Link>
        )}
      </p>
    </form>
  )
}

function AsWho({ name, asNew, choose }: { name: string; asNew: boolean; choose: (asNew: boolean) => void }) {
  const { t } = useWords()
  const group = useId()
  return (
    <fieldset className="stack">
      <legend className="field-name">{t('invitation.asWho')}</legend>
      <label className="tick">
        <input type="radio" name={group} checked={!asNew} onChange={() => choose(false)} />
        {t('invitation.asSelf', { name })}
      </label>
      <label className="tick">
        <input type="radio" name={group} checked={asNew} onChange={() => choose(true)} />
        {t('invitation.asNew')}
      </label>
    </fieldset>
  )
}

interface Accepting {
  readonly view: InvitationView
  readonly secret: string
  readonly account: Typed | undefined
  readonly into: { readonly id: string; readonly name: string }
}

/** Accepts, and goes on in the organisation that this has opened. */
function useAccept({ view, secret, account, into }: Accepting) {
  const client = useQueryClient()
  const actFor = useActFor()
  const before = new Set(useSession()?.organisations.map((one) => one.id))
  return useMutation({
    mutationFn: async () => {
      await ask(routes.acceptInvitation, {
        body: {
          secret,
          ...(account && { account: { ...account, name: account.name.trim() } }),
          ...(view.purpose === 'relation' && { organisation: into.id === newOne ? { name: into.name.trim() } : { id: into.id } }),
        },
      })
    },
    onSuccess: async () => {
      noteActivity()
      const session = await client.query({ ...sessionQuery, staleTime: 0 })
      const opened =
        into.id !== newOne && view.purpose === 'relation' ? into.id : session.organisations.find((one) => !before.has(one.id))?.id
      await actFor(account ? undefined : opened)
    },
  })
}
