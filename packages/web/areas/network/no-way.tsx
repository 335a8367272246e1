import { Link } from '@tanstack/react-router'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { useSeen } from './use-seen.ts'

/** Where no way is open that must not be: the day on which that was last looked at. Without zones nothing was looked at. */
export function NoWay() {
  const { t } = useWords()
  const says = useNoWayWords()
  return (
    <section className="card stack">
      <h2>{t('network.noWay.title')}</h2>
      <p>{says}</p>
    </section>
  )
}

export function useNoWayWords(): string {
  const { t, lang } = useWords()
  const { lastOn, zones } = useSeen().view
  if (zones.length === 0) return t('network.notChecked')
  return lastOn === undefined ? t('network.noWay.never') : t('network.noWay', { date: longDate(lastOn, lang) })
}

/** Nothing to draw yet: one sentence, one way to begin. */
export function Nothing() {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayImport = useMay('import:write')
  return (
    <div className="card stack">
      <p>{t('network.nothing')}</p>
      {mayImport && (
        <p>
          <Link className="button filled" to="/f/$facility/import" params={{ facility }} search={{ as: 'devices' }}>
            {t('assets.read')}
          </Link>
        </p>
      )}
    </div>
  )
}
