import {
  type CostedPlane,
  drawScenario,
  drawsOf,
  type LayerCosts,
  type LossDraws,
  levelsOf,
  placeEvents,
  type RunOptions,
  type ScenarioDraws,
} from './draws.ts'
import { changedFrequency } from './exact.ts'
import { blockOfYears } from './planes.ts'
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
  const columns: Column[] = []
  for (const one of draws.scenarios) {
    const change = changes.get(one.scenario.id) ?? {}
    const frequency = changedFrequency(one.scenario.frequency, change)
    yield* drawScenario(draws, one, frequency)
    columns.push(...columnsOf(draws, one, { frequency, factor: change.loss ?? 1, days: change.days ?? 1 }))
  }
  yield* placeEvents(draws)
  const grossYen = new Float64Array(draws.years)
  for (let from = 0; from < draws.years; from += blockOfYears) {
    for (const column of columns) addUntil(grossYen, column, from + blockOfYears)
    yield
  }
  const simulated = new Map(draws.scenarios.map(({ scenario }) => [scenario.id, sumOf(columns.filter(({ id }) => id === scenario.id))]))
  return resultOf(draws, { changes, grossYen, simulated })
}

/** The events of one layer that count, on the way through the years. */
interface Column {
  readonly id: string
  readonly years: Int32Array
  readonly costs: LayerCosts
  /** Of the topmost layer, where only events below the level count. */
  readonly levels?: Float64Array
  readonly level: number
  readonly factor: number
  readonly days: number
  next: number
  sum: number
}

interface Level {
  readonly frequency: number
  readonly factor: number
  readonly days: number
}

function columnsOf({ model }: LossDraws, { scenario, own, common }: ScenarioDraws, { frequency, factor, days }: Level): readonly Column[] {
  const levels = levelsOf(model, scenario.frequency, frequency)
  const of = ({ plane, costs }: CostedPlane, level: number): readonly Column[] =>
    plane.layers.flatMap(({ years, levels, from, to }, place) => {
      const cost = costs[place]
      if (!cost || from >= level) return []
      return [{ ...{ id: scenario.id, years, costs: cost, level, factor, days, next: 0, sum: 0 }, ...(to > level && { levels }) }]
    })
  return [...of(own, levels.own), ...of(common, levels.common)]
}

/** Puts the events before a year on their years. */
function addUntil(grossYen: Float64Array, column: Column, end: number): void {
  const { years, levels, level, factor, days } = column
  const { once, byDay } = column.costs
  let [at, sum] = [column.next, 0]
  for (; at < years.length; at++) {
    const year = years[at] ?? 0
    if (year >= end) break
    if (levels && (levels[at] ?? 0) >= level) continue
    const yen = ((once[at] ?? 0) + (byDay ? (byDay[at] ?? 0) * days : 0)) * factor
    grossYen[year] = (grossYen[year] ?? 0) + yen
    sum += yen
  }
  column.next = at
  column.sum += sum
}

function sumOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.sum, 0)
}
