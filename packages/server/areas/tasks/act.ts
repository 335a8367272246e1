import type { TaskAct } from '@mimamori/contract'
import {
  byId,
  type Change,
  isOpenTask,
  nextNoteId,
  notesOfTask,
  type TaskNote,
  type WorkTask,
  waitsForConfirmation,
} from '@mimamori/domain'
import { type Changed, changeFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import type { NamedAsking } from './make.ts'
import { taskProblem } from './problems.ts'

/** Does one thing with a task, against the version that was on the screen; its line in the history is of the same change. */
export async function actOnTask(
  services: Services,
  asking: NamedAsking,
  facility: string,
  given: { task: string; version: number; what: TaskAct },
): Promise<Changed> {
  const { changed } = await changeFacility(services, asking, facility, async (now) => {
    const task = byId(now.picture.slices.tasks, given.task)
    if (!task) throw taskProblem('task/not-found')
    const changes = changesFor(now, task, { what: given.what, by: asking.personName })
    const expected = (change: Change) => (change.slice === 'tasks' ? { expected: given.version } : {})
    return {
      batch: {
        changes: changes.map((change) => ({ change, ...expected(change) })),
        by: 'system' as const,
        note: { action: 'task/changed', detail: { task: task.id, act: given.what.act } },
      },
      value: undefined,
    }
  })
  return changed
}

interface Act<W extends TaskAct = TaskAct> {
  readonly what: W
  readonly by: string
}

function changesFor(now: Kept, task: WorkTask, { what, by }: Act): readonly Change[] {
  const note = (kind: TaskNote['kind'], text?: string, inside?: boolean) => noteOn(now, task, { kind, text, inside, by })
  const set = (fields: Partial<WorkTask>, forget: readonly ('owner' | 'vendor' | 'dueOn' | 'says' | 'doneOn')[] = []): Change => ({
    kind: 'set',
    slice: 'tasks',
    id: task.id,
    fields,
    ...(forget.length > 0 && { forget }),
  })
  if (what.act === 'say') return [note('comment', what.text, what.inside)]
  if (what.act === 'reopen') return reopened(now, task, [set({ state: 'open' }, ['doneOn']), note('reopened', what.text)])
  if (!isOpenTask(task)) throw taskProblem('task/not-now')
  switch (what.act) {
    case 'begin':
      return [set({ state: 'doing' })]
    case 'give':
      return [
        what.owner === null ? set({}, ['owner']) : set({ owner: what.owner }),
        note('owner', byId(now.picture.slices.people, what.owner ?? undefined)?.name, true),
      ]
    case 'hand':
      return handed(now, task, [
        what.vendor === null ? set({}, ['vendor']) : set({ vendor: what.vendor }),
        note('owner', byId(now.picture.slices.vendors, what.vendor ?? undefined)?.name, what.vendor === null),
      ])
    case 'due':
      return [what.dueOn === null ? set({}, ['dueOn']) : set({ dueOn: what.dueOn }), note('due', what.dueOn ?? undefined)]
    case 'word':
      return [what.says === null ? set({ title: what.title }, ['says']) : set({ title: what.title, says: what.says })]
    case 'finish':
      return [set({ state: 'done', doneOn: now.asOf }), note('done', what.text)]
    case 'give-up':
      return [set({ state: 'given-up', doneOn: now.asOf }), note('given-up', what.text)]
  }
}

/** A closed task, or one that a vendor says is done and that is not: it goes back. */
function reopened(now: Kept, task: WorkTask, changes: readonly Change[]): readonly Change[] {
  if (isOpenTask(task) && !waitsForConfirmation(now.picture.slices, task)) throw taskProblem('task/not-now')
  return changes
}

/** NOTE: what was written before it was handed over, or while another vendor had it, is not for the one who gets it now. */
function handed(now: Kept, task: WorkTask, changes: readonly Change[]): readonly Change[] {
  const before = notesOfTask(now.picture.slices, task.id).filter((note) => note.inside !== 'yes')
  return [...changes, ...before.map(({ id }): Change => ({ kind: 'set', slice: 'taskNotes', id, fields: { inside: 'yes' } }))]
}

/** NOTE: while no vendor has the task, everything stays in the house, also when it is handed to one later. */
export function noteOn(
  now: Kept,
  task: WorkTask,
  {
    kind,
    text,
    inside,
    by,
    evidence,
  }: { kind: TaskNote['kind']; text?: string | undefined; inside?: boolean | undefined; by: string; evidence?: TaskNote['evidence'] },
): Change {
  const isInside = inside ?? task.vendor === undefined
  const record: TaskNote = {
    id: nextNoteId(now.picture.slices, task.id),
    task: task.id,
    kind,
    on: now.asOf,
    side: 'facility',
    by,
    ...(text !== undefined && { text }),
    ...(evidence !== undefined && { evidence }),
    ...((isInside || (task.vendor === undefined && kind !== 'owner')) && { inside: 'yes' }),
  }
  return { kind: 'add', slice: 'taskNotes', record }
}
