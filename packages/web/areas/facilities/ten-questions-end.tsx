import { type FactsView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { countKnown } from './ten-questions-state.ts'

/** 「ここまでで分かったこと」: counts and the first three tasks; no score before the checklist is answered. */
export function TenQuestionsEnd({ facts }: { facts: FactsView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const tasks = useView(routes.home, facility).data?.tasks.slice(0, 3) ?? []
  const open = useView(routes.openQuestions, facility).data?.counts
  return (
    <Page className="column" step="end" title={t('questions.end')}>
      <div className="stack loose">
        {open && (
          <p>
            {t('questions.known', { known: countKnown(facts), vendors: open.vendors, house: open.house })}{' '}
            {open.vendors + open.house > 0 && (
              <Link to="/f/$facility/questions" params={{ facility }}>
                {t('questions.open')}
              </Link>
            )}
          </p>
        )}
        {tasks.length > 0 && (
          <section className="card stack">
            <h2>{t('questions.tasks')}</h2>
            <ol className="steps">
              {tasks.map((task, at) => (
                <li key={task.id}>
                  <span className="disc" aria-hidden="true">
                    {at + 1}
                  </span>
                  <div>
                    <strong>{say(task.title)}</strong>
                    <p className="source">{t('task.time', { minutes: task.minutes, who: say(task.who) })}</p>
                  </div>
                </li>
              ))}
            </ol>
          </section>
        )}
        <p className="row fills">
          <Link className="button filled" to="/f/$facility/today" params={{ facility }}>
            {t('questions.toToday')}
          </Link>
          <Link className="button" to="/f/$facility/start/{-$step}" params={{ facility, step: '1' }}>
            {t('questions.lookAgain')}
          </Link>
        </p>
      </div>
    </Page>
  )
}
