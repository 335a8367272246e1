import type { Found } from './greedy.ts'
import { costOf, type Instance, instanceOf, nodesFor, plannedValues, remainingOf } from './instance.ts'
import { type Searched, search } from './search.ts'
import type { ChoiceModel, ChoiceQuestion } from './types.ts'

/** A measure of a plan, whole yen. */
export interface ChosenMeasure {
  readonly measure: string
  /** At the upper end of the price. */
  readonly oneOffYen: number
  readonly perYearYen: number
  /** Over all years, at the lower and at the upper end. */
  readonly minYen: number
  readonly maxYen: number
  /** Scenarios of which it takes something away. */
  readonly closes: readonly string[]
  /** By what the remaining loss of a year would rise without it, all others in place. Overlapping measures share what they close, so this does not add up. */
  readonly reducesYen: number
  readonly isMandatory: boolean
  readonly isApproved: boolean
}

/** `leastYen`: no choice under the budget leaves less; equal to the remaining loss where the choice is proven the best. */
export interface Proof {
  readonly isProven: boolean
  readonly leastYen: number
  /** (remaining − least) / remaining. */
  readonly gap: number
  readonly nodes: number
}

export interface FrontierPoint {
  readonly costYen: number
  readonly remainingLossYen: number
  readonly isProven: boolean
}

/** What a larger budget would change; nothing where both lists are empty. */
export interface NextStep {
  readonly moreYen: number
  readonly adds: readonly string[]
  readonly drops: readonly string[]
  readonly costYen: number
  readonly remainingLossYen: number
  readonly reducesYen: number
  readonly isProven: boolean
}

export type PlanAnswer =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** What comes first costs more than the budget: by how much. */
  | (First & { readonly kind: 'budget-too-small'; readonly firstYen: number; readonly missingYen: number })
  | (First & { readonly kind: 'mandatory-exclude-each-other' })

/** What is chosen before all others: asked for by law, and approved by the head beside that. */
export interface First {
  readonly mandatory: readonly string[]
  readonly approved: readonly string[]
}

export interface Plan extends First {
  readonly chosen: readonly ChosenMeasure[]
  readonly costYen: number
  /** Expected loss of a year, without and with the plan. */
  readonly lossYen: number
  readonly remainingLossYen: number
  readonly proof: Proof
  readonly frontier: readonly FrontierPoint[]
  readonly next100k: NextStep
}

/** Far more than 40 × 30 needs; what is left then is told as a gap. */
const mostNodes = 20_000
/** For points beside the plan. */
const mostSideNodes = 3000
const frontierSteps = 16
export const nextStepYen = 100_000

/** The choice alone, without what a plan tells around it; undefined where what comes first cannot be had. */
export function searchChoice(model: ChoiceModel, { budgetYen, years }: ChoiceQuestion): Searched | undefined {
  const instance = instanceOf(model, plannedValues(years))
  return search(instance, { budgetYen, nodeLimit: nodesFor(instance, mostNodes) })
}

/** The best measures under a budget: mandatory and approved ones first, then whatever leaves the least expected loss, at the highest prices. */
export function planUnder(model: ChoiceModel, question: ChoiceQuestion): PlanAnswer {
  const instance = instanceOf(model, plannedValues(question.years))
  const named = (places: readonly number[]) => places.map((at) => model.measures[at]?.id ?? '')
  const first: First = { mandatory: named(instance.mandatory), approved: named(approvedAlone(instance)) }
  const firstYen = costOf(instance, instance.first)
  if (firstYen > question.budgetYen) return { kind: 'budget-too-small', ...first, firstYen, missingYen: firstYen - question.budgetYen }
  const found = search(instance, { budgetYen: question.budgetYen, nodeLimit: nodesFor(instance, mostNodes) })
  if (!found) return { kind: 'mandatory-exclude-each-other', ...first }
  return {
    kind: 'plan',
    plan: {
      ...first,
      chosen: found.chosen.map((at) => chosenMeasure({ model, instance, years: question.years }, found, at)),
      costYen: found.costYen,
      lossYen: Math.round(remainingOf(instance, [])),
      remainingLossYen: Math.round(found.remainingYen),
      proof: proofOf(found),
      frontier: frontierOf(instance, { found, budgetYen: question.budgetYen, firstYen }),
      next100k: nextStep(instance, { found, budgetYen: question.budgetYen, named }),
    },
  }
}

function approvedAlone({ first, mandatory }: Instance): readonly number[] {
  return first.filter((at) => !mandatory.includes(at))
}

interface Planned {
  readonly model: ChoiceModel
  readonly instance: Instance
  readonly years: number
}

function chosenMeasure({ model, instance, years }: Planned, found: Found, at: number): ChosenMeasure {
  const measure = model.measures[at]
  if (!measure) throw new RangeError(`no measure at ${at}`)
  const { id, oneOffYen, perYearYen, effects } = measure
  const without = remainingOf(
    instance,
    found.chosen.filter((one) => one !== at),
  )
  return {
    measure: id,
    oneOffYen: oneOffYen.maxYen,
    perYearYen: perYearYen.maxYen,
    minYen: oneOffYen.minYen + years * perYearYen.minYen,
    maxYen: instance.costs[at] ?? 0,
    closes: [...effects].flatMap(([scenario, { best }]) => (best > 0 ? [scenario] : [])),
    reducesYen: Math.round(without - found.remainingYen),
    isMandatory: instance.mandatory.includes(at),
    isApproved: measure.isApproved === true,
  }
}

function proofOf({ isProven, leastYen, remainingYen, nodes }: Searched): Proof {
  return {
    isProven,
    leastYen: Math.round(leastYen),
    gap: isProven || remainingYen === 0 ? 0 : (remainingYen - leastYen) / remainingYen,
    nodes,
  }
}

interface Around {
  readonly found: Searched
  readonly budgetYen: number
  readonly firstYen: number
}

/** From what comes first alone to twice the budget, or to everything: only points that leave less than all cheaper ones. */
function frontierOf(instance: Instance, { found, budgetYen, firstYen }: Around): readonly FrontierPoint[] {
  const all = instance.costs.reduce((sum, one) => sum + one, 0)
  const top = Math.max(firstYen, Math.min(all, 2 * budgetYen))
  const budgets = Array.from({ length: frontierSteps + 1 }, (_, at) => firstYen + ((top - firstYen) * at) / frontierSteps)
  const points: Found[] = [found]
  const isProven = new Map<Found, boolean>([[found, found.isProven]])
  for (const budget of budgets) {
    const start = points.filter(({ costYen }) => costYen <= budget).reduce(betterOf, undefined)
    const point = search(instance, {
      budgetYen: budget,
      nodeLimit: nodesFor(instance, mostSideNodes),
      ...(start && { start: start.chosen }),
    })
    if (!point) continue
    points.push(point)
    isProven.set(point, point.isProven)
  }
  const byCost = points.toSorted((a, b) => a.costYen - b.costYen || a.remainingYen - b.remainingYen)
  let least = Number.POSITIVE_INFINITY
  return byCost.flatMap((point) => {
    if (Math.round(point.remainingYen) >= least) return []
    least = Math.round(point.remainingYen)
    return [{ costYen: point.costYen, remainingLossYen: least, isProven: isProven.get(point) ?? false }]
  })
}

function betterOf(best: Found | undefined, one: Found): Found {
  return best && best.remainingYen <= one.remainingYen ? best : one
}

interface Next {
  readonly found: Searched
  readonly budgetYen: number
  readonly named: (places: readonly number[]) => readonly string[]
}

function nextStep(instance: Instance, { found, budgetYen, named }: Next): NextStep {
  const more =
    search(instance, { budgetYen: budgetYen + nextStepYen, nodeLimit: nodesFor(instance, mostNodes), start: found.chosen }) ?? found
  // NOTE: another choice that leaves as much is no reason to change the plan.
  const next = more.remainingYen < found.remainingYen ? more : found
  return {
    moreYen: nextStepYen,
    adds: named(next.chosen.filter((one) => !found.chosen.includes(one))),
    drops: named(found.chosen.filter((one) => !next.chosen.includes(one))),
    costYen: next.costYen,
    remainingLossYen: Math.round(next.remainingYen),
    reducesYen: Math.round(found.remainingYen - next.remainingYen),
    isProven: more.isProven,
  }
}
