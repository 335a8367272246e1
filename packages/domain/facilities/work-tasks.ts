import type { Change } from '../change-type.ts'
import { printOf } from '../equal.ts'
import { type CalendarDate, entityId, type TaskId, type TaskNoteId } from '../ids.ts'
import { byId, having, type RegisterRow, type Slices } from '../picture.ts'
import type { TaskNote, WorkTask } from './types.ts'

/** Still to be done: taken on or begun. */
export function isOpenTask({ state }: Pick<WorkTask, 'state'>): boolean {
  return state === 'open' || state === 'doing'
}

/** The history of a task, the oldest line first: by day, and within a day in the order of their ids. */
export function notesOfTask(slices: Pick<Slices, 'taskNotes'>, task: TaskId): readonly TaskNote[] {
  const order = ({ on, id }: TaskNote) => `${on}|${id}`
  return having(slices.taskNotes, 'task', task).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/**
 * The id of the next line of a history; lines of one day stand in the order of their ids. NOTE: made of the task and the place, so
 * that the same look gives the same picture.
 */
export function nextNoteId(slices: Pick<Slices, 'taskNotes'>, task: TaskId): TaskNoteId {
  return noteIdAt(slices, task, having(slices.taskNotes, 'task', task).length + 1)
}

function noteIdAt(slices: Pick<Slices, 'taskNotes'>, task: string, place: number): TaskNoteId {
  const id = entityId<TaskNoteId>(`note:${printOf(task)}.${String(place).padStart(5, '0')}`)
  return byId(slices.taskNotes, id) ? noteIdAt(slices, task, place + 1) : id
}

/** The vendor has said that it is done, and nobody of the facility has confirmed it or sent it back since. */
export function waitsForConfirmation(slices: Pick<Slices, 'taskNotes'>, task: WorkTask): boolean {
  if (task.vendor === undefined || !isOpenTask(task)) return false
  const last = notesOfTask(slices, task.id).findLast((note) => note.kind === 'done' || note.kind === 'reopened')
  return last?.kind === 'done' && last.side === 'vendor'
}

/**
 * The one task that a finding is in: the one that its row names, which follows it under another id; else, where only the list of
 * a task names it (a folder from elsewhere), an open one before a closed one and the latest of them.
 */
export function taskOfRow(tasks: readonly WorkTask[], row: Pick<RegisterRow, 'id' | 'task'>): WorkTask | undefined {
  return byId(tasks, row.task) ?? tasksNaming(tasks).get(row.id)
}

const naming = new WeakMap<readonly WorkTask[], ReadonlyMap<string, WorkTask>>()

/** The task that lists each finding, once for each version of the list. */
function tasksNaming(tasks: readonly WorkTask[]): ReadonlyMap<string, WorkTask> {
  const known = naming.get(tasks)
  if (known) return known
  const rank = (task: WorkTask) => `${isOpenTask(task) ? 1 : 0}|${task.createdOn}|${task.id}`
  const made = new Map(
    tasks
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .flatMap((task) => (task.findings ?? []).map((finding): [string, WorkTask] => [finding, task])),
  )
  naming.set(tasks, made)
  return made
}

/** The ids that the findings of a task have now: those whose rows name it, and those of its list that no other task has taken. */
export function findingsOfTask(slices: Pick<Slices, 'tasks' | 'register'>, task: WorkTask): readonly string[] {
  const listed = (task.findings ?? []).filter((id) => {
    const row = byId(slices.register, id)
    return row !== undefined && taskOfRow(slices.tasks, row)?.id === task.id
  })
  return [...new Set([...having(slices.register, 'task', task.id).map((row) => row.id), ...listed])].sort()
}

/**
 * What happens to done tasks when findings return: each that one of them was in opens again, once, with a line in its history.
 * Empty where no done task is concerned. A task that a person has given up stays so: the finding is open and can be taken anew.
 */
export function reopenings(
  slices: Pick<Slices, 'tasks' | 'taskNotes'>,
  returned: readonly Pick<RegisterRow, 'id' | 'task'>[],
  on: CalendarDate,
): readonly Change[] {
  const tasks = new Set(returned.map((row) => taskOfRow(slices.tasks, row)).filter((task) => task?.state === 'done'))
  return [...tasks].flatMap((task): Change[] => {
    if (!task) return []
    const note: TaskNote = { id: nextNoteId(slices, task.id), task: task.id, kind: 'reopened', on, side: 'facility' }
    return [
      { kind: 'set', slice: 'tasks', id: task.id, fields: { state: 'open' }, forget: ['doneOn'] },
      { kind: 'add', slice: 'taskNotes', record: note },
    ]
  })
}
