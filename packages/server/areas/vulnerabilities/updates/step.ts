import { byId, mayStepUpdate, nextUpdateStepId, type PlannedUpdateStep, stepsOfUpdate } from '@mimamori/domain'
import { changeFacility } from '../../facilities/index.ts'
import type { Services } from '../../services.ts'
import type { NamedAsking } from '../asking.ts'
import { vulnerabilityProblem } from '../problems.ts'

type Said = {
  readonly [K in Exclude<keyof PlannedUpdateStep, 'id' | 'update' | 'side' | 'by' | 'kind'>]?: PlannedUpdateStep[K] | undefined
} & {
  readonly kind: PlannedUpdateStep['kind']
}

/** The facility's next step of a planned update; it alone says go, and nothing is rolled out before. */
export async function stepPlannedUpdate(
  services: Services,
  asking: NamedAsking,
  facility: string,
  { update, seen, said }: { update: string; seen: number; said: Said },
): Promise<void> {
  await changeFacility(services, asking, facility, async (now) => {
    const held = byId(now.picture.slices.plannedUpdates, update)
    if (!held) throw vulnerabilityProblem('planned-update/not-found')
    const steps = stepsOfUpdate(now.picture.slices.plannedUpdateSteps, held.id)
    if (steps.length !== seen) throw vulnerabilityProblem('response/changed-meanwhile')
    const { kind, on = now.asOf, ...rest } = said
    const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const own = { side: 'facility', kind, on, by: asking.personName } as const
    const record: PlannedUpdateStep = { id: nextUpdateStepId(held.id, steps.length), update: held.id, ...own, ...told }
    if (on > now.asOf || !mayStepUpdate(steps, record)) throw vulnerabilityProblem('response/no-such-step')
    const note = { action: 'planned-update/stepped', subject: held.id, detail: { kind } }
    return {
      batch: { changes: [{ change: { kind: 'add', slice: 'plannedUpdateSteps', record } }], by: 'person' as const, note },
      value: undefined,
    }
  })
}
