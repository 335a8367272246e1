import type { DamageView } from '@mimamori/contract'
import { entityId, type PlanChoice, type PlanChoiceId } from '@mimamori/domain'
import { addRecord, newId, removeRecord, setFields, type Wanted } from '../../data/changes.ts'

interface Choices extends Pick<DamageView, 'fiscalYear'> {
  readonly planChoices: readonly DamageView['planChoices'][number][]
}
type Settled = Pick<PlanChoice, 'choice'> & { readonly quote?: PlanChoice['quote'] | undefined }

/** What is settled of a measure for the year of the plan; as planned where nothing is. */
export function choiceOf(choices: Choices, measure: string): Settled {
  const there = recordOf(choices, measure)?.record
  return there ? { choice: there.choice, quote: there.quote } : { choice: 'planned' }
}

/** Whether anything is settled of it; if not, choosing a quote puts it into the plan. */
export function isSettled(choices: Choices, measure: string): boolean {
  return recordOf(choices, measure) !== undefined
}

/** Settles a measure for the year of the plan. */
export function choosing(choices: Choices, measure: string, settled: Settled): Wanted {
  const there = recordOf(choices, measure)
  if (there) return setFields('planChoices', there, settled)
  const { choice, quote } = settled
  const id = entityId<PlanChoiceId>(newId('pc'))
  return addRecord('planChoices', { id, measure, fiscalYear: choices.fiscalYear, choice, ...(quote !== undefined && { quote }) })
}

/** Takes a tick away; what was approved or done before is no tick. Undefined where there is none. */
export function unticking(choices: Choices, measure: string): Wanted | undefined {
  const there = recordOf(choices, measure)
  return there && removeRecord('planChoices', there)
}

function recordOf({ planChoices, fiscalYear }: Choices, measure: string) {
  return planChoices.findLast(({ record }) => record.measure === measure && record.fiscalYear === fiscalYear)
}
