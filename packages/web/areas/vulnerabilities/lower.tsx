import type { VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

/** The single fact that would make it less urgent, and where the facility states it; what others publish it cannot state. */
export function Lower({ row: { lowerSays, lowerFact, shown, exposure, verdict } }: { row: VulnerabilityRow }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const [first] = shown
  const isOurs = lowerFact === 'reached' || lowerFact === 'exposed' || exposure === 'unknown'
  return (
    <>
      {lowerSays && say(lowerSays)}{' '}
      {isOurs && (
        <>
          <Link to="/f/$facility/network" params={{ facility }}>
            {t('weak.lower.network')}
          </Link>{' '}
        </>
      )}
      {first && (isOurs || verdict === 'unknown') && (
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset: first.asset }}>
          {t(verdict === 'unknown' ? 'weak.lower.version' : 'weak.lower.device')}
        </Link>
      )}
    </>
  )
}

/** Whether there is anything to say of it. */
export function mayBeLower({ lowerSays, verdict, exposure }: VulnerabilityRow): boolean {
  return lowerSays !== undefined || verdict === 'unknown' || exposure === 'unknown'
}
