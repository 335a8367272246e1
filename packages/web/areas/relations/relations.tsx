import { type MadeInvitation, type RelationView, routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { type MadeFor, MadeInvitationCard } from '../people/index.ts'
import { OfferForm } from './offer-form.tsx'
import { RelationCard } from './relation-card.tsx'
import type { ShowInvitation } from './show-invitation.ts'

const here = getRouteApi('/f/$facility/relations')

/** 見せる相手: who outside sees what, since when, by whom; offered, changed and ended here. */
export function Relations() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.relations, facility)
  return (
    <Page className="column" title={t('relations.title')}>
      <Loaded query={view}>{({ relations }) => <Lists relations={relations} />}</Loaded>
    </Page>
  )
}

function Lists({ relations }: { relations: readonly RelationView[] }) {
  const { t } = useWords()
  const mayWrite = useMay('relation:write')
  const facility = useFacilityId()
  const { vendor } = here.useSearch()
  const client = useQueryClient()
  const [made, setMade] = useState<{ invitation: MadeInvitation; of: MadeFor }>()
  function close(): void {
    setMade(undefined)
    void client.invalidateQueries({ queryKey: [facility] })
  }
  if (made) return <MadeInvitationCard invitation={made.invitation} of={made.of} close={close} />
  const show: ShowInvitation = (invitation, of) => setMade({ invitation, of })
  const isLive = ({ state }: RelationView) => state === 'offered' || state === 'granted'
  const past = relations.filter((relation) => !isLive(relation))
  return (
    <div className="stack loose">
      <p>{t('relations.says')}</p>
      {relations.every((relation) => !isLive(relation)) && <p>{t('relations.none')}</p>}
      {relations.filter(isLive).map((relation) => (
        <RelationCard key={relation.id} relation={relation} mayWrite={mayWrite} show={show} />
      ))}
      {mayWrite && <OfferForm key={vendor} show={show} first={vendor} />}
      {past.length > 0 && (
        <details>
          <summary>{t('relations.past', { count: past.length })}</summary>
          <div className="stack">
            {past.map((relation) => (
              <RelationCard key={relation.id} relation={relation} mayWrite={false} show={show} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
