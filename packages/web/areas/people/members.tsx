import { type MadeInvitation, type PeopleView, routes } from '@mimamori/contract'
import { useState } from 'react'
import { useOwnAgain, useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { InviteForm } from './invite-form.tsx'
import { type MadeFor, MadeInvitationCard } from './made-invitation.tsx'
import { MemberCard } from './member-card.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import './people.css'

/** 使う人: who has access, what each may do, who is invited. The same page for a facility and for those who look in. */
export function Members() {
  const { t } = useWords()
  const view = useOwnView(routes.people, {})
  return (
    <Page className="column" title={t('members.title')}>
      <Loaded query={view}>{(people) => <Lists people={people} />}</Loaded>
    </Page>
  )
}

function Lists({ people }: { people: PeopleView }) {
  const { t } = useWords()
  const mayWrite = useMay('member:write')
  const again = useOwnAgain()
  const [made, setMade] = useState<{ invitation: MadeInvitation; of: MadeFor }>()
  function close(): void {
    setMade(undefined)
    void again()
  }
  if (made) return <MadeInvitationCard invitation={made.invitation} of={made.of} close={close} />
  return (
    <div className="stack loose">
      <p>{t(mayWrite ? 'members.says' : 'members.readOnly')}</p>
      <section className="stack">
        <h2>{t('members.list')}</h2>
        {people.members.map((member) => (
          <MemberCard key={`${member.person} ${member.roles.join(' ')}`} member={member} mayWrite={mayWrite} />
        ))}
      </section>
      {mayWrite && <InviteForm made={(invitation, of) => setMade({ invitation, of })} />}
      <OpenInvitations invitations={people.invitations} mayWrite={mayWrite} />
    </div>
  )
}
