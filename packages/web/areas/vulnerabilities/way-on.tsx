import type { NotDoneChoice } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

/** Where the answer to 「まだできない」 leads; the others are answered with the steps of this very form. */
export function WayOn({ way }: { way: NotDoneChoice['way'] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  if (way === 'network')
    return (
      <Link to="/f/$facility/network" params={{ facility }}>
        {t('wayOn.network')}
      </Link>
    )
  if (way === 'contract')
    return (
      <Link to="/f/$facility/register/$part" params={{ facility, part: 'contracts' }}>
        {t('wayOn.contract')}
      </Link>
    )
  if (way === 'visit')
    return (
      <Link to="/f/$facility/vendors" params={{ facility }}>
        {t('wayOn.visit')}
      </Link>
    )
  return null
}
