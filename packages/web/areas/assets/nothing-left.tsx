import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

/** Everything is settled, and the way back to the list. */
export function NothingLeft({ says }: { says: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <div className="card stack column">
      <p>{says}</p>
      <p>
        <Link className="button" to="/f/$facility/assets" params={{ facility }}>
          {t('unlisted.toList')}
        </Link>
      </p>
    </div>
  )
}
