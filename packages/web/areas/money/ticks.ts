import type { DamageView } from '@mimamori/contract'
import { having } from '@mimamori/domain'
import type { Wanted } from '../../data/changes.ts'
import { choiceOf, choosing, unticking } from './choosing.ts'

type Choices = DamageView['planChoices']
type Of = Pick<DamageView, 'fiscalYear' | 'world'>

/** Measures that are ticked for the year of the plan: planned or approved, and not in place yet. */
export function plannedIn({ fiscalYear, world }: Of, choices: Choices): readonly string[] {
  const offered = new Set(having(world.measuresHere, 'state', 'offered').map(({ id }) => id))
  const ticked = choices.flatMap(({ record: { measure, fiscalYear: year, choice } }) =>
    year === fiscalYear && (choice === 'planned' || choice === 'approved') && offered.has(measure) ? [measure] : [],
  )
  return [...new Set(ticked)].sort()
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
