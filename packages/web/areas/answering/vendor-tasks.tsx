import { routes, type VendorTaskLine } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { shortDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { stateOfTask } from '../tasks/index.ts'

/** 「渡されたやること」: what clients have handed to this vendor, by its day. */
export function VendorTasks() {
  const { t } = useWords()
  const view = useOwnView(routes.vendorTasks, {})
  return (
    <Page className="wide" title={t('vendorTasks.title')}>
      <Loaded query={view}>
        {({ tasks }) => (tasks.length === 0 ? <p className="card">{t('vendorTasks.none')}</p> : <TaskTable lines={tasks} />)}
      </Loaded>
    </Page>
  )
}

/** What a facility has handed to somebody who came by a link, above the sheet. */
export function LinkTasks({ lines }: { lines: readonly VendorTaskLine[] }) {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <section className="stack no-print">
      <h2>{t('vendorTasks.title')}</h2>
      <TaskTable lines={lines} />
    </section>
  )
}

function TaskTable({ lines }: { lines: readonly VendorTaskLine[] }) {
  const { t, lang } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('vendorTasks.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tasks.title')}</th>
            <th scope="col">{t('vendorTasks.client')}</th>
            <th scope="col">{t('tasks.due')}</th>
            <th scope="col">{t('tasks.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.relation} ${line.task}`}>
              <th scope="row">
                {line.relation === 'link' ? (
                  <Link to="/answer/tasks/$task" params={{ task: line.task }}>
                    {line.title}
                  </Link>
                ) : (
                  <Link to="/v/tasks/$relation/$task" params={{ relation: line.relation, task: line.task }}>
                    {line.title}
                  </Link>
                )}
              </th>
              <td data-name={t('vendorTasks.client')}>{line.facility}</td>
              <td data-name={t('tasks.due')} className="number">
                {line.dueOn !== undefined && shortDate(line.dueOn, lang)}
              </td>
              <td data-name={t('tasks.state')}>
                <StateChip state={stateOfTask(line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
