import { routes, type TaskLine, type TasksView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { shortCompany } from '../../ui/company.ts'
import { Loaded } from '../../ui/loading.tsx'
import { shortDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { OwnRecord } from './own-record.tsx'
import { stateOfTask } from './task-state.ts'
import './tasks.css'

const here = getRouteApi('/f/$facility/tasks')
const shows = ['all', 'mine', 'waiting', 'vendor', 'done'] as const
const showWords: Readonly<Record<(typeof shows)[number], PlainKey>> = {
  all: 'tasks.show.all',
  mine: 'tasks.show.mine',
  waiting: 'tasks.show.waiting',
  vendor: 'tasks.show.vendor',
  done: 'tasks.show.done',
}

/** やること: what somebody has taken on, by its day. */
export function Tasks() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { show } = here.useSearch()
  const mayWrite = useMay('facility:write')
  const view = useView(routes.tasks, facility, { query: { show: show ?? 'all' } })
  const taken = useView(routes.home, facility).data?.counts.taken
  return (
    <Page
      className="wide"
      title={t('nav.tasks')}
      beside={taken === undefined || taken === 0 ? undefined : t('tasks.beside', { count: taken })}
      tools={
        mayWrite && (
          <Link className="button" to="/f/$facility/new-task" params={{ facility }}>
            {t('tasks.add')}
          </Link>
        )
      }
    >
      <div className="stack">
        <Filters />
        <Loaded query={view}>
          {(loaded) => (
            <>
              <Content view={loaded} />
              {show === 'mine' && loaded.people.length > 0 && <OwnRecord view={loaded} />}
            </>
          )}
        </Loaded>
        <p className="row small no-print">
          <Link to="/f/$facility/acceptances" params={{ facility }}>
            {t('acceptances.title')}
          </Link>
          <Link to="/f/$facility/calendar" params={{ facility }}>
            {t('tasks.calendar')}
          </Link>
        </p>
      </div>
    </Page>
  )
}

function Filters() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <nav className="row filters no-print" aria-label={t('tasks.show')}>
      {shows.map((each) => (
        <Link
          key={each}
          className="pill"
          to="/f/$facility/tasks"
          params={{ facility }}
          search={each === 'all' ? {} : { show: each }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(showWords[each])}
        </Link>
      ))}
    </nav>
  )
}

function Content({ view }: { view: TasksView }) {
  const { t } = useWords()
  const { show } = here.useSearch()
  if (view.tasks.length > 0) return <TaskTable lines={view.tasks} />
  return (
    <div className="card stack">
      <p>{t('tasks.none')}</p>
      <p className="small second">{t(show === 'mine' && !view.isKnown ? 'tasks.unknown' : 'tasks.none.says')}</p>
    </div>
  )
}

function TaskTable({ lines }: { lines: readonly TaskLine[] }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards task-table">
        <caption className="hidden-words">{t('tasks.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tasks.title')}</th>
            <th scope="col">{t('tasks.owner')}</th>
            <th scope="col">{t('tasks.due')}</th>
            <th scope="col">{t('tasks.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TaskRow key={line.task} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TaskRow({ line }: { line: TaskLine }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const names = [line.ownerName, line.vendorName === undefined ? undefined : shortCompany(line.vendorName)]
  const who = names.filter((name) => name !== undefined).join(t('list.dot'))
  return (
    <tr>
      <th scope="row">
        <Link to="/f/$facility/tasks/$task" params={{ facility, task: line.task }}>
          {line.title}
        </Link>
      </th>
      <td data-name={t('tasks.owner')}>{who === '' ? <span className="second">{t('tasks.nobody')}</span> : who}</td>
      <td data-name={t('tasks.due')} className="number">
        {line.dueOn !== undefined && shortDate(line.dueOn, lang)}
        {line.overdue && <span className="overdue"> {t('findings.overdue')}</span>}
      </td>
      <td data-name={t('tasks.state')}>
        <StateChip state={stateOfTask(line)} />
      </td>
    </tr>
  )
}
