import { type VendorTaskLine, type VendorTasksView, type VendorTaskView, vendorSummary } from '@mimamori/contract'
import { byId, isOpenTask, type WorkTask } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { enterRelation } from '../../relations/index.ts'
import type { Services } from '../../services.ts'
import { historyOf, taskProblem, type VendorAtTask, vendorTaskSummary } from '../../tasks/index.ts'
import { listTaskSummaries } from './store.ts'

/** What all clients have handed to this vendor, by the day; no picture is opened. */
export async function vendorTasksOf(services: Services, asking: RequestScope): Promise<VendorTasksView> {
  const clients = await withScope(services.pool, asking, (client) => listTaskSummaries(asking, client, services.now()), { readOnly: true })
  const lines = clients.flatMap(({ relation, body }): VendorTaskLine[] => {
    const summary = vendorSummary.safeParse(body).data
    return (summary?.tasks ?? []).map((task) => ({ ...task, relation, facility: summary?.facility ?? '' }))
  })
  return { today: services.today(), tasks: lines.toSorted(byDay) }
}

function byDay(a: VendorTaskLine, b: VendorTaskLine): number {
  const key = (line: VendorTaskLine) => `${isOpenTask(line) ? 0 : 1}|${line.dueOn ?? '9999'}|${line.facility}|${line.task}`
  return key(a) < key(b) ? -1 : 1
}

/** One task, made of what the vendor may see and of nothing else. */
export async function vendorTaskOf(services: Services, asking: RequestScope, at: { place: string; task: string }): Promise<VendorTaskView> {
  const { held, seen } = await enterRelation(services, asking, at.place)
  const task = byId(seen.picture.slices.tasks, at.task)
  if (held.kind !== 'vendor' || !task) throw taskProblem('task/not-found')
  return {
    line: { ...vendorTaskSummary(seen, task), relation: held.id, facility: seen.state.name },
    ...(task.says !== undefined && { says: task.says }),
    createdOn: task.createdOn,
    notes: historyOf(seen, task.id),
    today: seen.asOf,
  }
}

/** Comes in to write on a task. */
export async function enterTask(services: Services, asking: RequestScope, at: { place: string; task: string }): Promise<VendorAtTask> {
  const { held, seen, asking: inside } = await enterRelation(services, asking, at.place)
  const task: WorkTask | undefined = byId(seen.picture.slices.tasks, at.task)
  if (held.kind !== 'vendor' || !task) throw taskProblem('task/not-found')
  return { asking: inside, facility: held.facility, task, by: asking.personName }
}
