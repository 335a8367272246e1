import { byId, mayStepUpdate, nextUpdateStepId, type PlannedUpdateStep, stepsOfUpdate } from '@mimamori/domain'
import { changeFacility } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import type { NamedAsking } from '../asking.ts'
import { vulnerabilityProblem } from '../problems.ts'

/** What a step of a planned update says beside whose it is. */
export type SaidOfUpdate = {
  readonly [K in Exclude<keyof PlannedUpdateStep, 'id' | 'update' | 'side' | 'by' | 'kind'>]?: PlannedUpdateStep[K] | undefined
} & {
  readonly kind: PlannedUpdateStep['kind']
}

interface Next {
  readonly update: string
  readonly seen: number
  readonly said: SaidOfUpdate
}

/** The facility's next step of a planned update; it alone says go, and nothing is rolled out before. */
export async function stepPlannedUpdate(services: Services, asking: NamedAsking, facility: string, next: Next): Promise<void> {
  await changeFacility(services, asking, facility, async (now) => {
    const record = nextUpdateStep(now, next, { side: 'facility', by: asking.personName })
    const note = { action: 'planned-update/stepped', subject: record.update, detail: { kind: record.kind } }
    return {
      batch: { changes: [{ change: { kind: 'add', slice: 'plannedUpdateSteps', record } }], by: 'person' as const, note },
      value: undefined,
    }
  })
}

/** The step as it is written, if its side may take it now. */
export function nextUpdateStep(
  now: Kept,
  { update, seen, said }: Next,
  { side, by }: { side: PlannedUpdateStep['side']; by: string | undefined },
): PlannedUpdateStep {
  const held = byId(now.picture.slices.plannedUpdates, update)
  if (!held) throw vulnerabilityProblem('planned-update/not-found')
  const steps = stepsOfUpdate(now.picture.slices.plannedUpdateSteps, held.id)
  if (steps.length !== seen) throw vulnerabilityProblem('response/changed-meanwhile')
  const { kind, on = now.asOf, ...rest } = said
  const told = Object.fromEntries(Object.entries({ by, ...rest }).filter(([, value]) => value !== undefined))
  const record: PlannedUpdateStep = { id: nextUpdateStepId(held.id, steps.length), update: held.id, side, kind, on, ...told }
  if (on > now.asOf || !mayStepUpdate(steps, record)) throw vulnerabilityProblem('response/no-such-step')
  return record
}
