import type { AssetRow } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { ShortDate } from '../../ui/marks.tsx'

/** When a device was last seen; `short` leaves out by what. */
export function LastSeen({ seen, short = false }: { seen: AssetRow['lastSeen']; short?: boolean }) {
  const { t, say } = useWords()
  if (!seen) return short ? null : <span className="second">{t('assets.neverSeen')}</span>
  return (
    <span>
      <ShortDate day={seen.on} /> {!short && <span className="source">{t('assets.seenBy', { source: say(seen.byName) })}</span>}
    </span>
  )
}
