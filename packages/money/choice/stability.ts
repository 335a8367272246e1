import { type Random, randomOf } from '../loss/random.ts'
import { instanceOf, nodesFor, plannedValues, type Values } from './instance.ts'
import { search } from './search.ts'
import type { ChoiceMeasure, ChoiceModel, ChoiceQuestion, EffectRange } from './types.ts'

export interface StabilityOptions {
  /** Of models up to 40 × 30; a fifth of them for larger ones. */
  readonly draws: number
  readonly seed: number
  /** Nodes that each search may take, fewer for larger models; a draw that is not finished counts with its best choice. */
  readonly nodeLimit: number
}

/** How often each measure is chosen when prices and effects are drawn from their ranges. */
export interface Stability {
  readonly draws: number
  /** By the id of the measure, 0 to 1. */
  readonly shares: ReadonlyMap<string, number>
  /** False where the model has no range at all: every draw is then the plan itself. */
  readonly hasRanges: boolean
}

/** Prices even over their range; effects even below and above the best figure, each half with the same weight. */
export function stabilityOf(model: ChoiceModel, { budgetYen, years }: ChoiceQuestion, options: StabilityOptions): Stability {
  const hasRanges = model.measures.some(isRanged)
  const planned = instanceOf(model, plannedValues(years))
  const isLarge = nodesFor(planned, options.nodeLimit) < options.nodeLimit
  const draws = !hasRanges ? 1 : isLarge ? Math.ceil(options.draws / 5) : options.draws
  const counts = new Map(model.measures.map(({ id }) => [id, 0]))
  for (let draw = 0; draw < draws; draw++) {
    const instance = hasRanges ? instanceOf(model, drawnValues(randomOf(`${options.seed}/choice/${draw}`), years)) : planned
    const found = search(instance, { budgetYen, nodeLimit: nodesFor(instance, options.nodeLimit) })
    for (const measure of found?.chosen ?? []) {
      const id = model.measures[measure]?.id ?? ''
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return { draws, hasRanges, shares: new Map([...counts].map(([id, count]) => [id, count / draws])) }
}

function isRanged({ oneOffYen, perYearYen, effects }: ChoiceMeasure): boolean {
  const isPriced = oneOffYen.minYen < oneOffYen.maxYen || perYearYen.minYen < perYearYen.maxYen
  return isPriced || [...effects.values()].some(({ low, high }) => low < high)
}

/** One price level for a measure's one-off and yearly cost: a dear vendor is dear in both. */
function drawnValues(random: Random, years: number): Values {
  return {
    cost: ({ oneOffYen, perYearYen }) => {
      const level = random()
      const at = ({ minYen, maxYen }: typeof oneOffYen) => minYen + level * (maxYen - minYen)
      return Math.round(at(oneOffYen) + years * at(perYearYen))
    },
    effect: ({ effects }, scenario) => {
      const range = effects.get(scenario)
      return range ? drawnEffect(range, random()) : 0
    },
  }
}

function drawnEffect({ low, best, high }: EffectRange, level: number): number {
  return level < 0.5 ? low + 2 * level * (best - low) : best + (2 * level - 1) * (high - best)
}
