import type { DamageScenario, EffectHere, MeasureHere, World } from '@mimamori/domain'
import type { ChoiceMeasure, ChoiceModel, ChoiceScenario, EffectRange } from '../choice/types.ts'
import { momentsOf } from '../loss/exact.ts'
import type { LossScenario } from '../loss/types.ts'
import { changesOf, lossModelOf, type ScenarioLists } from './models.ts'

export type ChoiceLists = ScenarioLists & Pick<World, 'measuresHere' | 'planMeasures'>

/** Of the part of a scenario that grows with the days of standstill; the rest keeps the name of the scenario. */
const byDays = '#days'

/** The scenario of which a part of the choice model speaks. */
export function scenarioOfPart(id: string): string {
  return id.endsWith(byDays) ? id.slice(0, -byDays.length) : id
}

/**
 * The measures that can be chosen and what each leaves of every scenario. A scenario with days is two parts, so that fewer days multiply
 * the part that grows with them: the expected loss is then that of the loss model, whatever is chosen. What is needed and is here already
 * is no condition. What is put off has no place, unless the law asks for it; what the head approved comes first.
 */
export function choiceModelOf(lists: ChoiceLists): ChoiceModel {
  const changes = changesOf(lists.damageScenarios)
  const scenarios = lossModelOf(lists).scenarios.flatMap((scenario) => partsOf(scenario, changes.get(scenario.id)))
  const needed = neededByFirst(lists)
  const offered = lists.measuresHere.filter(
    ({ id, state, choice, isMandatory }) => state === 'offered' && (choice !== 'postponed' || isMandatory || needed.has(id)),
  )
  return { scenarios, measures: offered.flatMap((measure) => measureOf(measure, offered, lists)) }
}

/** NOTE: without it a measure that comes first would be worth nothing, so that putting it off is no way out. */
function neededByFirst({ measuresHere, planMeasures }: ChoiceLists): ReadonlySet<string> {
  const first = new Set(measuresHere.flatMap(({ id, isMandatory, choice }) => (isMandatory || choice === 'approved' ? [id] : [])))
  return new Set(planMeasures.flatMap(({ id, requires }) => (first.has(id) ? requires : [])))
}

function partsOf(scenario: LossScenario, change: ReturnType<ReturnType<typeof changesOf>['get']>): readonly ChoiceScenario[] {
  const yearly = (losses: LossScenario['losses'][number][]) => {
    const [first, ...others] = losses
    if (!first) return 0
    const { perYear, meanYen } = momentsOf({ ...scenario, losses: [first, ...others] }, change)
    return perYear * meanYen
  }
  const parts = [
    { id: scenario.id, lossYen: yearly(scenario.losses.filter(({ perDay }) => !perDay)) },
    { id: `${scenario.id}${byDays}`, lossYen: yearly(scenario.losses.filter(({ perDay }) => perDay)) },
  ]
  return parts.filter(({ lossYen }) => lossYen > 0)
}

function measureOf(measure: MeasureHere, offered: readonly MeasureHere[], { planMeasures, measuresHere, damageScenarios }: ChoiceLists) {
  const type = planMeasures.find(({ id }) => id === measure.id)
  const missing = (type?.requires ?? []).filter((id) => measuresHere.find((one) => one.id === id)?.state !== 'here')
  const isOffered = (id: string) => offered.some((one) => one.id === id)
  if (!type || !missing.every(isOffered)) return []
  const one: ChoiceMeasure = {
    id: measure.id,
    oneOffYen: measure.oneOffYen,
    perYearYen: measure.perYearYen,
    effects: new Map(damageScenarios.flatMap((scenario) => effectsOn(scenario, new Set(measure.puts)))),
    requires: missing,
    excludes: type.excludes.filter(isOffered),
    isMandatory: measure.isMandatory,
    ...(measure.choice === 'approved' && { isApproved: true }),
  }
  return [one]
}

function effectsOn({ id, isHere, days, effects }: DamageScenario, puts: ReadonlySet<string>): readonly [string, EffectRange][] {
  const mine = isHere ? effects.filter(({ control }) => puts.has(control)) : []
  const always = rangeOf(mine.filter(({ on }) => on !== 'days'))
  const whole: readonly [string, EffectRange][] = always.high > 0 ? [[id, always]] : []
  const longer = days ? rangeOf(mine) : none
  return longer.high > 0 ? [...whole, [`${id}${byDays}`, longer]] : whole
}

const none: EffectRange = { low: 0, best: 0, high: 0 }

/** What is taken away of what the controls leave as they stand. */
function rangeOf(effects: readonly EffectHere[]): EffectRange {
  const taken = (end: 'low' | 'best' | 'high') =>
    1 - effects.reduce((left, effect) => (effect.left[end] === 0 ? left : left * (effect.leftInPlace[end] / effect.left[end])), 1)
  return { low: taken('high'), best: taken('best'), high: taken('low') }
}
