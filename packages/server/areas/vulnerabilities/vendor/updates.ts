import type { VendorUpdate } from '@mimamori/contract'
import {
  byId,
  gapsOf,
  known,
  type PlannedUpdate,
  type PlannedUpdateStep,
  stepsOfUpdate,
  updateStanding,
  withoutProvenance,
} from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { vendorDutyOf } from './duty.ts'
import { devicesFor } from './summary.ts'

/**
 * The planned updates that were given to a vendor. What else they may touch, where they are tried and the facility's own remarks stay
 * inside: these name systems of others.
 */
export function vendorUpdatesOf(now: Kept, vendor: string): VendorUpdate[] {
  const own = now.picture.slices.plannedUpdates.filter((update) => known(update.vendor) === vendor)
  return own.map((update) => updateFor(now, update, vendor))
}

function updateFor(now: Kept, update: PlannedUpdate, vendor: string): VendorUpdate {
  const { slices } = now.picture
  const steps = stepsOfUpdate(slices.plannedUpdateSteps, update.id)
  const { id, title, kind, product, version, dueOn, freezeFrom, freezeUntil, assets = [] } = update
  const systems = (update.systems ?? []).flatMap((system) => byId(slices.systems, system) ?? [])
  const duty = vendorDutyOf(now, assets, vendor)
  return {
    update: id,
    title,
    kind,
    ...(product !== undefined && { product }),
    ...(version !== undefined && { version }),
    systems: systems.filter((system) => known(system.vendor) === vendor).map(({ name }) => name),
    devices: devicesFor(now, assets, product),
    ...(dueOn !== undefined && { dueOn }),
    ...(freezeFrom !== undefined && { freezeFrom }),
    ...(freezeUntil !== undefined && { freezeUntil }),
    state: updateStanding(steps),
    gaps: [...gapsOf(update, steps)],
    steps: steps.map(stepFor),
    ...(duty && { duty }),
  }
}

function stepFor(step: PlannedUpdateStep): VendorUpdate['steps'][number] {
  const { costYen, evidence: _, visit: __, assets: ___, ...told } = withoutProvenance(step)
  return { ...told, ...(step.side === 'vendor' && costYen !== undefined && { costYen }) }
}
