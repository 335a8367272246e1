import { byId, entityId, isOpenTask, nextNoteId, type Person, type PersonId, type WorkTask } from '@mimamori/domain'
import { type ExpectedChange, newId } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import { handOverProblem } from './problems.ts'

export interface TasksGoOver {
  readonly changes: readonly ExpectedChange[]
  readonly tasks: number
  /** The two in the list of the facility's people. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The open tasks of one person, given to another, each with a line in its history. They go over when the hand-over begins: until
 * the day both work, and whoever looks at a task reads already who will answer for it.
 */
export function tasksGoOver(
  now: Kept,
  who: { from: string | undefined; to: string | undefined; successorName: string; movesOn: string; by: string },
): TasksGoOver {
  const { people, tasks } = now.picture.slices
  const from = byId(people, who.from)
  if ((who.from !== undefined && !from) || (who.to !== undefined && !byId(people, who.to)))
    throw handOverProblem('hand-over/no-such-record')
  if (from && who.to === from.id) throw handOverProblem('hand-over/same-person')
  if (!from) return { changes: [], tasks: 0, from: undefined, to: who.to }
  const added = who.to === undefined ? successorLike(from, who.successorName) : undefined
  const to = added?.id ?? entityId<PersonId>(who.to ?? '')
  const open = tasks.filter((task) => task.owner === from.id && isOpenTask(task))
  const toName = added?.name ?? byId(people, to)?.name ?? who.successorName
  return {
    changes: [
      ...(added ? [{ change: { kind: 'add', slice: 'people', record: added } } as const] : []),
      ...open.flatMap((task) => taskGoesOver(now, task, { to, toName, fromName: from.name, by: who.by })),
    ],
    tasks: open.length,
    from: from.id,
    to,
  }
}

/** Somebody new at the same desk; the private number is the predecessor's own. */
function successorLike({ post, department, extension, phone }: Person, name: string): Person {
  return {
    id: newId<PersonId>('person'),
    name,
    ...(post !== undefined && { post }),
    ...(department !== undefined && { department }),
    ...(extension !== undefined && { extension }),
    ...(phone !== undefined && { phone }),
  }
}

function taskGoesOver(
  now: Kept,
  task: WorkTask,
  { to, toName, fromName, by }: { to: PersonId; toName: string; fromName: string; by: string },
): readonly ExpectedChange[] {
  return [
    {
      change: { kind: 'set', slice: 'tasks', id: task.id, fields: { owner: to } },
      expected: now.versions.get(versionKey('tasks', task.id)),
    },
    {
      change: {
        kind: 'add',
        slice: 'taskNotes',
        record: {
          id: nextNoteId(now.picture.slices, task.id),
          task: task.id,
          kind: 'owner',
          on: now.asOf,
          side: 'facility',
          by,
          text: `引継ぎ:${fromName} → ${toName}`,
          inside: 'yes',
        },
      },
    },
  ]
}
