import { type RiskView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords, type Words } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { BackToRisks } from './back.tsx'
import { NewAgreement } from './new-agreement.tsx'
import { RiskControls } from './risk-controls.tsx'
import { RiskStanding } from './risk-standing.tsx'
import { chipOf, harmWords, partyWords, phaseWords } from './words.ts'
import './risks.css'

const here = getRouteApi('/f/$facility/risks/$risk')

/** One risk: what may happen, what holds it down and why that counts, what would close it, what is agreed about it. */
export function RiskPage() {
  const words = useWords()
  const { risk } = here.useParams()
  const view = useView(routes.risk, useFacilityId(), { params: { risk } })
  return (
    <Page
      step={risk}
      title={view.data ? words.say(view.data.name) : words.t('risks.title')}
      beside={view.data && placeOf(words, view.data)}
      above={<BackToRisks />}
      tools={<SavedNote />}
    >
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function placeOf({ t, say }: Words, { category, middle }: RiskView): string {
  return t('risk.place', { category: say(category.name), middle: say(middle) })
}

function Content({ view }: { view: RiskView }) {
  return (
    <div className="two">
      <div className="stack loose">
        <Scene view={view} />
        <RiskControls view={view} />
        <Entry view={view} />
        <Refs view={view} />
      </div>
      <div className="stack">
        <Agreements view={view} />
        <Findings view={view} />
      </div>
    </div>
  )
}

function Scene({ view }: { view: RiskView }) {
  const { t, say } = useWords()
  return (
    <section className="card stack">
      <p className="row">
        <StateChip state={chipOf(view.standing)} />
        <span className="small second">{t('risk.harms', { harm: t(harmWords[view.harms]) })}</span>
        <span className="small second">{t('risk.whose', { party: t(partyWords[view.standing.party]) })}</span>
      </p>
      <h2>{t('risk.scene')}</h2>
      <p>
        {say(view.scenario)} <Doubt confidence={view.confidence} />
      </p>
      <p className="small second">{view.phases.map((phase) => t(phaseWords[phase])).join(t('list.comma'))}</p>
      <RiskStanding view={view} />
    </section>
  )
}

function Entry({ view }: { view: RiskView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  if (view.entry.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('risk.entry')}</h2>
      <ul className="risk-lines">
        {view.entry.map(({ id, says, value, target }) => (
          <li key={id}>
            {say(says)}{' '}
            <span className="small second">
              {t(value === undefined ? 'risk.entry.unknown' : value === 'yes' ? 'risk.entry.yes' : 'risk.entry.no')}
            </span>{' '}
            {target && value === undefined && (
              <TargetLink facility={facility} target={target} className="small">
                {t('risk.enter')}
              </TargetLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Refs({ view }: { view: RiskView }) {
  const { t, say } = useWords()
  if (view.refs.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('risk.refs')}</h2>
      <ul className="risk-lines small">
        {view.refs.map(({ edition, clause, confidence }) => (
          <li key={`${edition.ja} ${clause}`}>
            {t('clause', { edition: say(edition), clause })} <Doubt confidence={confidence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Agreements({ view }: { view: RiskView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  return (
    <section className="stack">
      <h2>{t('risks.agreements')}</h2>
      <p className="small second">{t('agreement.says')}</p>
      {view.decisions.length === 0 && <p className="small">{t('agreement.none')}</p>}
      {view.decisions.map((decision) => (
        <AgreementCard key={decision.record.id} decision={decision} vendors={view.vendors} today={view.asOf} />
      ))}
      {mayWrite && <NewAgreement risk={view.id} vendors={view.vendors} />}
    </section>
  )
}

function Findings({ view }: { view: RiskView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  if (view.findings.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('risk.findings')}</h2>
      <ul className="risk-lines">
        {view.findings.map(({ id, title }) => (
          <li key={id}>
            <Link to="/f/$facility/finding" params={{ facility }} search={{ id }}>
              {say(title)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
