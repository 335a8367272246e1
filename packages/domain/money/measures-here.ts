import { fiscalYearOf } from '../calendar.ts'
import { byId, having, type World } from '../picture.ts'
import type { RiskGround } from '../record.ts'
import { type RiskLists, stateOfControl } from '../risks/index.ts'
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
  const refused = refusedAnswers(measure, lists)
  const isAsked = refused.length > 0
  const puts = lackingOf(measure, lists)
  return {
    id: measure.id,
    isAsked,
    ...standingOf(measure, { isAsked, ...(choice && { choice: choice.choice }) }, lists),
    ...priceOf(measure, choice, lists),
    ...(choice && { choice: choice.choice }),
    grounds: [...facts.flatMap(({ grounds }) => grounds), ...refused, ...puts.flatMap((control) => groundsOf(control, lists))],
  }
}

type StandingLists = Pick<RiskLists, 'controlStandings' | 'riskFacts'>

/** The measures as they would stand if controls stood otherwise; prices, choices and grounds stay. */
export function measuresWith(
  measures: readonly MeasureHere[],
  { planMeasures, ...lists }: StandingLists & Pick<World, 'planMeasures'>,
): readonly MeasureHere[] {
  return measures.map((measure) => {
    const type = byId(planMeasures, measure.id)
    return type ? { ...measure, ...standingOf(type, measure, lists) } : measure
  })
}

function standingOf(
  measure: PlanMeasure,
  { choice, isAsked }: Pick<MeasureHere, 'choice' | 'isAsked'>,
  lists: StandingLists,
): Pick<MeasureHere, 'state' | 'puts' | 'isMandatory'> {
  const values = measure.needs.map((id) => byId(lists.riskFacts, id)?.value)
  const isOff =
    values.some((value) => value === 'no' || value === 'not-applicable') ||
    measure.controls.every((control) => stateOfControl(lists, control) === 'not-applicable')
  const puts = lackingOf(measure, lists)
  const state = isOff ? 'off' : puts.length === 0 || choice === 'done' ? 'here' : 'offered'
  return { state, puts: state === 'offered' ? puts : [], isMandatory: state === 'offered' && isAsked }
}

/** Its controls that are not there yet. */
function lackingOf({ controls }: PlanMeasure, lists: StandingLists): readonly string[] {
  return controls.filter((control) => !['in-place', 'not-applicable'].includes(stateOfControl(lists, control)))
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
