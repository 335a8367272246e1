import {
  byId,
  type Change,
  isOpenTask,
  nextNoteId,
  type PersonId,
  type TaskId,
  type TaskNote,
  taskOfRow,
  type VendorId,
  type WorkTask,
} from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { changeFacility, newId } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { taskProblem } from './problems.ts'

export interface NamedAsking extends Asking {
  readonly personName: string
}

export interface NewTask {
  readonly title: string
  readonly says?: string | undefined
  readonly findings?: readonly string[] | undefined
  readonly owner?: PersonId | undefined
  readonly vendor?: VendorId | undefined
  readonly dueOn?: WorkTask['dueOn'] | undefined
}

/** 「やることにする」: from findings that nobody has taken yet, or free. */
export async function makeTask(services: Services, asking: NamedAsking, facility: string, given: NewTask): Promise<{ task: string }> {
  const id = newId<TaskId>('task')
  await changeFacility(services, asking, facility, async (now) => {
    const findings = [...new Set(given.findings ?? [])].sort()
    checkFindings(now, findings)
    const task = taskFrom(now, id, { ...given, findings })
    const taken: readonly Change[] = findings.map((finding) => ({ kind: 'set', slice: 'register', id: finding, fields: { task: id } }))
    const changes: readonly Change[] = [
      { kind: 'add', slice: 'tasks', record: task },
      ...firstNotes(now, task, asking.personName),
      ...taken,
    ]
    const detail = { task: id, findings: findings.length, vendor: given.vendor }
    return {
      batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action: 'task/made', detail } },
      value: undefined,
    }
  })
  return { task: id }
}

function checkFindings(now: Kept, findings: readonly string[]): void {
  for (const id of findings) {
    const row = byId(now.picture.slices.register, id)
    if (!row || byId(now.tracked, id)?.finding === undefined) throw taskProblem('task/no-such-finding')
    const held = taskOfRow(now.picture.slices.tasks, row)
    if (held && isOpenTask(held)) throw taskProblem('task/taken-already')
  }
}

function taskFrom(now: Kept, id: TaskId, { title, says, findings = [], owner, vendor, dueOn }: NewTask): WorkTask {
  return {
    id,
    title,
    createdOn: now.asOf,
    state: 'open',
    ...(says !== undefined && { says }),
    ...(findings.length > 0 && { findings }),
    ...(owner !== undefined && { owner }),
    ...(vendor !== undefined && { vendor }),
    ...(dueOn !== undefined && { dueOn }),
  }
}

/** Whom it was given to is the first line of its history; who in the house does it is not for the vendor. */
function firstNotes(now: Kept, task: WorkTask, by: string): readonly Change[] {
  const { people, vendors, taskNotes } = now.picture.slices
  const owner = byId(people, task.owner)?.name
  const vendor = byId(vendors, task.vendor)?.name
  const note = (written: readonly TaskNote[], text: string | undefined, inside: boolean): TaskNote => ({
    id: nextNoteId({ taskNotes: [...taskNotes, ...written] }, task.id),
    task: task.id,
    kind: 'owner',
    on: now.asOf,
    side: 'facility',
    by,
    ...(text !== undefined && { text }),
    ...(inside && { inside: 'yes' }),
  })
  const first = note([], owner, true)
  const notes = vendor === undefined ? [first] : [first, note([first], vendor, false)]
  return notes.map((record) => ({ kind: 'add', slice: 'taskNotes', record }))
}
