import { routes, type SignInRulesView } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { Colleagues } from './colleagues.tsx'
import { Envelope } from './envelope.tsx'
import { useProof } from './proof.tsx'
import { SettingsPage } from './settings-page.tsx'

const rulesQuery = { queryKey: ['sign-in-rules'], queryFn: () => ask(routes.signInRules, {}), staleTime: 0 }

/** How the people of the organisation get in: for those who lead it. */
export function SignInRules() {
  const { t } = useWords()
  const rules = useQuery(rulesQuery)
  return (
    <SettingsPage title={t('rules.title')} query={rules}>
      {(view) => (
        <>
          <Colleagues view={view} />
          {view.mayChange && <Demand view={view} />}
          {view.mayChange && <Envelope view={view} />}
          {view.requests.length > 0 && <Requests view={view} />}
        </>
      )}
    </SettingsPage>
  )
}

function useRuleAct<I>(work: (input: I) => Promise<unknown>) {
  const client = useQueryClient()
  const withProof = useProof()
  return useMutation({
    mutationFn: (input: I) => withProof(() => work(input)),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  })
}

function Demand({ view }: { view: SignInRulesView }) {
  const { t } = useWords()
  const demand = useRuleAct((isDemanded: boolean) => ask(routes.demandFactor, { body: { isDemanded } }))
  return (
    <section className="card stack no-print">
      <h2>{t('rules.factor')}</h2>
      <p className="small">{t('rules.factor.says')}</p>
      {demand.isError && <Problem error={demand.error} />}
      <label className="tick">
        <input
          type="checkbox"
          checked={demand.isPending ? demand.variables : view.isFactorDemanded}
          onChange={(event) => demand.mutate(event.target.checked)}
        />
        {t('rules.factor.demand')}
      </label>
    </section>
  )
}

function Requests({ view }: { view: SignInRulesView }) {
  const { t, lang } = useWords()
  const decide = useRuleAct((given: { id: string; isApproved: boolean }) => ask(routes.decideLink, { body: given }))
  return (
    <section className="card stack no-print">
      <h2>{t('rules.requests')}</h2>
      <p className="small">{t('rules.requests.says')}</p>
      {decide.isError && <Problem error={decide.error} />}
      <ul className="stack">
        {view.requests.map((request) => (
          <li className="stack" key={request.id}>
            <p>{t('rules.requests.line', { shown: request.shownName, name: request.name, at: dateAndTime(request.at, lang) })}</p>
            <p className="row">
              <button type="button" className="button low" onClick={() => decide.mutate({ id: request.id, isApproved: true })}>
                {t('rules.requests.yes')}
              </button>
              <button type="button" className="button low" onClick={() => decide.mutate({ id: request.id, isApproved: false })}>
                {t('rules.requests.no')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
