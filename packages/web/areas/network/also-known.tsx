import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { useSeen, type Way } from './use-seen.ts'

const mostWays = 5
const mostFindings = 7

/** 「この地図でほかに分かること」: the other ways, of which one at a time is lit, and findings without a way. */
export function AlsoKnown({ lit, light }: { lit: Way | undefined; light: (way: Way) => void }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { view, nameOf } = useSeen()
  const findings = useView(routes.findings, facility).data?.findings ?? []
  const told = new Set(view.paths.flatMap(({ finding }) => finding ?? []))
  const others = findings.filter(({ area, state, id }) => area === 'network' && state === 'open' && !told.has(id))
  const ways = view.paths.filter(({ id }) => id !== lit?.id)
  if (ways.length === 0 && others.length === 0) return null
  const left = view.pathsTotal - (lit ? 1 : 0) - Math.min(mostWays, ways.length) + Math.max(0, others.length - mostFindings)
  return (
    <section className="card stack">
      <h2>{t('network.also')}</h2>
      <ul className="also-known small">
        {ways.slice(0, mostWays).map((way) => (
          <li key={way.id}>
            <button type="button" className="text-button" onClick={() => light(way)}>
              {t('network.way', { start: nameOf(way.start), target: nameOf(way.target) })}
            </button>
          </li>
        ))}
        {others.slice(0, mostFindings).map(({ id, title }) => (
          <li key={id}>
            <Link to="/f/$facility/finding" params={{ facility }} search={{ id }}>
              {say(title)}
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="small">
          {t('network.more', { count: left })}{' '}
          <Link to="/f/$facility/findings" params={{ facility }} search={{}}>
            {t('network.toFindings')}
          </Link>
        </p>
      )}
    </section>
  )
}
