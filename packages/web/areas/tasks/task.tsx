import { routes, type TaskView } from '@mimamori/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { History } from './history.tsx'
import { TaskActs } from './task-acts.tsx'
import { TaskPlan } from './task-plan.tsx'
import { stateOfTask } from './task-state.ts'
import './tasks.css'

/** One task: its words, what it is to close, its history, and what can be done with it. */
export function TaskPage() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { task = '' } = useParams({ strict: false })
  const view = useView(routes.task, facility, { params: { task } })
  const above = (
    <p className="small no-print">
      <Link to="/f/$facility/tasks" params={{ facility }}>
        {t('nav.tasks')}
      </Link>
    </p>
  )
  return (
    <Page step={task} title={view.data?.line.title ?? t('nav.tasks')} above={above}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: TaskView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const { says } = view.task.record
  return (
    <div className="two">
      <div className="stack">
        <p>
          <StateChip state={stateOfTask(view.line)} />
        </p>
        <Hints view={view} />
        {says !== undefined && <p className="history-list words">{says}</p>}
        {view.findings.length > 0 && <Findings findings={view.findings} />}
        <section className="stack">
          <h2>{t('task.history')}</h2>
          <History notes={view.notes} facility={facility} isShared={view.line.vendor !== undefined} />
        </section>
      </div>
      <div className="stack">
        <Facts view={view} />
        {mayWrite ? (
          <>
            <TaskActs view={view} />
            <TaskPlan view={view} />
          </>
        ) : (
          <p className="card small">{t('task.noEdit')}</p>
        )}
      </div>
    </div>
  )
}

function Hints({ view: { line } }: { view: TaskView }) {
  const { t } = useWords()
  if (line.toConfirm) return <p className="box-note">{t('task.toConfirm', { vendor: line.vendorName ?? '' })}</p>
  if (line.awaitsApproval) return <p className="box-note">{t('task.awaits')}</p>
  return line.overdue ? <p className="box-note">{t('task.overdue')}</p> : null
}

function Findings({ findings }: { findings: TaskView['findings'] }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <section className="stack">
      <h2>{t('task.findings')}</h2>
      <ul className="stack">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Link to="/f/$facility/finding" params={{ facility }} search={{ id: finding.id }}>
              {say(finding.title)}
            </Link>{' '}
            <StateChip state={finding.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ view: { line, task } }: { view: TaskView }) {
  const { t, lang } = useWords()
  const day = (on: string | undefined) => (on === undefined ? undefined : longDate(on, lang))
  const facts = [
    [t('tasks.owner'), line.ownerName ?? t('tasks.nobody')],
    [t('task.vendor'), line.vendorName],
    [t('tasks.due'), day(line.dueOn)],
    [t('task.created'), day(task.record.createdOn)],
    [t('task.doneOn'), day(line.doneOn)],
    [t('task.number'), line.number],
  ] as const
  return (
    <section className="card">
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </section>
  )
}
