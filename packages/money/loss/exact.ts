import { meanOf, quantileOf, varianceOf } from './distribution.ts'
import type { Change, Changes, Frequency, HeadLoss, LossModel, LossScenario } from './types.ts'

/** What is known of a scenario without chance: events a year, and mean and mean square of one event's cost in yen. */
export interface ScenarioMoments {
  readonly id: string
  readonly kind: Frequency['kind']
  readonly perYear: number
  readonly meanYen: number
  readonly squareYen: number
}

export function momentsOf(scenario: LossScenario, change: Change = {}): ScenarioMoments {
  const { frequency, losses, days } = scenario
  const { loss: factor = 1, days: shorter = 1 } = change
  const once = sumOf(losses.filter(({ perDay }) => !perDay))
  const byDay = sumOf(losses.filter(({ perDay }) => perDay))
  const long = days ? { mean: meanOf(days) * shorter, variance: varianceOf(days) * shorter * shorter } : nothing
  const meanYen = (once.mean + long.mean * byDay.mean) * factor
  const variance = (once.variance + varianceOfProduct(long, byDay)) * factor * factor
  return {
    id: scenario.id,
    kind: frequency.kind,
    perYear: changedFrequency(frequency, change),
    meanYen,
    squareYen: variance + meanYen * meanYen,
  }
}

interface Moments {
  readonly mean: number
  readonly variance: number
}

const nothing: Moments = { mean: 0, variance: 0 }

function sumOf(losses: readonly HeadLoss[]): Moments {
  return losses.reduce(({ mean, variance }, { loss }) => ({ mean: mean + meanOf(loss), variance: variance + varianceOf(loss) }), nothing)
}

/** Of two that do not hang together: E[A²] E[B²] − (E[A] E[B])². */
function varianceOfProduct(a: Moments, b: Moments): number {
  return a.variance * b.variance + a.variance * b.mean * b.mean + b.variance * a.mean * a.mean
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
    const days = scenario.days ? meanOf(scenario.days) * (change.days ?? 1) : 0
    for (const { head, loss, perDay } of scenario.losses) {
      const yen = perYear * meanOf(loss) * (perDay ? days : 1) * (change.loss ?? 1)
      means.set(head, (means.get(head) ?? 0) + yen)
    }
  }
  return Object.fromEntries(means)
}

/**
 * Amounts below which these shares of one event's costs lie: exact where the event has one head that does not count by the day, else from the costs that were drawn.
 * Null where none was drawn.
 */
export function eventQuantiles({ losses }: LossScenario, drawn: Float64Array, shares: readonly number[]): readonly (number | null)[] {
  const [{ loss, perDay }, ...others] = losses
  if (others.length === 0 && !perDay) return shares.map((share) => quantileOf(loss, share))
  const sorted = drawn.toSorted()
  return shares.map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? null)
}
