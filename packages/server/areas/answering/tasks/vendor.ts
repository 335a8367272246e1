import { type VendorTasksView, type VendorTaskView, vendorSummary } from '@mimamori/contract'
import { byId, type WorkTask } from '@mimamori/domain'
import { type Guest, type RequestScope, withScope } from '../../../platform/index.ts'
import type { Asking } from '../../asking.ts'
import type { Kept } from '../../kept.ts'
import { enterRelation } from '../../relations/index.ts'
import type { Services } from '../../services.ts'
import { historyOf, taskProblem, type VendorAtTask } from '../../tasks/index.ts'
import { readDraftOf } from '../draft.ts'
import { enterSheet } from '../enter.ts'
import { byDay, vendorTaskLine } from './lines.ts'
import { listTaskSummaries } from './store.ts'

/** What all clients have handed to this vendor, by the day; no picture is opened. */
export async function vendorTasksOf(services: Services, asking: RequestScope): Promise<VendorTasksView> {
  const clients = await withScope(services.pool, asking, (client) => listTaskSummaries(asking, client, services.now()), { readOnly: true })
  const lines = clients.flatMap(({ relation, body }) => {
    const summary = vendorSummary.safeParse(body).data
    return (summary?.tasks ?? []).map((task) => ({ ...task, relation, facility: summary?.facility ?? '' }))
  })
  return { today: services.today(), tasks: lines.toSorted(byDay) }
}

/** Somebody of a vendor at one of its tasks, by an account or by a link. */
export interface AtTask {
  readonly params: { readonly place: string; readonly task: string }
  readonly guest: Guest | undefined
  /** Throws where nobody is signed in, so it is asked for only then. */
  readonly scope: () => RequestScope
  readonly from: string | undefined
}

interface Entered {
  readonly seen: Kept
  readonly facility: string
  /** In the facility's name, by the relation or by the session of the link. */
  readonly asking: Asking
  readonly place: string
  readonly task: WorkTask
  /** NOTE: by a link, the one who has signed the sheet with a name; asked for where something is written. */
  readonly by: () => Promise<string | undefined>
}

async function enter(services: Services, at: AtTask): Promise<Entered> {
  const found = at.guest ? await byLink(services, at) : await byAccount(services, at)
  const task = byId(found.seen.picture.slices.tasks, at.params.task)
  if (!task) throw taskProblem('task/not-found')
  return { ...found, task }
}

async function byAccount(services: Services, at: AtTask): Promise<Omit<Entered, 'task'>> {
  const account = at.scope()
  const { held, seen, asking } = await enterRelation(services, account, at.params.place)
  if (held.kind !== 'vendor') throw taskProblem('task/not-found')
  return { seen, facility: held.facility, asking, place: held.id, by: async () => account.personName }
}

/** NOTE: tasks are handed to the company; whoever has the number of one of its sheets sees those of this facility alone. */
async function byLink(services: Services, at: AtTask): Promise<Omit<Entered, 'task'>> {
  const answering = await enterSheet(services, { ...at, params: { place: 'link', sheet: '-' } })
  const { seen, facility, asking } = answering
  return { seen, facility, asking, place: 'link', by: async () => (await readDraftOf(answering)).body.answeredBy?.name }
}

/** One task, made of what the vendor may see and of nothing else. */
export async function vendorTaskOf(services: Services, at: AtTask): Promise<VendorTaskView> {
  const { seen, place, task } = await enter(services, at)
  return {
    line: vendorTaskLine(seen, task, place),
    ...(task.says !== undefined && { says: task.says }),
    createdOn: task.createdOn,
    notes: historyOf(seen, task.id),
    today: seen.asOf,
  }
}

/** Comes in to write on a task. */
export async function enterTask(services: Services, at: AtTask): Promise<VendorAtTask> {
  const { asking, facility, task, by } = await enter(services, at)
  return { asking, facility, task, by: await by() }
}
