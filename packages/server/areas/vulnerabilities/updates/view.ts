import type { PlannedUpdatesView } from '@mimamori/contract'
import { gapsOf, stepsOfUpdate, updateStanding, withoutProvenance } from '@mimamori/domain'
import { versionedList } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import { vendorNameOf } from '../rows/rows.ts'

/** Updates that fix no flaw, by the day on which they must run. */
export function plannedUpdatesOf(now: Kept): PlannedUpdatesView {
  const { plannedUpdates, plannedUpdateSteps } = now.picture.slices
  const byDay = plannedUpdates.toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
  return {
    revision: now.state.revision,
    today: now.asOf,
    updates: versionedList(now, 'plannedUpdates', byDay).map((update) => {
      const steps = stepsOfUpdate(plannedUpdateSteps, update.record.id)
      const costs = steps.flatMap(({ costYen }) => costYen ?? [])
      const vendorName = vendorNameOf(now, update.record.vendor)
      return {
        update,
        steps: steps.map(withoutProvenance),
        state: updateStanding(steps),
        gaps: [...gapsOf(update.record, steps)],
        ...(vendorName !== undefined && { vendorName }),
        ...(costs.length > 0 && { costYen: costs.reduce((sum, yen) => sum + yen, 0) }),
      }
    }),
  }
}
