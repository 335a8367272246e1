import { controlsTaken, measuresWith, type Otherwise, type RiskLists, scenariosOf, statesIf } from '@mimamori/domain'
import type { ChoiceLists } from './choice-model.ts'
import type { DamageWorld } from './damage.ts'
import { putsOf } from './models.ts'

/** Everything of an analysed picture on which matrix, loss and plan rest. */
export type WhatIfWorld = DamageWorld &
  ChoiceLists &
  Pick<RiskLists, 'risks' | 'standIns' | 'controlTypes' | 'riskDecisions' | 'riskStates'>

/** Measures taken for done, controls taken for done and for failed, all at once; a control that is named as failed is failed. */
export interface WhatIf extends Otherwise {
  readonly measures?: readonly string[]
}

/**
 * 「もしも」: the world in which these controls and measures stood otherwise. Risks, scenarios and measures are derived anew from the
 * controls; facts, figures and prices stay. The order in which things are named does not matter, and with nothing named it is the same world.
 * NOTE: of a link that is cut the server derives the whole world anew; it is compared in the same way.
 */
export function worldIf<W extends WhatIfWorld>(world: W, { measures = [], done = [], failed = [] }: WhatIf): W {
  const otherwise = { done: [...putsOf(world, measures), ...done], failed }
  const taken = controlsTaken(otherwise)
  if (taken.size === 0) return world
  const controlStandings = world.controlStandings.map((standing) => {
    const state = taken.get(standing.id)
    return state ? { ...standing, state, seats: standing.seats.map((seat) => ({ ...seat, state })) } : standing
  })
  return {
    ...world,
    controlStandings,
    riskStates: statesIf(world, otherwise),
    damageScenarios: scenariosOf({ ...world, controlStandings }),
    measuresHere: measuresWith(world.measuresHere, { ...world, controlStandings }),
  }
}
