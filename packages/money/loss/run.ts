import { type CostedPlane, drawScenario, drawsOf, type LossDraws, type RunOptions, type ScenarioDraws } from './draws.ts'
import { changedFrequency } from './exact.ts'
import { type LossResult, resultOf } from './result.ts'
import { type Changes, type LossModel, noChanges } from './types.ts'

/**
 * Simulates years of loss, gross: before any policy, aid or settlement. `changes` are what measures leave of each scenario.
 * Same model, years, seed and changes, same result to the last digit, whatever was run on the draws before.
 */
export function simulateLoss(model: LossModel, options: RunOptions, changes: Changes = noChanges): LossResult {
  return runLoss(drawsOf(model, options), changes)
}

/** The same on draws that are kept: only what the change needs is drawn. */
export function runLoss(draws: LossDraws, changes: Changes = noChanges): LossResult {
  const steps = lossSteps(draws, changes)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with a pause after every few milliseconds of work, for a page that is to stay alive. */
export async function runLossWithPauses(draws: LossDraws, changes: Changes, pause: () => Promise<void>): Promise<LossResult> {
  const steps = lossSteps(draws, changes)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

function* lossSteps(draws: LossDraws, changes: Changes): Generator<void, LossResult> {
  const grossYen = new Float64Array(draws.years)
  const simulated = new Map<string, number>()
  for (const one of draws.scenarios) {
    const change = changes.get(one.scenario.id) ?? {}
    const frequency = changedFrequency(one.scenario.frequency, change)
    yield* drawScenario(draws, one, frequency)
    simulated.set(one.scenario.id, yield* addScenario(grossYen, one, { draws, frequency, factor: change.loss ?? 1 }))
  }
  return resultOf(draws, { changes, grossYen, simulated })
}

interface Level {
  readonly draws: LossDraws
  readonly frequency: number
  readonly factor: number
}

/** Puts the events of a scenario on their years; answers what they cost in all, yen. */
function* addScenario(grossYen: Float64Array, { scenario, own, common }: ScenarioDraws, level: Level): Generator<void, number> {
  const { dependence } = level.draws.model
  const shared = scenario.frequency.kind === 'poisson' && dependence.kind === 'commonCause' ? dependence.share * level.frequency : 0
  const ofOwn = yield* addPlane(grossYen, own, { level: level.frequency - shared, factor: level.factor })
  const ofCommon = yield* addPlane(grossYen, common, { level: shared, factor: level.factor })
  return ofOwn + ofCommon
}

function* addPlane(grossYen: Float64Array, { plane, costs }: CostedPlane, at: { level: number; factor: number }): Generator<void, number> {
  let sum = 0
  for (const [place, layer] of plane.layers.entries()) {
    const cost = costs[place]
    if (!cost || layer.from >= at.level) break
    const costed = { years: layer.years, cost }
    sum += layer.to <= at.level ? addLayer(grossYen, costed, at.factor) : addPart(grossYen, costed, { levels: layer.levels, ...at })
    yield
  }
  return sum
}

interface CostedLayer {
  readonly years: Int32Array
  readonly cost: Float64Array
}

function addLayer(grossYen: Float64Array, { years, cost }: CostedLayer, factor: number): number {
  let sum = 0
  for (let at = 0; at < cost.length; at++) {
    const yen = (cost[at] ?? 0) * factor
    const year = years[at] ?? 0
    grossYen[year] = (grossYen[year] ?? 0) + yen
    sum += yen
  }
  return sum
}

/** Of the topmost layer only what lies below the level. */
function addPart(grossYen: Float64Array, { years, cost }: CostedLayer, { levels, level, factor }: Topmost): number {
  let sum = 0
  for (let at = 0; at < cost.length; at++) {
    if ((levels[at] ?? 0) >= level) continue
    const yen = (cost[at] ?? 0) * factor
    const year = years[at] ?? 0
    grossYen[year] = (grossYen[year] ?? 0) + yen
    sum += yen
  }
  return sum
}

interface Topmost {
  readonly levels: Float64Array
  readonly level: number
  readonly factor: number
}
