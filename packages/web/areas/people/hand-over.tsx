import { type HandOverView, type MadeInvitation, routes } from '@mimamori/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useOwnAgain, useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { type MadeFor, MadeInvitationCard } from './made-invitation.tsx'
import './people.css'

/** 引継ぎ: begun here, with its list; of a facility also its paper. */
export function HandOver() {
  const { t } = useWords()
  const view = useOwnView(routes.handOvers, {})
  return (
    <Page className="column" title={t('handover.title')}>
      <Loaded query={view}>{({ handOvers }) => <Lists handOvers={handOvers} />}</Loaded>
    </Page>
  )
}

function Lists({ handOvers }: { handOvers: readonly HandOverView[] }) {
  const { t } = useWords()
  const mayWrite = useMay('member:write')
  const { facility } = useParams({ strict: false })
  const again = useOwnAgain()
  const [made, setMade] = useState<{ invitation: MadeInvitation; of: MadeFor }>()
  function close(): void {
    setMade(undefined)
    void again()
  }
  if (made) return <MadeInvitationCard invitation={made.invitation} of={made.of} close={close} />
  return (
    <div className="stack loose">
      <p>{t(mayWrite ? 'handover.says' : 'members.readOnly')}</p>
      {mayWrite && <HandOverForm key={handOvers.length} facility={facility} made={(invitation, of) => setMade({ invitation, of })} />}
      <section className="stack">
        <h2>{t('handover.list')}</h2>
        {handOvers.length === 0 && <p className="small">{t('handover.none')}</p>}
        {handOvers.map((one) => (
          <HandOverCard key={one.id} handOver={one} facility={facility} mayWrite={mayWrite} />
        ))}
      </section>
    </div>
  )
}
