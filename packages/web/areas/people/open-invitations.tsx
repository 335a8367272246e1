import { type InvitationLine, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { roleWords } from '../../ui/role-words.ts'
import { announce } from '../../ui/say.tsx'
import { dayOfInstant } from '../../ui/show-date.ts'

/** Invitations that nobody has answered yet; each can be made worthless. */
export function OpenInvitations({ invitations, mayWrite }: { invitations: readonly InvitationLine[]; mayWrite: boolean }) {
  const { t } = useWords()
  const open = invitations.filter((one) => one.state === 'open')
  return (
    <section className="card stack">
      <h2>{t('invitations.title')}</h2>
      {open.length === 0 && <p className="small">{t('invitations.none')}</p>}
      <ul className="stack">
        {open.map((one) => (
          <OpenInvitation key={one.id} invitation={one} mayWrite={mayWrite} />
        ))}
      </ul>
    </section>
  )
}

function OpenInvitation({ invitation, mayWrite }: { invitation: InvitationLine; mayWrite: boolean }) {
  const { t, lang } = useWords()
  const again = useOwnAgain()
  const { id, name, role, expiresAt } = invitation
  const withdraw = useMutation({
    mutationFn: () => ask(routes.withdrawInvitation, { params: { invitation: id } }),
    onSuccess: async () => {
      announce(t('invitations.withdrawn'))
      await again()
    },
  })
  return (
    <li className="stack">
      <p>
        {role === undefined ? t('invitations.relation', { name }) : t('invitations.line', { name, role: t(roleWords[role]) })}{' '}
        <span className="source">{t('invitations.until', { until: dayOfInstant(expiresAt, lang) })}</span>
      </p>
      {withdraw.isError && <Problem error={withdraw.error} />}
      {mayWrite && (
        <p>
          <button type="button" className="button low" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('invitations.withdraw', { name })}
          </button>
        </p>
      )}
    </li>
  )
}
