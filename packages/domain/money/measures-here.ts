import { fiscalYearOf } from '../calendar.ts'
import { byId, having, type World } from '../picture.ts'
import type { RiskGround } from '../record.ts'
import { stateOfControl } from '../risks/index.ts'
import { defineDerivation } from '../rule.ts'
import { priceOf } from './prices.ts'
import type { MeasureHere, PlanChoice, PlanMeasure } from './types.ts'

type Lists = Pick<
  World,
  'quotes' | 'planChoices' | 'facility' | 'lossAssumptions' | 'controlStandings' | 'riskFacts' | 'joinedRows' | 'items' | 'asOf'
>

/** Every measure of the catalogue as it stands here: whether it has a place, what it would put in place, what it costs. */
export const measuresHere = defineDerivation({
  name: 'measuresHere',
  reads: [
    ...(['planMeasures', 'quotes', 'planChoices', 'facility', 'lossAssumptions', 'controlStandings'] as const),
    ...(['riskFacts', 'joinedRows', 'items', 'asOf'] as const),
  ],
  derive({ planMeasures, ...lists }) {
    return planMeasures.map((measure) => measureHere(measure, lists))
  },
})

function measureHere(measure: PlanMeasure, lists: Lists): MeasureHere {
  const choice = choiceOf(measure.id, lists)
  const facts = measure.needs.flatMap((id) => byId(lists.riskFacts, id) ?? [])
  const states = measure.controls.map((control) => ({ control, state: stateOfControl(lists, control) }))
  const puts = states.flatMap(({ control, state }) => (state === 'in-place' || state === 'not-applicable' ? [] : [control]))
  const isOff =
    facts.some(({ value }) => value === 'no' || value === 'not-applicable') || states.every(({ state }) => state === 'not-applicable')
  const refused = refusedAnswers(measure, lists)
  const state = isOff ? 'off' : puts.length === 0 || choice?.choice === 'done' ? 'here' : 'offered'
  return {
    id: measure.id,
    state,
    puts: state === 'offered' ? puts : [],
    isMandatory: state === 'offered' && refused.length > 0,
    ...priceOf(measure, choice, lists),
    ...(choice && { choice: choice.choice }),
    grounds: [...facts.flatMap(({ grounds }) => grounds), ...refused, ...puts.flatMap((control) => groundsOf(control, lists))],
  }
}

/** What was settled for the year that is worked on. */
function choiceOf(measure: string, { planChoices, facility: [own], asOf }: Lists): PlanChoice | undefined {
  const year = own?.fiscalYear ?? fiscalYearOf(asOf)
  return having(planChoices, 'measure', measure).findLast(({ fiscalYear }) => fiscalYear === year)
}

/** Answers of the checklist by which the facility or a vendor says that what the law asks for is not done. */
function refusedAnswers({ topics }: PlanMeasure, { joinedRows, items }: Lists): readonly RiskGround[] {
  const rows = topics.length === 0 ? [] : joinedRows.filter(({ id }) => topics.includes(byId(items, id)?.topic ?? ''))
  return rows.flatMap(({ facility, vendors }) =>
    [...(facility ? [facility] : []), ...vendors].flatMap(({ state, answerId, sheet }) =>
      state === 'no' ? [{ slice: 'answers' as const, id: answerId ?? sheet, field: 'answer' }] : [],
    ),
  )
}

function groundsOf(control: string, { controlStandings }: Lists): readonly RiskGround[] {
  return (byId(controlStandings, control)?.signs ?? []).flatMap(({ grounds }) => grounds).slice(0, 3)
}
