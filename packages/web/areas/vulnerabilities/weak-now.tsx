import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { headlineWords } from './headline.tsx'
import { costWords } from './row-words.ts'

/** The director's line: what can be come at today, how many visits close it, what it costs. */
export function WeakNow() {
  const words = useWords()
  const { t } = words
  const facility = useFacilityId()
  const headline = useView(routes.vulnerabilities, facility).data?.headline
  if (!headline) return null
  return (
    <section className="card stack">
      <h2>
        <Link to="/f/$facility/vulnerabilities" params={{ facility }}>
          {t('nav.vulnerabilities')}
        </Link>
      </h2>
      <p>{headlineWords(words, headline)}</p>
      {headline.visits > 0 && <p className="small second">{costWords(words, headline.cost)}</p>}
    </section>
  )
}
