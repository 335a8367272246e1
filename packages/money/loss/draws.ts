import { drawerOf } from './distribution.ts'
import { type Clock, drawChances, drawPlane, type Layer, type Plane, placeInYears, type Unplaced, unevenYears } from './planes.ts'
import { gammaOf, randomOf } from './random.ts'
import type { Frequency, LossModel, LossScenario } from './types.ts'

export interface RunOptions {
  /** Simulated years, 1 or more. */
  readonly years: number
  readonly seed: number
}

/** What each event of a layer costs, once; and, where the scenario has days, by its days of standstill. */
export interface LayerCosts {
  readonly once: Float64Array
  readonly byDay?: Float64Array
}

/** A plane with what each of its events costs one scenario; layer by layer as the plane. */
export interface CostedPlane {
  readonly plane: Plane
  readonly costs: LayerCosts[]
}

/** What was drawn for one scenario: events of its own, and those of the causes that all have in common. */
export interface ScenarioDraws {
  readonly scenario: LossScenario
  readonly own: CostedPlane
  readonly common: CostedPlane
}

/** Everything that was drawn, kept so that a change is reckoned anew without drawing again. It grows when a frequency rises. */
export interface LossDraws extends RunOptions {
  readonly model: LossModel
  readonly scenarios: readonly ScenarioDraws[]
  /** Events whose years are still to be found, before any of them counts. */
  readonly unplaced: Unplaced[]
  clock?: Clock
}

/**
 * Makes ready for a model; nothing is drawn yet. `before`: draws of an earlier model, of which every scenario whose loss is the same is
 * kept, whatever became of its frequency.
 */
export function drawsOf(model: LossModel, options: RunOptions, before?: LossDraws): LossDraws {
  const kept = before && isSameRun(before, model, options) ? before : undefined
  const common = kept?.scenarios[0]?.common.plane ?? { key: `${options.seed}/common`, layers: [] }
  const scenarios = model.scenarios.map((scenario) => {
    const old = kept?.scenarios.find((one) => one.scenario.id === scenario.id && isSameCost(one.scenario, scenario))
    if (old) return { ...old, scenario }
    return {
      scenario,
      own: { plane: { key: `${options.seed}/${scenario.id}/own`, layers: [] }, costs: [] },
      common: { plane: common, costs: [] },
    }
  })
  const { years, seed } = options
  return { years, seed, model, scenarios, unplaced: kept?.unplaced ?? [], ...(kept?.clock && { clock: kept.clock }) }
}

function isSameRun({ years, seed, model }: LossDraws, next: LossModel, options: RunOptions): boolean {
  return years === options.years && seed === options.seed && JSON.stringify(model.dependence) === JSON.stringify(next.dependence)
}

function isSameCost(one: LossScenario, other: LossScenario): boolean {
  const costs = ({ losses, days }: LossScenario) => JSON.stringify([losses, days])
  return one.frequency.kind === other.frequency.kind && costs(one) === costs(other)
}

/** Up to which level the events of its own, and those of the causes in common, are a scenario's at this frequency. */
export function levelsOf(
  { dependence }: LossModel,
  { kind }: Frequency,
  frequency: number,
): { readonly own: number; readonly common: number } {
  const common = kind === 'poisson' && dependence.kind === 'commonCause' ? dependence.share * frequency : 0
  return { own: frequency - common, common }
}

/** Draws what is missing for a scenario at this frequency: events up to the level, and the cost of each. */
export function* drawScenario(draws: LossDraws, { scenario, own, common }: ScenarioDraws, frequency: number): Generator<void> {
  if (scenario.frequency.kind === 'bernoulli') {
    const layers = own.plane.layers.length
    yield* drawChances(own.plane, frequency, draws.years)
    // NOTE: all layers were made anew, the lower ones alike; their costs come from streams of their own, and stay.
    if (own.plane.layers.length !== layers) own.costs.length = Math.min(layers, own.costs.length)
  } else {
    const levels = levelsOf(draws.model, scenario.frequency, frequency)
    const { unplaced } = draws
    const clock = draws.clock ?? clockOf(draws)
    draws.clock = clock
    yield* drawPlane(own.plane, levels.own, { clock, unplaced })
    yield* drawPlane(common.plane, levels.common, { clock, unplaced })
    yield* drawCosts(common, scenario, `${draws.seed}/${scenario.id}/common`)
  }
  yield* drawCosts(own, scenario, own.plane.key)
}

/** Places what was drawn in its years, all scenarios in one pass. A run given up in the middle leaves the rest to the next one. */
export function* placeEvents({ unplaced, clock }: LossDraws): Generator<void> {
  if (unplaced.length === 0 || !clock) return
  const taken = new Set(unplaced)
  yield* placeInYears([...taken], clock)
  unplaced.splice(0, unplaced.length, ...unplaced.filter((one) => !taken.has(one)))
}

/** NOTE: with good and bad years a year is as long as its factor, so that a steady stream of events has the year's own frequency. */
function clockOf({ years, seed, model: { dependence } }: LossDraws): Clock {
  if (dependence.kind !== 'oneFactor' || dependence.variation === 0) return { years }
  const shape = 1 / dependence.variation ** 2
  const gamma = gammaOf(shape, randomOf(`${seed}/factor`))
  const ends = new Float64Array(years)
  let end = 0
  for (let year = 0; year < years; year++) {
    end += gamma() / shape
    ends[year] = end
  }
  return { years, uneven: unevenYears(ends) }
}

function* drawCosts({ plane, costs }: CostedPlane, scenario: LossScenario, key: string): Generator<void> {
  for (const [at, layer] of plane.layers.entries()) {
    if (costs[at]) continue
    costs[at] = yield* costsOf(layer, scenario, `${key}/${at}`)
  }
}

const breath = 32_768

/** One stream for each head and one for the days, so that a change of one of them leaves the draws of the others. */
function* costsOf({ years }: Layer, { losses, days }: LossScenario, key: string): Generator<void, LayerCosts> {
  const once = new Float64Array(years.length)
  const byDay = days && losses.some(({ perDay }) => perDay) ? new Float64Array(years.length) : undefined
  const counts = new Map<string, number>()
  for (const { head, loss, perDay } of losses) {
    const place = counts.get(head) ?? 0
    counts.set(head, place + 1)
    const draw = drawerOf(loss, randomOf(`${key}/${head}${place === 0 ? '' : `/${place}`}`))
    yield* addedUp(perDay && byDay ? byDay : once, draw)
  }
  if (!days || !byDay) return { once }
  const draw = drawerOf(days, randomOf(`${key}//days`))
  yield* multiplied(byDay, draw)
  return { once, byDay }
}

type Drawer = (block: Float64Array) => void

/** With a pause after every so many. NOTE: the loops stand outside of the generators, in which they would run many times slower. */
function* addedUp(costs: Float64Array, draw: Drawer): Generator<void> {
  const block = new Float64Array(Math.min(breath, costs.length))
  for (let from = 0; from < costs.length; from += breath) {
    addDraws(costs.subarray(from, from + breath), draw, block)
    yield
  }
}

function* multiplied(costs: Float64Array, draw: Drawer): Generator<void> {
  const block = new Float64Array(Math.min(breath, costs.length))
  for (let from = 0; from < costs.length; from += breath) {
    multiplyByDraws(costs.subarray(from, from + breath), draw, block)
    yield
  }
}

function addDraws(costs: Float64Array, draw: Drawer, block: Float64Array): void {
  draw(block.subarray(0, costs.length))
  for (let at = 0; at < costs.length; at++) costs[at] = (costs[at] ?? 0) + (block[at] ?? 0)
}

function multiplyByDraws(costs: Float64Array, draw: Drawer, block: Float64Array): void {
  draw(block.subarray(0, costs.length))
  for (let at = 0; at < costs.length; at++) costs[at] = (costs[at] ?? 0) * (block[at] ?? 0)
}
