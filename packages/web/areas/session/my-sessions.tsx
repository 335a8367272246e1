import { type MySignInView, routes } from '@mimamori/contract'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { useAct } from './use-act.ts'

/** Where one is signed in, and ending it. */
export function MySessions({ view }: { view: MySignInView }) {
  const { t, lang } = useWords()
  const end = useAct((id: string | undefined) => ask(routes.endSessions, { body: id === undefined ? {} : { id } }))
  return (
    <section className="card stack no-print">
      <h2>{t('me.sessions')}</h2>
      {end.isError && <Problem error={end.error} />}
      <ul className="stack">
        {view.sessions.map((session) => (
          <li className="stack sessions-line" key={session.id}>
            <p>
              <strong>{session.device ?? t('me.sessions.unknown')}</strong> {session.isThis && t('me.sessions.this')}{' '}
              {session.sharedPc && t('me.sessions.shared')}
            </p>
            <p className="small second">
              {t('me.sessions.times', {
                since: dateAndTime(session.createdAt, lang),
                last: dateAndTime(session.lastSeenAt, lang),
                from: session.from ?? t('me.sessions.nowhere'),
              })}
            </p>
            {!session.isThis && (
              <p>
                <button type="button" className="button low" onClick={() => !end.isPending && end.mutate(session.id)}>
                  {t('me.sessions.end')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {view.sessions.length > 1 && (
        <p>
          <button type="button" className="button" onClick={() => !end.isPending && end.mutate(undefined)}>
            {t('me.sessions.endAll')}
          </button>
        </p>
      )}
    </section>
  )
}
