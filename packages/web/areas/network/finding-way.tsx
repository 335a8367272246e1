import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { PathSteps, RequestLink } from './way-card.tsx'
import './network.css'

/** The way that a finding tells of, step by step with the link to cut; nothing where it tells of none. */
export function FindingWay({ finding }: { finding: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  // NOTE: whoever may write has the way to the map as the next step beside.
  const mayWrite = useMay('facility:write')
  const way = useView(routes.network, facility).data?.paths.find((one) => one.finding === finding)
  const path = useView(routes.networkPath, facility, { params: { path: way?.id ?? '' } }, { enabled: way !== undefined }).data
  if (!path) return null
  return (
    <section className="card stack finding-way">
      <h2>{t('network.wayOf')}</h2>
      <PathSteps view={path} />
      <p className="row no-print">
        {!mayWrite && (
          <Link className="button" to="/f/$facility/network" params={{ facility }} search={{ path: path.path.id }}>
            {t('network.onMap')}
          </Link>
        )}
        <RequestLink view={path} look="button" />
      </p>
    </section>
  )
}
