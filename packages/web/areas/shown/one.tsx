import { type ClientView, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useOwnAgain, useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { SeenLists } from '../../ui/seen-lists.tsx'
import { dayOfInstant, lastDayBefore } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { RelationHistory } from '../relations/index.ts'
import './shown.css'

const here = getRouteApi('/shown/$relation')

/** One facility, as far as it has opened itself. */
export function ShownOne() {
  const { t } = useWords()
  const { relation } = here.useParams()
  const view = useOwnView(routes.client, { params: { relation } })
  const name = view.data?.facility
  return (
    <Page title={name === undefined || name === '' ? t('client.title') : name}>
      <div className="stack loose">
        <p className="no-print">
          <Link to="/shown">{t('client.back')}</Link>
        </p>
        <Loaded query={view}>{(client) => <Client client={client} />}</Loaded>
      </div>
    </Page>
  )
}

function Client({ client }: { client: ClientView }) {
  const { t, lang } = useWords()
  const { relation, joined, level } = client
  const { grantedAt, validUntil } = relation
  return (
    <>
      <section className="card stack">
        <h2>{t('client.terms')}</h2>
        <p className="second">
          {grantedAt !== undefined && t('relations.since', { on: dayOfInstant(grantedAt, lang) })}
          {validUntil !== undefined && <> {t('relations.until', { on: lastDayBefore(validUntil, lang) })}</>}
        </p>
        <SeenLists sees={relation.sees} seesNot={relation.seesNot} />
        <RelationHistory events={relation.events} />
      </section>
      {level && <p>{t('shownTo.stageOf', { stage: level.reached })}</p>}
      {joined && <Joined joined={joined} />}
      <Findings findings={client.findings} />
      <Leave relation={relation.id} />
    </>
  )
}

function Joined({ joined }: { joined: NonNullable<ClientView['joined']> }) {
  const { t, say } = useWords()
  return (
    <section className="stack">
      <h2>{t('client.joined')}</h2>
      <div className="table-frame">
        <table className="table">
          <caption className="hidden-words">{t('client.joined')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('client.number')}</th>
              <th scope="col">{t('client.item')}</th>
              <th scope="col">{t('client.state')}</th>
            </tr>
          </thead>
          <tbody>
            {joined.rows.map((row) => (
              <tr key={row.item}>
                <th scope="row" className="number">
                  {row.number}
                </th>
                <td>{say(row.short)}</td>
                <td>
                  <StateChip state={row.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Findings({ findings }: { findings: ClientView['findings'] }) {
  const { t, say } = useWords()
  return (
    <section className="stack">
      <h2>{t('client.findings', { count: findings.length })}</h2>
      {findings.length === 0 && <p>{t('client.noFindings')}</p>}
      {findings.map((finding) => (
        <article className="card stack" key={finding.id}>
          <h3>{say(finding.title)}</h3>
          <ul className="dots small">
            {finding.reasons.map((reason) => (
              <li key={reason.ja}>{say(reason)}</li>
            ))}
          </ul>
          <p className="small second">{say(finding.step)}</p>
        </article>
      ))}
    </section>
  )
}

function Leave({ relation }: { relation: string }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: () => ask(routes.leaveClient, { params: { relation } }),
    onSuccess: async () => {
      await navigate({ to: '/shown' })
      await again()
    },
  })
  if (!useMay('client:write')) return null
  return (
    <div className="stack no-print">
      {leave.isError && <Problem error={leave.error} />}
      <ConfirmStep
        ask={t('client.leave')}
        says={t('client.leave.says')}
        go={t('client.leave.go')}
        busy={leave.isPending}
        act={() => leave.mutate()}
      />
    </div>
  )
}
