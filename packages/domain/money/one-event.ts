import type { DamageScenario, EffectHere, Spread } from './types.ts'

/** Mean of a range as the damage model draws it: the standard PERT. */
export function meanOfSpread({ low, best, high }: Spread): number {
  return (low + 4 * best + high) / 6
}

/** Events a year with the controls as they stand. */
export function yearlyFrequency({ eventsPerYear, effects }: DamageScenario): number {
  return eventsPerYear.best * left(effects, 'frequency')
}

/** What one event costs on average, yen, with the controls as they stand. */
export function meanOfEvent({ days, costs, effects }: DamageScenario): number {
  const length = days ? meanOfSpread(days) * left(effects, 'days') : 0
  const yen = costs.reduce((sum, cost) => sum + meanOfSpread(cost.yen) * (cost.perDay ? length : 1), 0)
  return yen * left(effects, 'cost')
}

function left(effects: readonly EffectHere[], on: EffectHere['on']): number {
  return effects.reduce((all, effect) => (effect.on === on ? all * effect.left.best : all), 1)
}
