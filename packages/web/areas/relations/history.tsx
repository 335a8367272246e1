import type { RelationView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { eventWord } from './words.ts'

/** What was agreed and changed, when and by whom: both sides read the same. */
export function RelationHistory({ events }: { events: RelationView['events'] }) {
  const { t, lang } = useWords()
  return (
    <details>
      <summary>{t('relations.history')}</summary>
      <ul className="dots small">
        {events.map(({ at, by, what }) => (
          <li key={`${at} ${what}`}>{t('relations.history.line', { at: dateAndTime(at, lang), name: by, what: t(eventWord(what)) })}</li>
        ))}
      </ul>
    </details>
  )
}
