import type { DamageScenario, EffectHere, Spread, World } from '@mimamori/domain'
import type { Change, Changes, Dependence, Distribution, HeadLoss, LossModel, LossScenario } from '../loss/types.ts'

export type ScenarioLists = Pick<World, 'damageScenarios' | 'lossAssumptions'>

/**
 * The scenarios of a facility as a model, before any control: how often at its most likely value, costs and days between their ends. Good
 * and bad years are common to all (`param:year-variation`).
 */
export function lossModelOf({ damageScenarios, lossAssumptions }: ScenarioLists): LossModel {
  const variation = lossAssumptions.find(({ id }) => id === 'param:year-variation')?.value.best ?? 0
  const dependence: Dependence = variation === 0 ? { kind: 'independent' } : { kind: 'oneFactor', variation }
  return { dependence, scenarios: damageScenarios.flatMap(lossScenarioOf) }
}

function lossScenarioOf({ id, isHere, eventsPerYear, days, costs }: DamageScenario): readonly LossScenario[] {
  const [first, ...others] = costs.map(
    ({ head, yen, perDay }): HeadLoss => ({ head, loss: distributionOf(yen), ...(perDay && { perDay }) }),
  )
  if (!isHere || !first) return []
  const frequency = { kind: 'poisson', perYear: eventsPerYear.best } as const
  return [{ id, frequency, ...(days && { days: distributionOf(days) }), losses: [first, ...others] }]
}

function distributionOf({ low, best, high }: Spread): Distribution {
  return low === high ? { kind: 'constant', value: best } : { kind: 'pert', min: low, mode: best, max: high }
}

/** What the controls leave of each scenario: as they stand, and with these put in place as well. Residuals multiply. */
export function changesOf(damageScenarios: readonly DamageScenario[], puts: ReadonlySet<string> = new Set()): Changes {
  return new Map(damageScenarios.map(({ id, effects }): [string, Change] => [id, changeOf(effects, puts)]))
}

function changeOf(effects: readonly EffectHere[], puts: ReadonlySet<string>): Change {
  const leftOn = (on: EffectHere['on']) =>
    effects
      .filter((effect) => effect.on === on)
      .reduce((left, effect) => left * (puts.has(effect.control) ? effect.leftInPlace : effect.left).best, 1)
  return { frequency: leftOn('frequency'), loss: leftOn('cost'), days: leftOn('days') }
}

/** The controls that these measures would put in place; each once, however many measures bring it. */
export function putsOf({ measuresHere }: Pick<World, 'measuresHere'>, measures: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(measures)
  return new Set(measuresHere.flatMap(({ id, puts }) => (wanted.has(id) ? puts : [])))
}
