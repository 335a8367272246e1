import { byId, type Change, isOpenTask, type Picture, type TaskId, type TaskNote } from '@mimamori/domain'

const kinds: ReadonlySet<TaskNote['kind']> = new Set(['comment', 'proof', 'done'])

/**
 * Whether a vendor may make this change to a task that was handed to it: a line in the history that both sides read, and the file
 * that such a line names. That the task is done is said by the vendor and decided by the facility.
 */
export function mayWorkOn(before: Picture, change: Change, task: TaskId): boolean {
  const held = byId(before.slices.tasks, task)
  if (held?.vendor === undefined || !isOpenTask(held) || change.kind !== 'add') return false
  if (change.slice === 'evidence') return change.record.answers === undefined
  if (change.slice !== 'taskNotes') return false
  const { record } = change
  return record.task === task && record.side === 'vendor' && record.inside === undefined && kinds.has(record.kind)
}
