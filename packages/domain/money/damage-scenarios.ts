import { byId, having, type World } from '../picture.ts'
import { stateOfControl } from '../risks/index.ts'
import { defineDerivation } from '../rule.ts'
import { exactly, leftOf, productOf, timesNumber } from './spread.ts'
import type { ControlEffect, CostHere, DamageScenario, EffectHere, LossScenarioType, ScenarioCost, Spread } from './types.ts'

type Lists = Pick<World, 'controlEffects' | 'lossAssumptions' | 'controlStandings' | 'riskFacts'>

/** What may befall this facility, how often, what it costs and what its controls leave of it. */
export const damageScenarios = defineDerivation({
  name: 'damageScenarios',
  reads: ['lossScenarios', 'controlEffects', 'lossAssumptions', 'controlStandings', 'riskFacts'],
  derive: (lists) => scenariosOf(lists),
})

/** The same with any inputs, for trying out what another figure would change. */
export function scenariosOf({ lossScenarios, ...lists }: Lists & Pick<World, 'lossScenarios'>): readonly DamageScenario[] {
  return lossScenarios.map((type) => scenarioHere(type, lists))
}

function scenarioHere(type: LossScenarioType, lists: Lists): DamageScenario {
  const entry = type.entry.flatMap((id) => byId(lists.riskFacts, id) ?? [])
  return {
    id: type.id,
    isHere: entry.every(({ value }) => value === undefined || value === 'yes' || value === 'partly'),
    eventsPerYear: assumed(type.frequency, lists),
    ...(type.days !== undefined && { days: assumed(type.days, lists) }),
    costs: type.costs.map((cost) => costHere(cost, lists)),
    effects: having(lists.controlEffects, 'scenario', type.id).map((effect) => effectHere(effect, stateOfControl(lists, effect.control))),
    grounds: entry.flatMap(({ grounds }) => grounds),
  }
}

/** NOTE: an input that the catalogue does not have counts nothing; its check does not let that through. */
function assumed(id: string, { lossAssumptions }: Lists): Spread {
  return byId(lossAssumptions, id)?.value ?? exactly(0)
}

function costHere({ id, head, factors, perDay }: ScenarioCost, lists: Lists): CostHere {
  return { id, head, yen: productOf(factors.map((one) => assumed(one, lists))), ...(perDay && { perDay }) }
}

const nothingTaken = exactly(1)

/**
 * A control in place takes away its whole share, one that is partly there half of it, one of which nobody knows none. One that does not
 * apply takes nothing and would not.
 */
export function effectHere(
  { control, on, share }: Pick<ControlEffect, 'control' | 'on' | 'share'>,
  state: EffectHere['state'],
): EffectHere {
  const leftInPlace = state === 'not-applicable' ? nothingTaken : leftOf(share)
  const left = state === 'in-place' ? leftInPlace : state === 'partly' ? leftOf(timesNumber(share, 0.5)) : nothingTaken
  return { control, on, state, left, leftInPlace }
}
