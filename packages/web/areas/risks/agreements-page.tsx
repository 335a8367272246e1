import { type RisksView, routes } from '@mimamori/contract'
import { date, standingOfDecision } from '@mimamori/domain'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { BackToRisks } from './back.tsx'
import { RiskLink } from './links.tsx'
import { agreementStates, kindWords } from './words.ts'
import './risks.css'

/** リスクの取り決め: every agreement with its standing; it is written on the page of its risk. */
export function AgreementsPage() {
  const { t } = useWords()
  const view = useView(routes.risks, useFacilityId())
  return (
    <Page title={t('risks.agreements')} above={<BackToRisks />}>
      <div className="stack">
        <p>{t('agreement.says')}</p>
        <Loaded query={view}>{(loaded) => <List view={loaded} />}</Loaded>
      </div>
    </Page>
  )
}

const order = ['lacks', 'asked', 'answered', 'ended', 'borne'] as const

function List({ view }: { view: RisksView }) {
  const { t, say, lang } = useWords()
  const lines = view.riskDecisions
    .map((record) => ({ record, standing: standingOfDecision(record, date(view.asOf)) }))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
  if (lines.length === 0) return <p className="card">{t('agreement.none')}</p>
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('risks.agreements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('risks.column.risk')}</th>
            <th scope="col">{t('agreement.kind')}</th>
            <th scope="col">{t('agreement.vendor')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('agreement.until')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ record, standing }) => {
            const risk = view.risks.find(({ id }) => id === record.risk)
            return (
              <tr key={record.id}>
                <th scope="row">
                  <RiskLink id={record.risk}>{risk ? say(risk.name) : record.risk}</RiskLink>
                </th>
                <td data-name={t('agreement.kind')}>{t(kindWords[record.kind])}</td>
                <td data-name={t('agreement.vendor')}>{view.vendors.find(({ id }) => id === record.vendor)?.name ?? t('agreement.own')}</td>
                <td data-name={t('column.state')}>
                  <StateChip state={agreementStates[standing]} />
                </td>
                <td data-name={t('agreement.until')}>{record.until !== undefined && longDate(record.until, lang)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
