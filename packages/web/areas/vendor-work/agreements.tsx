import { type ClientAgreementsView, routes, type VendorAgreementsView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { VendorAgreementCard } from './agreement-card.tsx'

const link = 'link'

/** リスクの取り決め of a vendor at all clients. */
export function Agreements() {
  const { t } = useWords()
  const view = useOwnView(routes.vendorAgreements, {})
  return (
    <Page title={t('vendorAgreements.title')}>
      <Loaded query={view}>{(loaded) => <OfAll view={loaded} />}</Loaded>
    </Page>
  )
}

function OfAll({ view: { agreements } }: { view: VendorAgreementsView }) {
  const { t } = useWords()
  const mayWork = useMay('task:work')
  return (
    <div className="stack loose">
      <p>{t('vendorAgreements.says')}</p>
      {agreements.length === 0 && <p className="card">{t('vendorAgreements.none')}</p>}
      {agreements.map((line) => (
        <VendorAgreementCard
          key={`${line.relation} ${line.agreement}`}
          line={line}
          place={line.relation}
          facility={line.facility}
          mayWork={mayWork}
        />
      ))}
    </div>
  )
}

/** The same of the one client whose link somebody has come by. */
export function ClientAgreements({ above, aside }: { above: ReactNode; aside: ReactNode }) {
  const { t } = useWords()
  const view = useOwnView(routes.clientAgreements, { params: { place: link } })
  return (
    <Page title={t('vendorAgreements.title')} beside={view.data?.facility} above={<p className="small no-print">{above}</p>} tools={aside}>
      <Loaded query={view}>{(loaded) => <OfOne view={loaded} />}</Loaded>
    </Page>
  )
}

function OfOne({ view: { agreements, facility, by } }: { view: ClientAgreementsView }) {
  const { t } = useWords()
  return (
    <div className="stack loose">
      <p>{t('vendorAgreements.says')}</p>
      {agreements.length === 0 && <p className="card">{t('vendorAgreements.none')}</p>}
      {agreements.map((line) => (
        <VendorAgreementCard key={line.agreement} line={line} place={link} facility={facility} by={by} mayWork />
      ))}
    </div>
  )
}

/** How many agreements wait for a word of whoever came by a link. */
export function useAgreementsByLink(): number {
  const view = useOwnView(routes.clientAgreements, { params: { place: link } })
  return (
    view.data?.agreements.filter(({ standing, vendorBy }) => standing === 'asked' || (standing === 'lacks' && vendorBy === undefined))
      .length ?? 0
  )
}
