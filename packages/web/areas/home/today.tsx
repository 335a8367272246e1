import { type HomeView, routes, type TodayTask } from '@mimamori/contract'
import { IconClock } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { splitTasks } from './split-tasks.ts'
import { TodaySide } from './today-side.tsx'
import './today.css'

/** 「今日やること」. */
export function Today() {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const home = useView(routes.home, facility)
  const view = home.data
  const { today } = splitTasks(view?.tasks ?? [], view?.notToday ?? [])
  const minutes = today.reduce((sum, task) => sum + task.minutes, 0)
  const beside =
    view &&
    (today.length > 0 && view.setupDone
      ? t('today.beside', { date: monthDay(view.today, lang), count: today.length, minutes })
      : monthDay(view.today, lang))
  return (
    <Page title={t('nav.today')} beside={beside}>
      <Loaded query={home}>{(loaded) => (loaded.setupDone ? <Tasks home={loaded} /> : <StartCard home={loaded} />)}</Loaded>
    </Page>
  )
}

/** Before the ten questions there is one thing to do. */
function StartCard({ home }: { home: HomeView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const begun = home.resume?.target.screen === 'setup'
  return (
    <section className="card stack column">
      <h2>{t('today.start')}</h2>
      <p>{t('today.start.says')}</p>
      <p className="row fills">
        <Link className="button filled" to="/f/$facility/start/{-$step}" params={{ facility }}>
          {t(begun ? 'today.start.goOn' : 'today.start.begin')}
        </Link>
        <Link className="button" to="/f/$facility/import" params={{ facility }}>
          {t('today.start.files')}
        </Link>
      </p>
    </section>
  )
}

function Tasks({ home }: { home: HomeView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { today, later } = splitTasks(home.tasks, home.notToday)
  return (
    <>
      {home.resume && (
        <div className="strip">
          <IconClock size={18} stroke={1.6} aria-hidden />
          <p>
            <strong>{t('today.resume', { title: say(home.resume.title), minutes: home.resume.minutesLeft })}</strong>
          </p>
          <TargetLink facility={facility} target={home.resume.target} className="button low">
            {t('today.goOn')}
          </TargetLink>
        </div>
      )}
      {home.ending && <Ending ending={home.ending} />}
      <div className="two">
        <div>
          {today.length === 0 && <p className="card">{t('today.nothing')}</p>}
          <ol className="tasks">
            {today.map((task, at) => (
              <TaskCard key={task.id} task={task} number={at + 1} begin={task.id === 'edition' ? home.edition.short : undefined} />
            ))}
          </ol>
          {later.length > 0 && (
            <details className="other-tasks">
              <summary>{t('today.others', { count: later.length })}</summary>
              <ol className="tasks">
                {later.map((task) => (
                  <TaskCard key={task.id} task={task} putOff={home.notToday.includes(task.id)} />
                ))}
              </ol>
            </details>
          )}
        </div>
        <div className="stack">
          <TodaySide home={home} />
          <p className="row">
            <Link className="button low" to="/f/$facility/day-end" params={{ facility }}>
              {t('dayEnd.title')}
            </Link>
            <Link className="button low" to="/f/$facility/questions" params={{ facility }}>
              {t('open.title')}
            </Link>
          </p>
        </div>
      </div>
    </>
  )
}

/** What is knowingly left and will soon be open again. */
function Ending({ ending }: { ending: NonNullable<HomeView['ending']> }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="strip">
      <IconClock size={18} stroke={1.6} aria-hidden />
      <p>{t('today.ending', { count: ending.count, date: monthDay(ending.first, lang) })}</p>
      <Link className="button low" to="/f/$facility/acceptances" params={{ facility }}>
        {t('today.ending.open')}
      </Link>
    </div>
  )
}

interface TaskProps {
  readonly task: TodayTask
  readonly number?: number
  readonly putOff?: boolean
  /** The edition that is here, where the task is to load another. */
  readonly begin?: HomeView['edition']['short'] | undefined
}

function TaskCard({ task, number, putOff = false, begin }: TaskProps) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayWrite = useMay('facility:write')
  const notToday = useMutation({
    mutationFn: () => ask(routes.notToday, { params: { facility }, body: { task: task.id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [facility] })
      announce(t('today.putOff'))
      document.querySelector<HTMLElement>('h1')?.focus()
    },
  })
  return (
    <li className="card task">
      {number !== undefined && (
        <span className={number === 1 ? 'disc filled' : 'disc'} aria-hidden="true">
          {number}
        </span>
      )}
      <div className="task-words">
        <h2>{say(task.title)}</h2>
        <p className="small second task-time">
          <IconClock size={16} stroke={1.6} aria-hidden /> {t('task.time', { minutes: task.minutes, who: say(task.who) })}
        </p>
        {task.dueOn !== undefined && (
          <p className="small">{t(task.overdue === true ? 'today.overdue' : 'today.dueOn', { date: monthDay(task.dueOn, lang) })}</p>
        )}
        <p className="task-says">{say(task.says)}</p>
        {putOff && <p className="source">{t('today.tomorrow')}</p>}
        {notToday.isError && <Problem error={notToday.error} />}
      </div>
      {mayWrite && (
        <div className="task-acts">
          <TargetLink facility={facility} target={task.target} className={number === 1 ? 'button filled' : 'button'}>
            {say(task.button)}
          </TargetLink>
          {begin && (
            <Link className="button" to="/f/$facility/checklist" params={{ facility }}>
              {t('today.beginWith', { edition: say(begin) })}
            </Link>
          )}
          {task.findings.length > 0 && (
            <Link
              className="text-button"
              to="/f/$facility/new-task"
              params={{ facility }}
              search={{ today: task.id }}
              aria-label={t('today.takeFor', { task: say(task.title) })}
            >
              {t('today.take')}
            </Link>
          )}
          {number !== undefined && (
            <button
              type="button"
              className="text-button"
              aria-label={t('today.notTodayFor', { task: say(task.title) })}
              onClick={() => !notToday.isPending && notToday.mutate()}
            >
              {t('today.notToday')}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
