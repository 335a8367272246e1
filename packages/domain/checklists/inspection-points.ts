import type { ChangeOf } from '../change-type.ts'
import type { WorkTask } from '../facilities/index.ts'
import type { CalendarDate, InspectionPointId, TaskId } from '../ids.ts'
import type { Inspection, InspectionPoint } from './types.ts'

const longestTitle = 100

/** The work that a point with a day becomes: its first line as the title, all of it in what it says. */
export function taskOfPoint(point: Pick<InspectionPoint, 'text' | 'dueOn'>, given: { id: TaskId; createdOn: CalendarDate }): WorkTask {
  const [first = ''] = point.text.trim().split('\n')
  const title = first.length > longestTitle ? `${first.slice(0, longestTitle)}…`.toWellFormed() : first
  return {
    id: given.id,
    title,
    ...(title !== point.text && { says: point.text }),
    createdOn: given.createdOn,
    ...(point.dueOn !== undefined && { dueOn: point.dueOn }),
    state: 'open',
  }
}

/** Notes a point of the day; one with a day to be done by becomes a task in the same step. */
export function notePoint(
  point: Omit<InspectionPoint, 'id' | 'task'>,
  given: { readonly id: InspectionPointId; readonly task: TaskId; readonly today: CalendarDate },
): readonly (ChangeOf<'inspectionPoints'> | ChangeOf<'tasks'>)[] {
  const { id, task, today } = given
  if (point.dueOn === undefined) return [{ kind: 'add', slice: 'inspectionPoints', record: { ...point, id } }]
  return [
    { kind: 'add', slice: 'tasks', record: taskOfPoint(point, { id: task, createdOn: today }) },
    { kind: 'add', slice: 'inspectionPoints', record: { ...point, id, task } },
  ]
}

/** The days of inspection, the latest first. */
export function latestFirst(inspections: readonly Inspection[]): readonly Inspection[] {
  return inspections.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))
}

/** The points of one day in the order in which they came up. */
export function pointsOf(points: readonly InspectionPoint[], inspection: string): readonly InspectionPoint[] {
  return points.filter((point) => point.inspection === inspection).toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
