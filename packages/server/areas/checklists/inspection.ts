import type { InspectionView } from '@mimamori/contract'
import { byId, known, latestFirst, pointsOf } from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'

/** What was noted on days of inspection: the latest day first, its points in the order in which they came up. */
export function inspectionOf(now: Kept): InspectionView {
  const { facility, inspections, inspectionPoints, tasks } = now.picture.slices
  const days = latestFirst(inspections)
  const points = days.flatMap((day) => pointsOf(inspectionPoints, day.id))
  const announcedOn = known(facility[0]?.inspectionOn)
  return {
    revision: now.state.revision,
    ...(announcedOn !== undefined && { announcedOn }),
    inspections: versionedList(now, 'inspections', days),
    points: versionedList(now, 'inspectionPoints', points),
    tasks: versionedList(
      now,
      'tasks',
      points.flatMap((point) => byId(tasks, point.task) ?? []),
    ),
  }
}
