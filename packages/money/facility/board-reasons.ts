import {
  byId,
  type DamageScenario,
  type EffectHere,
  type LossScenarioType,
  type MeasureHere,
  type PlanMeasure,
  type Spread,
} from '@mimamori/domain'
import { meanOf } from '../loss/distribution.ts'
import { changedFrequency, momentsOf } from '../loss/exact.ts'
import type { Change, LossScenario } from '../loss/types.ts'
import { type DamageWorld, plannedChanges } from './damage.ts'
import { lossModelOf, putsOf } from './models.ts'

/** The figures of the page for the board; a figure's note is its place here, from 1. */
export const boardFigures = ['mean', 'worst', 'days', 'cost', 'waiting', 'like', 'size'] as const
export type BoardFigure = (typeof boardFigures)[number]

export function noteOf(figure: BoardFigure): number {
  return boardFigures.indexOf(figure) + 1
}

/** A scenario as it makes up the mean: events a year × yen of one event. The lines add up to the mean of the year. */
export interface ScenarioReason {
  readonly id: string
  readonly stopsChart: boolean
  readonly now: ScenarioSums
  readonly planned: ScenarioSums
}

export interface ScenarioSums {
  readonly eventsPerYear: number
  readonly perEventYen: number
  readonly perYearYen: number
  /** Mean standstill of one event. */
  readonly days?: number
}

/** What a control takes away of scenarios: as it stands now, or once the plan has put it in place. */
export interface EffectReason {
  readonly control: string
  readonly on: EffectHere['on']
  readonly state: EffectHere['state']
  /** The plan puts it in place. */
  readonly isPlanned: boolean
  /** Share that it takes away where it is in place. */
  readonly share: Spread
  readonly scenarios: readonly string[]
  readonly figures: readonly BoardFigure[]
}

/** Exactly what went into the figures of the page. */
export interface BoardReasons {
  readonly scenarios: readonly ScenarioReason[]
  readonly effects: readonly EffectReason[]
  /** By assumption; one that is not there made none of the figures. */
  readonly assumptions: ReadonlyMap<string, readonly BoardFigure[]>
}

export type ReasonWorld = DamageWorld & { readonly planMeasures: readonly PlanMeasure[] }

export function boardReasons(world: ReasonWorld, planned: readonly string[]): BoardReasons {
  const model = lossModelOf(world)
  const changes = { now: plannedChanges(world, []), planned: plannedChanges(world, planned) }
  const scenarios = model.scenarios.map((scenario): ScenarioReason => {
    const sums = (when: keyof typeof changes) => sumsOf(scenario, changes[when].get(scenario.id) ?? {})
    const stopsChart = typeOf(world, scenario.id)?.stopsChart === true
    return { id: scenario.id, stopsChart, now: sums('now'), planned: sums('planned') }
  })
  return {
    scenarios: scenarios.toSorted((a, b) => b.now.perYearYen - a.now.perYearYen),
    effects: effectsOf(world, putsOf(world, planned)),
    assumptions: assumptionsOf(world, planned),
  }
}

function typeOf({ lossScenarios }: ReasonWorld, id: string): LossScenarioType | undefined {
  return byId<LossScenarioType>(lossScenarios, id)
}

function sumsOf(scenario: LossScenario, change: Change): ScenarioSums {
  const { perYear, meanYen } = momentsOf(scenario, change)
  return {
    eventsPerYear: changedFrequency(scenario.frequency, change),
    perEventYen: meanYen,
    perYearYen: perYear * meanYen,
    ...(scenario.days && { days: meanOf(scenario.days) * (change.days ?? 1) }),
  }
}

/** One line for a control that takes the same share of several scenarios; what neither stands nor is planned took nothing away. */
function effectsOf(world: ReasonWorld, puts: ReadonlySet<string>): readonly EffectReason[] {
  const all = world.damageScenarios
    .filter(({ isHere }) => isHere)
    .flatMap((scenario) => scenario.effects.flatMap((effect) => effectReason(world, { scenario, effect, puts })))
  const groups = Map.groupBy(all, ({ control, on, share }) => `${control} ${on} ${share.low} ${share.best} ${share.high}`)
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const same = [first, ...others]
    const figures = boardFigures.filter((figure) => same.some((one) => one.figures.includes(figure)))
    return [{ ...first, scenarios: same.flatMap((one) => one.scenarios), figures }]
  })
}

interface Effected {
  readonly scenario: DamageScenario
  readonly effect: EffectHere
  readonly puts: ReadonlySet<string>
}

function effectReason(world: ReasonWorld, { scenario, effect, puts }: Effected): readonly EffectReason[] {
  const { control, on, state, leftInPlace } = effect
  const isPlanned = puts.has(control)
  const counts = isPlanned || state === 'in-place' || state === 'partly'
  if (!counts || leftInPlace.best === 1) return []
  const share = { low: 1 - leftInPlace.high, best: 1 - leftInPlace.best, high: 1 - leftInPlace.low }
  const stops = typeOf(world, scenario.id)?.stopsChart === true && on !== 'cost'
  const figures: readonly BoardFigure[] = ['mean', 'worst', ...(stops ? (['days'] as const) : []), 'waiting']
  return [{ control, on, state, isPlanned, share, scenarios: [scenario.id], figures }]
}

const counted = { pcs: 'param:pcs', servers: 'param:servers', gates: 'param:gates' } as const

function assumptionsOf(world: ReasonWorld, planned: readonly string[]): ReadonlyMap<string, readonly BoardFigure[]> {
  const found = new Map<string, Set<BoardFigure>>()
  const add = (ids: readonly string[], ...figures: readonly BoardFigure[]) => {
    for (const id of ids) found.set(id, new Set([...(found.get(id) ?? []), ...figures]))
  }
  for (const { id, isHere } of world.damageScenarios) {
    const type = isHere ? typeOf(world, id) : undefined
    if (!type) continue
    const lasting = [type.frequency, ...(type.days === undefined ? [] : [type.days])]
    add([...lasting, ...type.costs.flatMap(({ factors }) => factors)], 'mean', 'worst', 'waiting')
    if (type.stopsChart) add(lasting, 'days')
  }
  add(['param:year-variation', 'param:revenue-day'], 'worst')
  add(['param:revenue-day'], 'size')
  add(
    planned.flatMap((id) => countsOf(world, id)),
    'cost',
  )
  return new Map([...found].map(([id, figures]) => [id, boardFigures.filter((figure) => figures.has(figure))]))
}

/** What the catalogue's price of a measure is multiplied by; a quote needs none of it. */
function countsOf({ measuresHere, planMeasures }: ReasonWorld, id: string): readonly string[] {
  if (byId<MeasureHere>(measuresHere, id)?.quote !== undefined) return []
  return (byId<PlanMeasure>(planMeasures, id)?.price ?? []).flatMap(({ count }) => (count === undefined ? [] : [counted[count]]))
}

/** What the head is asked about: what the law asks for, what takes away most, the rest; what was approved is settled. None is empty. */
export function decisionGroups<M extends { readonly isMandatory: boolean; readonly isApproved: boolean }>(
  measures: readonly M[],
): readonly (readonly M[])[] {
  const asked = measures.filter(({ isApproved }) => !isApproved)
  const mandatory = asked.filter(({ isMandatory }) => isMandatory)
  const [most, ...rest] = asked.filter(({ isMandatory }) => !isMandatory)
  return [mandatory, most ? [most] : [], rest].filter((group) => group.length > 0)
}
