import { type ControlView, routes } from '@mimamori/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { BackToRisks } from './back.tsx'
import { RiskLink } from './links.tsx'
import { Seats, Signs, StandIns } from './signs.tsx'
import { StatementForm } from './statement-form.tsx'
import { Statements } from './statements.tsx'
import { controlStates, riskStates, roleWords } from './words.ts'
import './risks.css'

const here = getRouteApi('/f/$facility/controls/$control')

/** One control in both directions: what opens without it, and what it would close. */
export function ControlPage() {
  const { t, say } = useWords()
  const { control } = here.useParams()
  const view = useView(routes.control, useFacilityId(), { params: { control } })
  return (
    <Page step={control} title={view.data ? say(view.data.name) : t('risks.title')} above={<BackToRisks />} tools={<SavedNote />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: ControlView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  return (
    <div className="two">
      <div className="stack loose">
        <Standing view={view} />
        <RiskList title={t('control.opens')} none={t('control.opens.none')} risks={view.opens} />
        <RiskList title={t('control.closes')} none={t('control.closes.none')} risks={view.closes} />
        <section className="stack">
          <h2>{t('control.heldBy')}</h2>
          {view.heldBy.length === 0 ? <p className="small second">{t('control.none')}</p> : <StandIns standIns={view.heldBy} />}
        </section>
        <section className="stack">
          <h2>{t('control.standsInFor')}</h2>
          {view.standsInFor.length === 0 ? <p className="small second">{t('control.none')}</p> : <StandIns standIns={view.standsInFor} />}
        </section>
        <AllRisks view={view} />
      </div>
      <div className="stack">
        {mayWrite && <StatementForm view={view} />}
        <Statements view={view} />
      </div>
    </div>
  )
}

function Standing({ view }: { view: ControlView }) {
  const { t } = useWords()
  return (
    <section className="card stack">
      <p className="row">
        <StateChip state={controlStates[view.state]} />
        <Doubt confidence={view.confidence} />
      </p>
      <h2>{t('control.seats')}</h2>
      <Seats seats={view.seats} vendors={view.vendors} />
      <h2>{t('control.signs')}</h2>
      <Signs signs={view.signs} vendors={view.vendors} />
    </section>
  )
}

/** NOTE: how each would stand is said by the heading. */
function RiskList({ title, none, risks }: { title: string; none: string; risks: ControlView['opens'] }) {
  const { say } = useWords()
  return (
    <section className="stack">
      <h2>{title}</h2>
      {risks.length === 0 && <p className="small second">{none}</p>}
      <ul className="risk-lines">
        {risks.map(({ id, name }) => (
          <li key={id}>
            <RiskLink id={id}>{say(name)}</RiskLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AllRisks({ view }: { view: ControlView }) {
  const { t, say } = useWords()
  return (
    <details>
      <summary>{t('control.risks')}</summary>
      <ul className="risk-lines">
        {view.risks.map(({ id, name, state, role, isNeeded }) => (
          <li key={id} className="row">
            <RiskLink id={id}>{say(name)}</RiskLink>
            <StateChip state={riskStates[state]} />
            <span className="small second">{t(roleWords[role])}</span>
            {isNeeded && <span className="risk-needed">{t('risks.needed')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
