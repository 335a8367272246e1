import type { DamageView } from '@mimamori/contract'
import { isInPlan } from '@mimamori/domain'
import type { Wanted } from '../../data/changes.ts'
import { choiceOf, choosing, unticking } from './choosing.ts'

/** As they stand on the screen, with what is still on its way. */
export type Choices = readonly DamageView['planChoices'][number][]
type Of = Pick<DamageView, 'fiscalYear' | 'world'>

/** Measures that are ticked for the year of the plan. */
export function plannedIn({ fiscalYear, world }: Of, choices: Choices): readonly string[] {
  return world.measuresHere.flatMap((here) => {
    const settled = choices.findLast(({ record }) => record.measure === here.id && record.fiscalYear === fiscalYear)
    return settled && isInPlan(settled.record, here) ? [here.id] : []
  })
}

/** The ticks that make exactly these measures the plan. */
export function ticksFor(of: Of, choices: Choices, measures: readonly string[]): readonly Wanted[] {
  const there = { planChoices: choices, fiscalYear: of.fiscalYear }
  const planned = plannedIn(of, choices)
  return [
    ...measures.flatMap((id) => (planned.includes(id) ? [] : [choosing(there, id, { ...choiceOf(there, id), choice: 'planned' })])),
    ...planned.flatMap((id) => (measures.includes(id) ? [] : (unticking(there, id) ?? []))),
  ]
}
