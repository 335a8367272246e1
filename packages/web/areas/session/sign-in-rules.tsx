import { routes, type SignInRulesView } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { Colleagues } from './colleagues.tsx'
import { Envelope } from './envelope.tsx'
import { ProofProvider, useProof } from './proof.tsx'
import './my-sign-in.css'

const rulesQuery = { queryKey: ['sign-in-rules'], queryFn: () => ask(routes.signInRules, {}), staleTime: 0 }

/** How the people of the organisation get in: for those who lead it. */
export function SignInRules() {
  const { t } = useWords()
  const rules = useQuery(rulesQuery)
  return (
    <PlainFrame>
      <Page title={t('rules.title')}>
        <ProofProvider>
          <Loaded query={rules}>
            {(view) => (
              <div className="stack loose">
                <Colleagues view={view} />
                {view.mayChange && <Demand view={view} />}
                {view.mayChange && <Envelope view={view} />}
                {view.requests.length > 0 && <Requests view={view} />}
                <p className="no-print">
                  <Link className="button" to="/">
                    {t('me.back')}
                  </Link>
                </p>
              </div>
            )}
          </Loaded>
        </ProofProvider>
      </Page>
    </PlainFrame>
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
