import { type MadeInvitation, type Role, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field, OneOf } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { rolesInOrder, roleWords } from '../../ui/role-words.ts'
import type { MadeFor } from './made-invitation.tsx'
import { asWay, useWayChoices, type Way } from './ways.ts'

/** Invites somebody into the organisation. */
export function InviteForm({ made }: { made: (invitation: MadeInvitation, of: MadeFor) => void }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const ways = useWayChoices()
  const isOwner = useSession()?.organisation?.role === 'owner'
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const [way, setWay] = useState<Way>('card')
  const [wrong, setWrong] = useState<string>()
  const send = useMutation({
    mutationFn: () => ask(routes.inviteMember, { body: { name: name.trim(), role, way } }),
    onSuccess: async (invitation) => {
      made(invitation, { name: name.trim(), way })
      await again()
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(name.trim() === '' ? t('invite.name.missing') : undefined)
    if (name.trim() !== '' && !send.isPending) send.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('invite.title')}</h2>
      <p className="small">{t('invite.says')}</p>
      <Field label={t('invite.name')} wrong={wrong}>
        {(props) => <input {...props} autoComplete="off" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('invite.role')}>
        {(props) => (
          <select {...props} value={role} onChange={(event) => setRole(rolesInOrder.find((one) => one === event.target.value) ?? 'reader')}>
            {rolesInOrder
              .filter((one) => isOwner || one !== 'owner')
              .map((one) => (
                <option key={one} value={one}>
                  {t(roleWords[one])}
                </option>
              ))}
          </select>
        )}
      </Field>
      <OneOf legend={t('invite.way')} choices={ways} value={way} choose={(value) => setWay(asWay(value))} />
      {send.isError && <Problem error={send.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'invite.go')}
        </button>
      </p>
    </form>
  )
}
