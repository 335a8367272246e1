import { type MemberView, type Role, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { Problem } from '../../ui/problem.tsx'
import { roleSays, rolesInOrder, roleWords } from '../../ui/role-words.ts'
import { announce } from '../../ui/say.tsx'
import { dayOfInstant } from '../../ui/show-date.ts'

/** One person with access; whoever may, changes it here. */
export function MemberCard({ member, mayWrite }: { member: MemberView; mayWrite: boolean }) {
  const { t, lang } = useWords()
  return (
    <details className="card member">
      <summary>
        <strong>{member.name}</strong>
        {member.self && <span className="second"> ({t('members.you')})</span>}{' '}
        <span className="second">{member.roles.map((role) => t(roleWords[role])).join(t('list.dot'))}</span>
        {member.until !== undefined && <span className="chip planned">{t('members.until', { on: dayOfInstant(member.until, lang) })}</span>}
        {member.disabled && <span className="chip gone">{t('members.disabled')}</span>}
      </summary>
      <div className="stack">
        <p className="small second">{t('members.login', { login: member.login })}</p>
        <ChangeRoles member={member} mayWrite={mayWrite} />
      </div>
    </details>
  )
}

function ChangeRoles({ member, mayWrite }: { member: MemberView; mayWrite: boolean }) {
  const { t } = useWords()
  const { name, person } = member
  const again = useOwnAgain()
  const isOwner = useSession()?.organisation?.role === 'owner'
  const [roles, setRoles] = useState<readonly Role[]>(member.roles)
  const change = useMutation({
    mutationFn: () => ask(routes.changeMember, { params: { person }, body: { roles: [...roles] } }),
    onSuccess: async () => {
      announce(t('members.saved', { name }))
      await again()
    },
  })
  const remove = useMutation({
    mutationFn: () => ask(routes.removeMember, { params: { person } }),
    onSuccess: async () => {
      announce(t('members.removed', { name }))
      await again()
    },
  })
  const toggle = (role: Role) => setRoles(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role])
  const mayTouch = mayWrite && (isOwner || !member.roles.includes('owner'))
  const isSame = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role))
  return (
    <>
      <fieldset className="stack" disabled={!mayTouch}>
        <legend className="field-name">{t('members.roles')}</legend>
        {rolesInOrder.map((role) => (
          <label className="tick" key={role}>
            <input type="checkbox" checked={roles.includes(role)} disabled={role === 'owner' && !isOwner} onChange={() => toggle(role)} />
            <span>
              {t(roleWords[role])} <span className="source">{t(roleSays[role])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {change.isError && <Problem error={change.error} />}
      {remove.isError && <Problem error={remove.error} />}
      {mayTouch && (
        <div className="row">
          <button
            type="button"
            className="button low"
            aria-disabled={isSame || roles.length === 0}
            onClick={() => !isSame && roles.length > 0 && !change.isPending && change.mutate()}
          >
            {t('members.save')}
          </button>
          <ConfirmStep
            ask={t('members.remove', { name })}
            says={t('members.remove.says', { name })}
            go={t('members.remove.go')}
            busy={remove.isPending}
            act={() => remove.mutate()}
          />
        </div>
      )}
    </>
  )
}
