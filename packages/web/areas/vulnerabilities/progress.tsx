import { useWords } from '../../text/words.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { road, type Standing, standingStates } from './states.ts'
import './progress.css'

/** How a response stands: six circles and the word beside them, or the word alone where it has left the road. */
export function Progress({ state, plannedOn }: { state: Standing; plannedOn?: string | undefined }) {
  const { t, lang } = useWords()
  const at = road.findIndex((stop) => stop.state === state)
  const stop = road[at]
  if (!stop) return <StateChip state={standingStates[state]} />
  const word = state === 'planned' && plannedOn !== undefined ? t('response.plannedOn', { date: dayOfYear(plannedOn, lang) }) : t(stop.word)
  return (
    <span className="road">
      <svg viewBox="0 0 78 16" width="78" height="16" aria-hidden="true">
        {road.map((each, place) => (
          <g key={each.state}>
            <circle cx={place * 13 + 6.5} cy="8" r="3.6" className={place <= at ? 'passed' : 'ahead'} />
            {place === at && <circle cx={place * 13 + 6.5} cy="8" r="5.8" className="ahead" />}
          </g>
        ))}
      </svg>
      <span aria-hidden="true">{word}</span>
      <span className="hidden-words">{t('response.progress', { step: at + 1, word })}</span>
    </span>
  )
}
