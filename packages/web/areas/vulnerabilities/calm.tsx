import type { VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { deviceWords } from './row-words.ts'

/** So many say at once why they are calm; the others are folded, so that the end of the page stays in sight. */
const mostShown = 5

/** What has the same weakness and can wait: each says why. */
export function Calm({ rows }: { rows: readonly VulnerabilityRow[] }) {
  const { t } = useWords()
  if (rows.length === 0) return null
  const title = t('weak.calm', { count: rows.length })
  const more = rows.slice(mostShown)
  return (
    <section className="card stack weak-calm" aria-label={title}>
      <h2>{title}</h2>
      <CalmList rows={rows.slice(0, mostShown)} />
      {more.length > 0 && (
        <details className="weak-fold">
          <summary>{t('weak.calm.more', { count: more.length })}</summary>
          <CalmList rows={more} />
        </details>
      )}
    </section>
  )
}

function CalmList({ rows }: { rows: readonly VulnerabilityRow[] }) {
  const words = useWords()
  const { t, say } = words
  const facility = useFacilityId()
  return (
    <ul className="stack">
      {rows.map((row) => {
        const device = deviceWords(words, row)
        const [first] = row.shown
        return (
          <li key={row.id}>
            <p>
              {t('weak.calm.says', { device, name: row.name, version: row.version ?? t('weak.device.noVersion') })} {say(row.exposureSays)}
            </p>
            <p className="small second">
              {say(row.actionSays)}{' '}
              {first && (
                <Link to="/f/$facility/vulnerabilities/devices/$asset" params={{ facility, asset: first.asset }}>
                  {t('weak.calm.why')}
                  <span className="hidden-words">{t('weak.calm.why.of', { device })}</span>
                </Link>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
