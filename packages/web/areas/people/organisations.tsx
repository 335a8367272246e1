import type { OrganisationKind, SessionView } from '@mimamori/contract'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../data/queries.ts'
import { useActFor } from '../../frame/act-for.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'

export const organisationWords: Readonly<Record<OrganisationKind, PlainKey>> = {
  facility: 'organisation.facility',
  vendor: 'organisation.vendor',
  association: 'organisation.association',
  soc: 'organisation.soc',
  insurer: 'organisation.insurer',
  authority: 'organisation.authority',
}

/** For which of one's organisations one wants to work. */
export function Organisations() {
  const { t } = useWords()
  const session = useQuery(sessionQuery)
  return (
    <PlainFrame>
      <Page title={t('organisations.title')}>
        <Loaded query={session}>{(view) => <Choice session={view} />}</Loaded>
      </Page>
    </PlainFrame>
  )
}

function Choice({ session }: { session: SessionView }) {
  const { t } = useWords()
  const actFor = useActFor()
  if (session.organisations.length === 0) return <p>{t('organisations.none')}</p>
  return (
    <div className="stack loose">
      <p>{t('organisations.says')}</p>
      <ul className="stack">
        {session.organisations.map(({ id, name, kind }) => (
          <li key={id}>
            <button type="button" className="button wide starts-left" onClick={() => void actFor(id)}>
              <strong>{name}</strong>
              <span className="second">{t(organisationWords[kind])}</span>
              {session.organisation?.id === id && <span className="chip begun">{t('organisations.now')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
