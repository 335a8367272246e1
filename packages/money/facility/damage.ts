import { bedsOf, latestWith, type World } from '@mimamori/domain'
import { drawsOf, type RunOptions } from '../loss/draws.ts'
import { exactYear } from '../loss/exact.ts'
import type { DaysPerEvent, ExceedancePoint, LossResult, ScenarioLoss } from '../loss/result.ts'
import { runLoss } from '../loss/run.ts'
import type { Changes, Dependence, LossModel } from '../loss/types.ts'
import { chartDays } from './chart-days.ts'
import { type PolicyHere, policiesHere } from './insurance.ts'
import { changesOf, lossModelOf, putsOf } from './models.ts'
import { type FactLists, type OpenFact, type OpenFacts, openFacts } from './open-facts.ts'

/** Everything of an analysed picture on which figures about damage rest. */
export type DamageWorld = FactLists & Pick<World, 'measuresHere' | 'facility' | 'finances' | 'policies' | 'asOf'>

/** Damage as it stands, or as it would with the plan; whole yen, gross: before any policy, aid or settlement. */
export interface DamageSide {
  /** Exact mean of a year. */
  readonly meanYen: number
  /** The same with the margin alone in place of the revenue that is lost. */
  readonly netMeanYen: number
  /** One year in a hundred costs more than this. */
  readonly oneIn100Yen: number
  readonly probabilityAny: number
  /** Days until the electronic chart is back; absent where nothing stops it. */
  readonly chartDays?: DaysPerEvent
  readonly curve: readonly ExceedancePoint[]
  readonly oneIn: LossResult['oneIn']
  readonly heads: Readonly<Record<string, number>>
  readonly scenarios: readonly ScenarioLoss[]
}

/** What a measure takes away of the mean of a year. */
export interface MeasureEffect {
  readonly id: string
  /** With nothing else of the plan. */
  readonly aloneYen: number
  /** Beside all others of the plan: what would be lost without it, or gained with it. Shared effects make it smaller. */
  readonly lastYen: number
}

export interface Damage extends RunOptions {
  readonly formulaVersion: string
  readonly dependence: Dependence
  readonly isMeanOff: boolean
  readonly before: DamageSide
  readonly after: DamageSide
  readonly measures: readonly MeasureEffect[]
  /** As the plan would leave it. */
  readonly policies: readonly PolicyHere[]
  /** Medical revenue of a year: that of the facility, else usual for its class. */
  readonly revenueYen: number
  readonly isRevenueOwn: boolean
  /** What a year that comes once in a hundred is, now, in months of revenue; null without one. */
  readonly monthsOfRevenue: number | null
  /** The same in months of operating profit; null where it is not known or there is none. */
  readonly monthsOfOperatingProfit: number | null
  /** Of the mean of a year, now. */
  readonly perBedYen: number | null
  readonly shareOfRevenue: number | null
  /** What each month without the plan costs on average. */
  readonly waitingMonthYen: number
  readonly mostHelpful: readonly OpenFact[]
  /** Its ends are the range of the mean, now; absent where nothing is open. */
  readonly widest?: OpenFact
}

export interface DamageOptions extends RunOptions {
  /** Measures that are ticked. */
  readonly planned: readonly string[]
}

/** The damage page in one result. The same world, years, seed and ticks give the same figures to the last digit. */
export function damageOf(world: DamageWorld, { years, seed, planned }: DamageOptions): Damage {
  const draws = drawsOf(lossModelOf(world), { years, seed })
  const [now, then] = [changesOf(world.damageScenarios), plannedChanges(world, planned)]
  return damageFrom(world, { planned, before: runLoss(draws, now), after: runLoss(draws, then) })
}

/** What the ticked measures leave of each scenario, beside the controls as they stand. */
export function plannedChanges(world: Pick<DamageWorld, 'damageScenarios' | 'measuresHere'>, planned: readonly string[]): Changes {
  return changesOf(world.damageScenarios, putsOf(world, planned))
}

/** The same from two runs that were made elsewhere, as a page does that is to stay alive: on draws of `lossModelOf`. */
export function damageFrom(
  world: DamageWorld,
  { planned, before, after }: { readonly planned: readonly string[]; readonly before: LossResult; readonly after: LossResult },
): Damage {
  const model = lossModelOf(world)
  const [now, then] = [changesOf(world.damageScenarios), plannedChanges(world, planned)]
  const facts = keptFacts(world)
  const [old, next] = [sideOf(world, { model, changes: now, result: before }), sideOf(world, { model, changes: then, result: after })]
  return {
    ...{ years: after.years, seed: after.seed, formulaVersion: after.formulaVersion, dependence: after.dependence },
    isMeanOff: before.annual.isMeanOff || after.annual.isMeanOff,
    before: old,
    after: next,
    measures: measureEffects(world, model, planned),
    policies: policiesHere(world, { model, changes: then, oneIn100Yen: next.oneIn100Yen }),
    ...sizesOf(world, old),
    waitingMonthYen: Math.round((old.meanYen - next.meanYen) / 12),
    mostHelpful: facts.helpful,
    ...(facts.widest && { widest: facts.widest }),
  }
}

const kept = new WeakMap<object, OpenFacts>()

/** NOTE: no tick changes them, so they are reckoned once for a list of scenarios. */
function keptFacts(world: DamageWorld): OpenFacts {
  const found = kept.get(world.damageScenarios) ?? openFacts(world)
  kept.set(world.damageScenarios, found)
  return found
}

/** One side alone, from a run with the controls as they stand in this world. */
export function damageSideOf(world: DamageWorld, result: LossResult): DamageSide {
  return sideOf(world, { model: lossModelOf(world), changes: changesOf(world.damageScenarios), result })
}

interface Run {
  readonly model: LossModel
  readonly changes: Changes
  readonly result: LossResult
}

function sideOf(world: DamageWorld, { model, changes, result }: Run): DamageSide {
  const { annual, exceedance, oneIn, heads, scenarios } = result
  const days = chartDays(model, changes, world)
  const margin = assumed(world, 'param:margin-share') ?? 1
  return {
    meanYen: annual.exactMean,
    netMeanYen: Math.round(annual.exactMean - (heads.profit ?? 0) * (1 - margin)),
    oneIn100Yen: annual.p99,
    probabilityAny: annual.exactProbabilityAny,
    ...(days && { chartDays: days }),
    curve: exceedance,
    oneIn,
    heads,
    scenarios,
  }
}

function assumed({ lossAssumptions }: DamageWorld, id: string): number | undefined {
  return lossAssumptions.find((one) => one.id === id)?.value.best
}

type Sizes = Pick<Damage, 'revenueYen' | 'isRevenueOwn' | 'monthsOfRevenue' | 'monthsOfOperatingProfit' | 'perBedYen' | 'shareOfRevenue'>

function sizesOf(world: DamageWorld, { meanYen, oneIn100Yen }: DamageSide): Sizes {
  const day = world.lossAssumptions.find(({ id }) => id === 'param:revenue-day')
  const revenueYen = Math.round((day?.value.best ?? 0) * 365)
  const profit = latestWith(world.finances, 'operatingProfitYen')?.operatingProfitYen ?? 0
  const beds = bedsOf(world) ?? 0
  const monthsOf = (yearYen: number) => (yearYen > 0 ? oneIn100Yen / (yearYen / 12) : null)
  return {
    revenueYen,
    isRevenueOwn: day?.by === 'picture' || day?.by === 'stated',
    monthsOfRevenue: monthsOf(revenueYen),
    monthsOfOperatingProfit: monthsOf(profit),
    perBedYen: beds > 0 ? Math.round(meanYen / beds) : null,
    shareOfRevenue: revenueYen > 0 ? meanYen / revenueYen : null,
  }
}

function measureEffects(world: DamageWorld, model: LossModel, planned: readonly string[]): readonly MeasureEffect[] {
  const meanWith = (measures: readonly string[]) => exactYear(model, plannedChanges(world, measures)).meanYen
  const [now, then] = [meanWith([]), meanWith(planned)]
  return world.measuresHere.flatMap(({ id, state }) => {
    if (state !== 'offered') return []
    const last = planned.includes(id) ? meanWith(planned.filter((one) => one !== id)) - then : then - meanWith([...planned, id])
    return [{ id, aloneYen: Math.round(now - meanWith([id])), lastYen: Math.round(last) }]
  })
}
