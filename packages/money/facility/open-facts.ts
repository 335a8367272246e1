import { byId, type LossAssumption, type Spread, scenariosOf, type World } from '@mimamori/domain'
import { exactYear } from '../loss/exact.ts'
import { changesOf, lossModelOf } from './models.ts'

export type FactLists = Pick<
  World,
  'lossScenarios' | 'controlEffects' | 'lossAssumptions' | 'controlStandings' | 'riskFacts' | 'damageScenarios'
>

/** Something that nobody has told of this facility, and between which yearly means it leaves the answer open. */
export interface OpenFact {
  /** `parameter`: an input at its default; `control`: one of which nobody knows; `fact`: whether a scenario is here at all. */
  readonly kind: 'parameter' | 'control' | 'fact'
  readonly id: string
  readonly lowYen: number
  readonly highYen: number
  readonly swingYen: number
}

/** Nothing of the facility's own is known: neither a figure nor how any control stands. A number would only be that of its class. */
export function isLittleKnown({ lossAssumptions, controlStandings }: Pick<FactLists, 'lossAssumptions' | 'controlStandings'>): boolean {
  return lossAssumptions.every(({ by }) => by === 'default' || by === 'class') && controlStandings.every(({ state }) => state === 'unknown')
}

export interface OpenFacts {
  /** Those that the facility could find out and that would tell most about the yearly mean, largest first. */
  readonly helpful: readonly OpenFact[]
  /** What leaves the mean most open, whether anybody could find it out or not: its ends are the range of the mean. */
  readonly widest?: OpenFact
}

/** Every unknown at its two ends, all else as it is. */
export function openFacts(lists: FactLists, most = 3): OpenFacts {
  const all = [...parametersOf(lists), ...controlsOf(lists), ...factsOf(lists)]
    .filter(({ swingYen }) => swingYen > 0)
    .toSorted((a, b) => b.swingYen - a.swingYen || (a.id < b.id ? -1 : 1))
  const unlearnable = new Set(lists.lossAssumptions.flatMap(({ id, isLearnable }) => (isLearnable ? [] : [id])))
  const [widest] = all
  return { helpful: all.filter(({ id }) => !unlearnable.has(id)).slice(0, most), ...(widest && { widest }) }
}

function meanWith(lists: FactLists, puts: ReadonlySet<string> = new Set()): number {
  const changes = changesOf(lists.damageScenarios, puts)
  return exactYear(lossModelOf(lists), changes).meanYen
}

function between(kind: OpenFact['kind'], id: string, ends: readonly [number, number]): OpenFact {
  const [lowYen, highYen] = [Math.round(Math.min(...ends)), Math.round(Math.max(...ends))]
  return { kind, id, lowYen, highYen, swingYen: highYen - lowYen }
}

function parametersOf(lists: FactLists): readonly OpenFact[] {
  const unknown = lists.lossAssumptions.filter(({ by, value }) => (by === 'default' || by === 'class') && value.low < value.high)
  return unknown.map(({ id, value }) =>
    between('parameter', id, [meanWith(replaced(lists, id, value.low)), meanWith(replaced(lists, id, value.high))]),
  )
}

function replaced(lists: FactLists, id: string, figure: number): FactLists {
  const value: Spread = { low: figure, best: figure, high: figure }
  const lossAssumptions = lists.lossAssumptions.map((one): LossAssumption => (one.id === id ? { ...one, value } : one))
  return { ...lists, lossAssumptions, damageScenarios: scenariosOf({ ...lists, lossAssumptions }) }
}

function controlsOf(lists: FactLists): readonly OpenFact[] {
  const now = meanWith(lists)
  const effects = lists.damageScenarios.flatMap((scenario) => (scenario.isHere ? scenario.effects : []))
  const unknown = new Set(effects.flatMap(({ control, state }) => (state === 'unknown' ? [control] : [])))
  return [...unknown].sort().map((control) => between('control', control, [now, meanWith(lists, new Set([control]))]))
}

function factsOf(lists: FactLists): readonly OpenFact[] {
  const now = meanWith(lists)
  const entries = new Set(lists.lossScenarios.flatMap(({ entry }) => entry))
  const unknown = [...entries].sort().filter((id) => byId(lists.riskFacts, id)?.value === undefined)
  return unknown.map((id) => {
    const gone = new Set(lists.lossScenarios.flatMap((one) => (one.entry.includes(id) ? [one.id] : [])))
    const damageScenarios = lists.damageScenarios.map((one) => (gone.has(one.id) ? { ...one, isHere: false } : one))
    return between('fact', id, [now, meanWith({ ...lists, damageScenarios })])
  })
}
