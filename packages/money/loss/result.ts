import { meanOf, quantileOf, type TailWarning, tailWarningOf } from './distribution.ts'
import { type CostedPlane, type LayerCosts, type LossDraws, levelsOf, type ScenarioDraws } from './draws.ts'
import { changedFrequency, eventQuantiles, exactYear, headMeans, momentsOf } from './exact.ts'
import { rankedOf } from './order.ts'
import { type Change, type Changes, type Dependence, type Distribution, formulaVersion } from './types.ts'

/** Whole yen throughout; null where nothing was drawn to tell it from. */
export interface AnnualLoss {
  readonly mean: number
  readonly exactMean: number
  /** Of the simulated mean, from the exact variance. */
  readonly standardError: number
  /** The simulated mean is more than four standard errors off: a heavy tail, too few years, or a fault of ours. Never believed silently. */
  readonly isMeanOff: boolean
  readonly exactDeviation: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  /** Mean of the worst hundredth of the years. */
  readonly tailMean99: number
  readonly probabilityAny: number
  readonly exactProbabilityAny: number
}

/** A year costs more than `lossYen` with this probability. */
export interface ExceedancePoint {
  readonly lossYen: number
  readonly probability: number
}

/** How long care stands still in one event, exact. */
export interface DaysPerEvent {
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

export interface ScenarioLoss {
  readonly id: string
  readonly frequencyPerYear: number
  readonly perEvent: { readonly mean: number; readonly p10: number | null; readonly p50: number | null; readonly p90: number | null }
  /** Of a scenario with days of standstill. */
  readonly daysPerEvent?: DaysPerEvent
  readonly annual: { readonly mean: number; readonly exactMean: number }
}

export interface LossWarning extends TailWarning {
  readonly scenario: string
  readonly head: string
}

export interface LossResult {
  readonly years: number
  readonly seed: number
  readonly formulaVersion: string
  readonly dependence: Dependence
  readonly annual: AnnualLoss
  /** From the least loss to the greatest; the first point is any loss at all. */
  readonly exceedance: readonly ExceedancePoint[]
  /** One year in so many costs more than this; only where at least ten of the years do. */
  readonly oneIn: readonly { readonly years: number; readonly lossYen: number }[]
  readonly scenarios: readonly ScenarioLoss[]
  /** Exact mean of a year by head of loss. */
  readonly heads: Readonly<Record<string, number>>
  readonly warnings: readonly LossWarning[]
  /** The simulated years in their order: where a policy, laid over each year, has its place. */
  readonly grossYen: Float64Array
}

interface Simulated {
  readonly changes: Changes
  readonly grossYen: Float64Array
  /** Total cost of each scenario over all years. */
  readonly simulated: ReadonlyMap<string, number>
}

export function resultOf(draws: LossDraws, { changes, grossYen, simulated }: Simulated): LossResult {
  const { years, seed, model } = draws
  return {
    ...{ years, seed, formulaVersion, dependence: model.dependence },
    ...yearFigures(draws, changes, grossYen),
    scenarios: draws.scenarios.map((one) => scenarioFigures(draws, one, { changes, mean: (simulated.get(one.scenario.id) ?? 0) / years })),
    heads: Object.fromEntries(Object.entries(headMeans(model, changes)).map(([head, yen]) => [head, Math.round(yen)])),
    warnings: model.scenarios.flatMap(({ id, losses }) =>
      losses.flatMap(({ head, loss }) => {
        const warning = tailWarningOf(loss)
        return warning ? [{ scenario: id, head, ...warning }] : []
      }),
    ),
    grossYen,
  }
}

const quantiles = { p10: 0.1, p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const
const curve = [
  0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.075, 0.05, 0.04, 0.03, 0.02, 0.015, 0.01, 0.0075, 0.005, 0.003, 0.002, 0.001, 0.0005, 0.0002, 0.0001,
]
const oneInYears = [2, 5, 10, 20, 30, 50, 100, 200, 500, 1000]
/** So many years must lie beyond a point of the curve for it to be shown. */
const fewestBeyond = 10

function yearFigures({ years, model }: LossDraws, changes: Changes, grossYen: Float64Array) {
  const exact = exactYear(model, changes)
  const rankOf = (share: number) => Math.max(1, Math.min(years, Math.ceil(share * years - 1e-9)))
  const points = curve.filter((probability) => probability * years >= fewestBeyond)
  const returns = oneInYears.filter((count) => years / count >= fewestBeyond)
  const ranks = [...Object.values(quantiles), ...points.map((one) => 1 - one), ...returns.map((one) => 1 - 1 / one)].map(rankOf)
  const ranked = rankedOf(grossYen, ranks)
  const at = (share: number) => ranked.smallest(rankOf(share))
  const worst = years - rankOf(quantiles.p99)
  const mean = ranked.sum / years
  const standardError = Math.sqrt(exact.varianceYen / years)
  const probabilityAny = ranked.aboveZero / years
  const beyond = points.map((one) => at(1 - one)).filter((yen, place, all) => yen > 0 && yen !== all[place - 1])
  return {
    annual: {
      ...{ mean: Math.round(mean), exactMean: Math.round(exact.meanYen), standardError: Math.round(standardError) },
      // NOTE: at a variance of 0 nothing but the rounding of doubles lies between the two means.
      isMeanOff: Math.abs(mean - exact.meanYen) > 4 * standardError + exact.meanYen * 1e-9,
      exactDeviation: Math.round(Math.sqrt(exact.varianceYen)),
      ...{ p10: yen(at(0.1)), p50: yen(at(0.5)), p90: yen(at(0.9)), p95: yen(at(0.95)), p99: yen(at(0.99)) },
      tailMean99: yen(worst === 0 ? at(0.99) : ranked.sumOfLargest(worst) / worst),
      ...{ probabilityAny, exactProbabilityAny: exact.probabilityAny },
    },
    exceedance: [
      { lossYen: 0, probability: probabilityAny },
      ...beyond.map((amount) => ({ lossYen: yen(amount), probability: ranked.above(amount) / years })),
    ],
    oneIn: returns.map((count) => ({ years: count, lossYen: yen(at(1 - 1 / count)) })),
  }
}

function yen(amount: number): number {
  return Math.round(amount)
}

/** Costs of events that were drawn for quantiles of an event with several heads. */
const enoughEvents = 20_000

function scenarioFigures(draws: LossDraws, one: ScenarioDraws, { changes, mean }: { changes: Changes; mean: number }): ScenarioLoss {
  const { scenario } = one
  const change = changes.get(scenario.id) ?? {}
  const moments = momentsOf(scenario, change)
  const most = costsThatCount(draws, one, change).reduce<LayerCosts>(
    (all, costs) => (all.once.length >= costs.once.length ? all : costs),
    noCosts,
  )
  const costs = costsOfEvents(most, change.days ?? 1)
  const quantile = eventQuantiles(scenario, costs, [0.1, 0.5, 0.9]).map((one) => (one === null ? null : yen(one * (change.loss ?? 1))))
  const [p10 = null, p50 = null, p90 = null] = quantile
  return {
    id: scenario.id,
    frequencyPerYear: moments.perYear,
    perEvent: { mean: yen(moments.meanYen), p10, p50, p90 },
    ...(scenario.days && { daysPerEvent: daysFigures(scenario.days, change.days ?? 1) }),
    annual: { mean: yen(mean), exactMean: yen(moments.perYear * moments.meanYen) },
  }
}

/** NOTE: without what an earlier run drew for a higher frequency, so that no run tells of another. */
function costsThatCount({ model }: LossDraws, { scenario, own, common }: ScenarioDraws, change: Change): readonly LayerCosts[] {
  const levels = levelsOf(model, scenario.frequency, changedFrequency(scenario.frequency, change))
  const below = ({ plane, costs }: CostedPlane, level: number) => costs.filter((_, at) => (plane.layers[at]?.from ?? level) < level)
  return [...below(own, levels.own), ...below(common, levels.common)]
}

const noCosts: LayerCosts = { once: new Float64Array(0) }

function costsOfEvents({ once, byDay }: LayerCosts, days: number): Float64Array {
  const costs = once.slice(0, enoughEvents)
  return byDay ? costs.map((yen, at) => yen + (byDay[at] ?? 0) * days) : costs
}

function daysFigures(days: Distribution, factor: number): DaysPerEvent {
  const at = (share: number) => quantileOf(days, share) * factor
  return { mean: meanOf(days) * factor, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
