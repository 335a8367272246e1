import { type FindingView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Doubt, ItemNumber, Urgency } from '../../ui/marks.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { FindingWay } from '../network/index.ts'
import { stateOfTask } from '../tasks/index.ts'
import { AcceptForm } from './accept-form.tsx'
import './findings.css'
import { ReasonChain } from './reason-chain.tsx'

const here = getRouteApi('/f/$facility/finding')

/** One finding: the step in one sentence, the chain of reasons, what can be done. */
export function Finding() {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { id } = here.useSearch()
  const view = useView(routes.finding, facility, { query: { id: id ?? '' } }, { enabled: id !== undefined })
  const above = view.data ? <Above finding={view.data} /> : undefined
  return (
    <Page step={id ?? ''} title={view.data ? say(view.data.title) : t('nav.findings')} above={above} className="finding">
      <Loaded query={view}>{(finding) => <Content finding={finding} />}</Loaded>
    </Page>
  )
}

function Above({ finding }: { finding: FindingView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <>
      <p className="small trail no-print">
        <Link to="/f/$facility/findings" params={{ facility }}>
          {t('nav.findings')}
        </Link>
        {finding.next !== undefined && (
          <Link to="/f/$facility/finding" params={{ facility }} search={{ id: finding.next }}>
            {t('finding.next')}
          </Link>
        )}
      </p>
      <p className="row small second">
        <span className="ink">
          <Urgency level={finding.urgency} />
        </span>
        {finding.itemNumber !== undefined && (
          <span>
            {t('finding.item')} <ItemNumber number={finding.itemNumber} />
          </span>
        )}
        {finding.refs.map((ref) => (
          <span key={`${ref.edition.ja} ${ref.clause}`}>
            {t('clause', { edition: say(ref.edition), clause: ref.clause })} <Doubt confidence={ref.confidence} />
          </span>
        ))}
      </p>
    </>
  )
}

function Content({ finding }: { finding: FindingView }) {
  const { t, say } = useWords()
  return (
    <div className="two">
      <div className="stack">
        <p className="lead">{say(finding.step)}</p>
        <StateWords finding={finding} />
        <InTask finding={finding} />
        {finding.area === 'network' && <FindingWay finding={finding.id} />}
        {finding.area === 'vulnerabilities' && <OnVulnerabilities />}
        {finding.reasons.length > 0 && (
          <section className="stack">
            <h2>{t('finding.why')}</h2>
            <ReasonChain reasons={finding.reasons} />
          </section>
        )}
        <Doubts finding={finding} />
      </div>
      <Side finding={finding} />
    </div>
  )
}

/** What is to be done about weaknesses is done from their own page, by visit. */
function OnVulnerabilities() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="no-print">
      <Link className="button" to="/f/$facility/vulnerabilities" params={{ facility }}>
        {t('weak.fromFinding')}
      </Link>
    </p>
  )
}

/** A finding that is left, gone or back again says so. */
function StateWords({ finding }: { finding: FindingView }) {
  const { t, lang } = useWords()
  if (finding.state === 'accepted' && finding.accepted)
    return (
      <div className="box-note stack">
        <p>
          <StateChip state="accepted" />{' '}
          {t('finding.acceptedUntil', { date: longDate(finding.accepted.until, lang), name: finding.accepted.by })}
        </p>
        <p className="small">{finding.accepted.why}</p>
      </div>
    )
  if (finding.state === 'no-longer-seen')
    return (
      <p className="box-note">
        <StateChip state="no-longer-seen" /> {t('finding.noLongerSeen')}
      </p>
    )
  if (finding.state === 'done')
    return (
      <p className="box-note">
        <StateChip state="done" /> {t('finding.done')}
      </p>
    )
  return finding.reopened > 0 ? (
    <p className="box-note">
      <StateChip state="again" /> {t('finding.again', { count: finding.reopened })}
    </p>
  ) : null
}

/** The task that it is in, and whether leaving it waits for approval. */
function InTask({ finding: { task, awaitsApproval } }: { finding: FindingView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <>
      {task && (
        <p className="box-note">
          <Link to="/f/$facility/tasks/$task" params={{ facility, task: task.id }}>
            {t('finding.taken', { title: task.title })}
          </Link>{' '}
          <StateChip state={stateOfTask({ state: task.state, toConfirm: false })} />
        </p>
      )}
      {awaitsApproval === true && (
        <p className="box-note">
          <Link to="/f/$facility/acceptances" params={{ facility }}>
            {t('finding.awaits')}
          </Link>
        </p>
      )}
    </>
  )
}

/** 「やることにする」, unless somebody has it in hand already. */
function Take({ finding: { id, task } }: { finding: FindingView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  if (task?.state === 'open' || task?.state === 'doing') return null
  return (
    <Link className="button wide" to="/f/$facility/new-task" params={{ facility }} search={{ finding: id }}>
      {t('finding.take')}
    </Link>
  )
}

/** 「この判断は違うと思う」: a finding follows from the facts, so the ways on are the fact and the reasoned leaving. */
function Doubts({ finding }: { finding: FindingView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <details className="small">
      <summary>{t('finding.disagree')}</summary>
      <div className="stack">
        <p>{t('finding.disagree.says')}</p>
        <p className="row">
          {finding.item !== undefined && (
            <Link className="button low" to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'one', item: finding.item }}>
              {t('finding.mendFact')}
            </Link>
          )}
          {finding.item === undefined && finding.action && (
            <TargetLink facility={facility} target={finding.action.target} className="button low">
              {t('finding.mendFact')}
            </TargetLink>
          )}
        </p>
      </div>
    </details>
  )
}

function Side({ finding }: { finding: FindingView }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const mayAccept = useMay('checklist:submit')
  const isOpen = finding.state === 'open'
  return (
    <div className="stack">
      {(isOpen || finding.measures.length > 0 || finding.action || finding.card !== undefined) && (
        <section className="card stack no-print">
          <h2>{t('finding.step')}</h2>
          {finding.measures.length > 0 && (
            <ul className="measures small">
              {finding.measures.map((measure) => (
                <li key={measure.id}>{say(measure.text)}</li>
              ))}
            </ul>
          )}
          {finding.action && mayWrite && (
            <TargetLink facility={facility} target={finding.action.target} className="button filled wide">
              {say(finding.action.button)}
            </TargetLink>
          )}
          {finding.card !== undefined && (
            <Link
              className="button wide"
              to="/f/$facility/cards/$card"
              params={{ facility, card: finding.card }}
              search={finding.item === undefined ? {} : { item: finding.item }}
            >
              {t('card.open')}
            </Link>
          )}
          {isOpen && mayWrite && <Take finding={finding} />}
          {mayAccept && (
            <AcceptForm
              finding={finding.id}
              accepted={finding.accepted}
              needsApproval={finding.needsApproval}
              isOffered={isOpen && finding.awaitsApproval !== true}
            />
          )}
        </section>
      )}
      <section className="card">
        <dl className="facts">
          <dt>{t('column.who')}</dt>
          <dd>{finding.partyNames.map((name) => say(name)).join(t('list.comma'))}</dd>
          {finding.dueOn !== undefined && (
            <>
              <dt>{t('column.due')}</dt>
              <dd>
                {longDate(finding.dueOn, lang)}
                {finding.overdue && <strong> {t('findings.overdue')}</strong>}
              </dd>
            </>
          )}
          <dt>{t('finding.takes')}</dt>
          <dd>{t('card.minutes', { minutes: finding.minutes })}</dd>
          <dt>{t('finding.firstSeen')}</dt>
          <dd>{longDate(finding.firstSeenOn, lang)}</dd>
        </dl>
      </section>
    </div>
  )
}
