import type { ChoiceMeasure, ChoiceModel } from './types.ts'

/** A model as columns, for the search. Measures and scenarios are places in the model's lists. */
export interface Instance {
  readonly losses: Float64Array
  /** Whole yen over all years, at the upper end of the price. */
  readonly costs: Float64Array
  /** What each measure leaves of each scenario: measure × scenario. */
  readonly keeps: Float64Array
  /** What each needs, itself and what its needs need included. */
  readonly needs: readonly (readonly number[])[]
  /** Who needs it, itself included. */
  readonly neededBy: readonly (readonly number[])[]
  readonly excludes: readonly (readonly number[])[]
  /** What the law asks for, with what that needs. */
  readonly mandatory: readonly number[]
  /** What is mandatory or approved, with what that needs: chosen before all others. */
  readonly first: readonly number[]
}

export interface Values {
  readonly cost: (measure: ChoiceMeasure) => number
  readonly effect: (measure: ChoiceMeasure, scenario: string) => number
}

/** What a plan is held to: the highest price, the effect that is reckoned with. */
export function plannedValues(years: number): Values {
  return {
    cost: ({ oneOffYen, perYearYen }) => oneOffYen.maxYen + years * perYearYen.maxYen,
    effect: ({ effects }, scenario) => effects.get(scenario)?.best ?? 0,
  }
}

/** The model is sound: names lead somewhere, needs have no circle. */
export function instanceOf({ scenarios, measures }: ChoiceModel, { cost, effect }: Values): Instance {
  const places = new Map(measures.map(({ id }, at) => [id, at]))
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? [])
  const needs = measures.map((_, at) => reachedFrom(at, (one) => placesOf(measures[one]?.requires ?? [])))
  const withNeeds = (isWanted: (measure: ChoiceMeasure) => boolean) =>
    [...new Set(measures.flatMap((measure, at) => (isWanted(measure) ? (needs[at] ?? []) : [])))].toSorted((a, b) => a - b)
  return {
    losses: Float64Array.from(scenarios, ({ lossYen }) => lossYen),
    costs: Float64Array.from(measures, cost),
    keeps: Float64Array.from(measures.flatMap((measure) => scenarios.map(({ id }) => 1 - effect(measure, id)))),
    needs,
    neededBy: measures.map((_, at) => measures.flatMap((__, other) => (needs[other]?.includes(at) ? [other] : []))),
    excludes: measures.map((measure, at) => [
      ...placesOf(measure.excludes),
      ...measures.flatMap(({ excludes }, other) => (placesOf(excludes).includes(at) ? [other] : [])),
    ]),
    mandatory: withNeeds(({ isMandatory }) => isMandatory),
    first: withNeeds(({ isMandatory, isApproved }) => isMandatory || isApproved === true),
  }
}

function reachedFrom(start: number, next: (at: number) => readonly number[]): readonly number[] {
  const reached = [start]
  for (const at of reached) reached.push(...next(at).filter((one) => !reached.includes(one)))
  return reached
}

/** What is left of each scenario's loss, yen a year, with these measures. */
export function leftOf({ losses, keeps }: Instance, chosen: Iterable<number>): Float64Array {
  const left = Float64Array.from(losses)
  for (const measure of chosen) {
    for (let at = 0; at < left.length; at++) left[at] = (left[at] ?? 0) * (keeps[measure * left.length + at] ?? 1)
  }
  return left
}

/** What is left of all losses, yen a year, with these measures. */
export function remainingOf(instance: Instance, chosen: Iterable<number>): number {
  return leftOf(instance, chosen).reduce((sum, one) => sum + one, 0)
}

export function costOf({ costs }: Instance, chosen: Iterable<number>): number {
  let sum = 0
  for (const measure of chosen) sum += costs[measure] ?? 0
  return sum
}

const usualSize = 40 * 30

/** So many nodes up to 40 measures × 30 scenarios; larger models get fewer, so that the work stays about the same. */
export function nodesFor({ losses, costs }: Instance, most: number): number {
  return Math.ceil(most * Math.min(1, usualSize / Math.max(1, losses.length * costs.length)))
}
