import { type Plan, type PlanAnswer, planUnder } from '../choice/plan.ts'
import { type Stability, stabilityOf } from '../choice/stability.ts'
import type { ChoiceModel, ChoiceQuestion } from '../choice/types.ts'
import { type ChoiceLists, choiceModelOf, scenarioOfPart } from './choice-model.ts'

export interface PlanOptions extends ChoiceQuestion {
  readonly seed: number
  /** Draws of prices and effects for the stability; 0: none. */
  readonly draws: number
}

export type FacilityPlan =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly stability: Stability }
  | Exclude<PlanAnswer, { readonly kind: 'plan' }>

/** Nodes of each search of the draws. */
const nodesPerDraw = 300

/** The best plan of a facility under a budget, at the highest prices, with its proof, and how stable each choice is. */
export function planOf(lists: ChoiceLists, options: PlanOptions): FacilityPlan {
  const model = choiceModelOf(lists)
  const answer = planUnder(model, options)
  if (answer.kind !== 'plan') return answer
  const chosen = answer.plan.chosen.map((one) => ({ ...one, closes: [...new Set(one.closes.map(scenarioOfPart))] }))
  return { kind: 'plan', plan: { ...answer.plan, chosen }, stability: stabilityUnder(model, options) }
}

function stabilityUnder(model: ChoiceModel, { draws, seed, ...question }: PlanOptions): Stability {
  return draws === 0
    ? { draws: 0, hasRanges: false, shares: new Map() }
    : stabilityOf(model, question, { draws, seed, nodeLimit: nodesPerDraw })
}
