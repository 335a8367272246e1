import { routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'

/** Computes the whole chain anew on the server and says what came out. */
export function CheckTrail() {
  const { t, say } = useWords()
  const check = useMutation({ mutationFn: () => ask(routes.checkAudit, {}) })
  return (
    <div className="stack">
      <p>
        <button type="button" className="button" onClick={() => !check.isPending && check.mutate()}>
          {t(check.isPending ? 'audit.checking' : 'audit.check')}
        </button>
      </p>
      <div role="status">
        {check.data?.intact === true && <p>{t('audit.intact', { entries: check.data.entries })}</p>}
        {check.data?.intact === false && (
          <>
            <p>{t('audit.broken', { count: check.data.problems.length })}</p>
            <ul>
              {check.data.problems.map((problem) => (
                <li key={`${problem.seq} ${problem.says.en}`}>
                  {problem.seq === undefined ? say(problem.says) : t('audit.problem', { seq: problem.seq, says: say(problem.says) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {check.isError && <Problem error={check.error} />}
    </div>
  )
}
