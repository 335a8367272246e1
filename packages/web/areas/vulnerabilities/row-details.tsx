import type { VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { Lower, mayBeLower } from './lower.tsx'
import { deviceWords } from './row-words.ts'

/** 「詳しく」: what decided the urgency, what would lower it, and the figures of the publishers. */
export function RowDetails({ row }: { row: VulnerabilityRow }) {
  const words = useWords()
  const { t, say, lang } = words
  const facility = useFacilityId()
  const device = deviceWords(words, row)
  return (
    <details className="small weak-details">
      <summary>
        <span aria-hidden="true">{t('weak.more')}</span>
        <span className="hidden-words">{t('weak.more.label', { device })}</span>
      </summary>
      <ul>
        <li>{say(row.actionSays)}</li>
        {row.dueOn !== undefined && <li>{t('weak.due', { date: longDate(row.dueOn, lang) })}</li>}
        {row.assumedSays.map((says) => (
          <li key={says.ja}>{say(says)}</li>
        ))}
        {mayBeLower(row) && (
          <li>
            <Lower row={row} />
          </li>
        )}
        <li>{say(row.humanSays)}</li>
        <li>{say(row.dutySays)}</li>
        <li>{t('weak.facts.count', { count: row.advisories })}</li>
        <li>
          <Link to="/f/$facility/vulnerabilities/advisory" params={{ facility }} search={{ id: row.first.advisory }}>
            <span lang={row.first.titleLang}>{t('weak.advisoryPage', { title: row.first.title })}</span>
          </Link>
        </li>
        {row.score !== undefined && <li>{t('weak.facts.score', { score: row.score })}</li>}
        {row.epss !== undefined && <li>{t('weak.facts.epss', { percent: percentOf(row.epss) })}</li>}
      </ul>
    </details>
  )
}

export function percentOf(share: number): string {
  return (share * 100).toFixed(1)
}
