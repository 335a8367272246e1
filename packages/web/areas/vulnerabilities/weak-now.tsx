import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { firstWords, headlineWords } from './headline.tsx'
import { costWords } from './row-words.ts'

/** The director's line: what can be come at today, how many visits close it, what it costs. */
export function WeakNow() {
  const words = useWords()
  const { t } = words
  const facility = useFacilityId()
  const view = useView(routes.vulnerabilities, facility).data
  if (!view) return null
  const { headline } = view
  const first = firstWords(words, view)
  return (
    <section className="card stack">
      <h2>
        <Link to="/f/$facility/vulnerabilities" params={{ facility }}>
          {t('nav.vulnerabilities')}
        </Link>
      </h2>
      <p>{headlineWords(words, headline)}</p>
      {first.map((sentence) => (
        <p key={sentence} className="small">
          {sentence}
        </p>
      ))}
      {headline.visits > 0 && <p className="small second">{costWords(words, headline.cost)}</p>}
    </section>
  )
}
