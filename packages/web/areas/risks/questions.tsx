import type { RisksView } from '@mimamori/contract'
import { useFacilityId } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords } from '../../text/words.tsx'

const shownFirst = 5

/** What would decide the risks of which nobody knows, each with the screen on which it is entered. */
export function Questions({ questions }: { questions: RisksView['questions'] }) {
  const { t } = useWords()
  if (questions.length === 0) return null
  const rest = questions.slice(shownFirst)
  return (
    <section className="card stack">
      <h2>{t('risks.questions')}</h2>
      <p className="small second">{t('risks.questions.says')}</p>
      <Lines questions={questions.slice(0, shownFirst)} />
      {rest.length > 0 && (
        <details className="small">
          <summary>{t('risks.questions.more', { count: rest.length })}</summary>
          <Lines questions={rest} />
        </details>
      )}
    </section>
  )
}

function Lines({ questions }: { questions: RisksView['questions'] }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <ul className="risk-questions">
      {questions.map(({ id, asks, decides, target }) => (
        <li key={id}>
          {target ? (
            <TargetLink facility={facility} target={target} className="">
              {say(asks)}
            </TargetLink>
          ) : (
            say(asks)
          )}
          <span className="small second number">{t('risks.questions.decides', { count: decides })}</span>
        </li>
      ))}
    </ul>
  )
}
