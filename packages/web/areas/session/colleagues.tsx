import { routes, type SignInRulesView } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { clockTime } from '../../ui/show-date.ts'
import { useProof } from './proof.tsx'

type Colleague = SignInRulesView['colleagues'][number]

/** 「一時番号」 for a colleague who has forgotten the password, to be read out. */
export function Colleagues({ view }: { view: SignInRulesView }) {
  const { t } = useWords()
  const others = view.colleagues.filter((each) => each.mayReset)
  return (
    <section className="card stack no-print">
      <h2>{t('rules.numbers')}</h2>
      <p className="small">{t('rules.numbers.says')}</p>
      {others.length === 0 && <p>{t('rules.numbers.nobody')}</p>}
      <ul className="stack">
        {others.map((each) => (
          <ColleagueLine key={each.person} colleague={each} />
        ))}
      </ul>
    </section>
  )
}

function ColleagueLine({ colleague }: { colleague: Colleague }) {
  const { t } = useWords()
  const withProof = useProof()
  const [dropsFactors, setDropsFactors] = useState(false)
  const issue = useMutation({
    mutationFn: () => withProof(() => ask(routes.issueNumber, { body: { person: colleague.person, dropsFactors } })),
  })
  const { name, login } = colleague
  return (
    <li className="stack sessions-line">
      <p>
        <strong>{t('head.person', { name })}</strong> <span className="second">{login}</span>
      </p>
      {colleague.hasFactor && (
        <label className="tick">
          <input type="checkbox" checked={dropsFactors} onChange={(event) => setDropsFactors(event.target.checked)} />
          {t('rules.numbers.lost')}
        </label>
      )}
      {issue.isError && <Problem error={issue.error} />}
      {issue.data && (
        <div className="box-note stack" role="status">
          <p>{t('rules.numbers.read', { name, until: clockTime(issue.data.expiresAt) })}</p>
          <p>
            <strong className="fixed envelope-code">{issue.data.number}</strong>
          </p>
        </div>
      )}
      <p>
        <button type="button" className="button low" onClick={() => !issue.isPending && issue.mutate()}>
          {t(issue.isPending ? 'working' : 'rules.numbers.issue', { name })}
        </button>
      </p>
    </li>
  )
}
