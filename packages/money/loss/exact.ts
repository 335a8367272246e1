import { meanOf, quantileOf, varianceOf } from './distribution.ts'
import type { Change, Changes, Frequency, LossModel, LossScenario } from './types.ts'

/** What is known of a scenario without chance: events a year, and mean and mean square of one event's cost in yen. */
export interface ScenarioMoments {
  readonly id: string
  readonly kind: Frequency['kind']
  readonly perYear: number
  readonly meanYen: number
  readonly squareYen: number
}

export function momentsOf(scenario: LossScenario, change: Change = {}): ScenarioMoments {
  const { frequency, losses } = scenario
  const factor = change.loss ?? 1
  const meanYen = losses.reduce((sum, { loss }) => sum + meanOf(loss), 0) * factor
  const variance = losses.reduce((sum, { loss }) => sum + varianceOf(loss), 0) * factor * factor
  return {
    id: scenario.id,
    kind: frequency.kind,
    perYear: changedFrequency(frequency, change),
    meanYen,
    squareYen: variance + meanYen * meanYen,
  }
}

/** Events a year, or the probability of the one event, after a change; a probability stays one. */
export function changedFrequency(frequency: Frequency, { frequency: factor = 1 }: Change = {}): number {
  return frequency.kind === 'poisson' ? frequency.perYear * factor : Math.min(1, frequency.probability * factor)
}

/** Exact figures of one year's total loss, yen: what the simulation is held against. */
export interface ExactYear {
  readonly meanYen: number
  readonly varianceYen: number
  readonly probabilityAny: number
}

/**
 * Mean Σ λ E[X]. Variance Σ λ E[X²] for Poisson, Σ p E[X²] − (p E[X])² for one event at most; with common causes 2 Σ share × min(λ, λ')
 * E[X] E[X'] more, with good and bad years (variation × mean)² more. A loss of 0 counts as an event.
 */
export function exactYear({ dependence, scenarios }: LossModel, changes: Changes): ExactYear {
  const moments = scenarios.map((scenario) => momentsOf(scenario, changes.get(scenario.id)))
  const meanYen = moments.reduce((sum, one) => sum + one.perYear * one.meanYen, 0)
  const alone = moments.reduce((sum, one) => sum + varianceAlone(one), 0)
  switch (dependence.kind) {
    case 'independent':
      return { meanYen, varianceYen: alone, probabilityAny: 1 - moments.reduce((none, one) => none * noneOf(one), 1) }
    case 'commonCause': {
      const most = Math.max(0, ...moments.map(({ perYear }) => perYear))
      const own = moments.reduce((sum, { perYear }) => sum + perYear, 0) * (1 - dependence.share)
      return {
        meanYen,
        varianceYen: alone + dependence.share * sharedVariance(moments),
        probabilityAny: -Math.expm1(-(own + dependence.share * most)),
      }
    }
    case 'oneFactor': {
      const square = dependence.variation ** 2
      const all = moments.reduce((sum, { perYear }) => sum + perYear, 0)
      const none = square === 0 ? Math.exp(-all) : (1 + square * all) ** (-1 / square)
      return { meanYen, varianceYen: alone + square * meanYen * meanYen, probabilityAny: 1 - none }
    }
  }
}

function varianceAlone({ kind, perYear, meanYen, squareYen }: ScenarioMoments): number {
  return perYear * squareYen - (kind === 'bernoulli' ? (perYear * meanYen) ** 2 : 0)
}

function noneOf({ kind, perYear }: ScenarioMoments): number {
  return kind === 'poisson' ? Math.exp(-perYear) : 1 - perYear
}

/** Every pair once, twice its covariance at a share of 1. */
function sharedVariance(moments: readonly ScenarioMoments[]): number {
  return moments.reduce(
    (sum, one, at) =>
      sum + moments.slice(at + 1).reduce((all, other) => all + 2 * Math.min(one.perYear, other.perYear) * one.meanYen * other.meanYen, 0),
    0,
  )
}

/** Mean yearly loss by head, exact. */
export function headMeans({ scenarios }: LossModel, changes: Changes): Readonly<Record<string, number>> {
  const means = new Map<string, number>()
  for (const scenario of scenarios) {
    const change = changes.get(scenario.id) ?? {}
    const perYear = changedFrequency(scenario.frequency, change)
    for (const { head, loss } of scenario.losses) means.set(head, (means.get(head) ?? 0) + perYear * meanOf(loss) * (change.loss ?? 1))
  }
  return Object.fromEntries(means)
}

/**
 * Amounts below which these shares of one event's costs lie: exact where the event has one head, else from the costs that were drawn.
 * Null where none was drawn.
 */
export function eventQuantiles({ losses }: LossScenario, drawn: Float64Array, shares: readonly number[]): readonly (number | null)[] {
  const [{ loss }, ...others] = losses
  if (others.length === 0) return shares.map((share) => quantileOf(loss, share))
  const sorted = drawn.toSorted()
  return shares.map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? null)
}
