import type { World } from '@mimamori/domain'
import { laidOut, meanOf } from '../loss/distribution.ts'
import { changedFrequency } from '../loss/exact.ts'
import type { DaysPerEvent } from '../loss/result.ts'
import type { Changes, LossModel } from '../loss/types.ts'

/** Steps in which the days of one scenario are laid out. */
const steps = 400

/**
 * Days until the electronic chart is back, over all scenarios that stop it, each by how often it comes; undefined where none does.
 * Exact to one four-hundredth of each scenario.
 */
export function chartDays(
  { scenarios }: LossModel,
  changes: Changes,
  { lossScenarios }: Pick<World, 'lossScenarios'>,
): DaysPerEvent | undefined {
  const stopping = new Set(lossScenarios.flatMap(({ id, stopsChart }) => (stopsChart ? [id] : [])))
  const points = scenarios.flatMap(({ id, days, frequency }) => {
    if (!days || !stopping.has(id)) return []
    const change = changes.get(id) ?? {}
    const weight = changedFrequency(frequency, change) / steps
    const factor = change.days ?? 1
    const mean = meanOf(days) * factor
    return laidOut(days, steps).map((each) => ({ days: each * factor, weight, mean }))
  })
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return undefined
  const sorted = points.toSorted((a, b) => a.days - b.days)
  const at = (share: number) => {
    let sum = 0
    for (const { days, weight } of sorted) {
      sum += weight
      if (sum >= share * total * (1 - 1e-12)) return days
    }
    return sorted.at(-1)?.days ?? 0
  }
  return { mean: points.reduce((sum, { mean, weight }) => sum + mean * weight, 0) / total, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
