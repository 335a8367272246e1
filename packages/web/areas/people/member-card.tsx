import { type MemberView, type Role, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
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
  const [typed, setTyped] = useState<{ readonly roles: readonly Role[]; readonly seen: readonly Role[] }>()
  const { roles, seen } = typed ?? { roles: member.roles, seen: member.roles }
  const change = useMutation({
    mutationFn: () => ask(routes.changeMember, { params: { person }, body: { roles: [...roles], seen: [...seen] } }),
    onSuccess: async () => {
      announce(t('members.saved', { name }))
      await again()
      setTyped(undefined)
    },
    onError: again,
  })
  const remove = useMutation({
    mutationFn: () => ask(routes.removeMember, { params: { person } }),
    onSuccess: async () => {
      announce(t('members.removed', { name }))
      await again()
    },
  })
  const toggle = (role: Role) => setTyped({ roles: roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role], seen })
  const mayTouch = mayWrite && (isOwner || !member.roles.includes('owner'))
  const isSame = areSame(roles, member.roles)
  const isChanged = !isSame && !change.isPending && !areSame(seen, member.roles)
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
      {isChanged && (
        <ChangedBox
          now={t('conflict.now', { value: member.roles.map((role) => t(roleWords[role])).join(t('list.dot')) })}
          takeNow={() => setTyped(undefined)}
          takeMine={() => setTyped({ roles, seen: member.roles })}
        />
      )}
      {change.isError && !isChanged && <Problem error={change.error} />}
      {remove.isError && <Problem error={remove.error} />}
      {mayTouch && (
        <div className="row">
          <button
            type="button"
            className="button low"
            aria-disabled={isSame || isChanged || roles.length === 0}
            onClick={() => !isSame && !isChanged && roles.length > 0 && !change.isPending && change.mutate()}
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

function areSame(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role))
}
