import type { TaskLine, TasksView, TaskView } from '@mimamori/contract'
import { byId, findingsOfTask, isOpenTask, type Person } from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { historyOf, taskLine } from './line.ts'
import { taskProblem } from './problems.ts'

export type Show = 'all' | 'mine' | 'waiting' | 'vendor' | 'done'

/** The list of what was taken on: open tasks by their day, closed ones the latest first. */
export function tasksOf(now: Kept, me: Person | undefined, show: Show = 'all'): TasksView {
  const lines = now.picture.slices.tasks.map((task) => taskLine(now, task, me?.id))
  const shown = lines.filter((line) => isShown(line, show))
  return {
    today: now.asOf,
    tasks: shown.toSorted(show === 'done' ? byEnd : byDay),
    ...choices(now),
    isKnown: me !== undefined,
    ...(me && { me: me.id }),
  }
}

function isShown(line: TaskLine, show: Show): boolean {
  if (show === 'done') return !isOpenTask(line)
  if (!isOpenTask(line)) return false
  if (show === 'mine') return line.isMine
  if (show === 'vendor') return line.vendor !== undefined
  return show === 'all' || line.awaitsApproval || (line.vendor !== undefined && !line.toConfirm)
}

/** What the facility has to confirm first; then by the day, those without one last. */
function byDay(a: TaskLine, b: TaskLine): number {
  const key = ({ toConfirm, dueOn = '9999', task }: TaskLine) => `${toConfirm ? 0 : 1}|${dueOn}|${task}`
  return key(a) < key(b) ? -1 : 1
}

function byEnd(a: TaskLine, b: TaskLine): number {
  const key = ({ doneOn = '', task }: TaskLine) => `${doneOn}|${task}`
  return key(a) > key(b) ? -1 : 1
}

/** Whom a task can be given to: people who are still in office, and vendors. */
function choices(now: Kept): Pick<TasksView, 'people' | 'vendors'> {
  const { people, vendors } = now.picture.slices
  const here = people.filter(({ until }) => until === undefined || until >= now.asOf)
  return {
    people: here.map(({ id, name, department, post }) => {
      const beside = here.filter((one) => one.name === name).length > 1 ? (department ?? post) : undefined
      return { id, name, ...(beside !== undefined && { beside }) }
    }),
    vendors: vendors.map(({ id, name }) => ({ id, name })),
  }
}

/** One task with its history and the findings that it is to close. */
export function taskOf(now: Kept, me: Person | undefined, id: string): TaskView {
  const [task] = versionedList(
    now,
    'tasks',
    now.picture.slices.tasks.filter((one) => one.id === id),
  )
  if (!task) throw taskProblem('task/not-found')
  const findings = findingsOfTask(now.picture.slices, task.record).flatMap((finding) => {
    const line = byId(now.lines, finding)
    return line ? [{ id: line.id, title: line.title, severity: line.severity, state: line.state }] : []
  })
  return {
    line: taskLine(now, task.record, me?.id),
    task,
    notes: historyOf(now, task.record.id),
    findings,
    ...choices(now),
    today: now.asOf,
  }
}
