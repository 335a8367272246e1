import type { ChoiceQuestion } from '../choice/types.ts'
import { drawsOf, type LossDraws, type RunOptions } from '../loss/draws.ts'
import { runLoss } from '../loss/run.ts'
import type { ChoiceLists } from './choice-model.ts'
import { type DamageSide, type DamageWorld, damageSideOf } from './damage.ts'
import { changesOf, lossModelOf } from './models.ts'
import { type FacilityPlan, planOf } from './plan.ts'

export interface BeforeAfter<T> {
  readonly before: T
  readonly after: T
}

/** One world held against others. */
export interface Comparison {
  /** Both on the same draws, which are kept: every difference is that of the worlds. */
  readonly loss: (after: DamageWorld) => BeforeAfter<DamageSide>
  /** The best choice of each, searched anew; without its steadiness. */
  readonly plan: (after: ChoiceLists) => BeforeAfter<FacilityPlan>
}

/** Holds a world against what it would be. What does not change is reckoned once, and only where it is asked for. */
export function comparisonWith(
  world: DamageWorld & ChoiceLists,
  { years, seed, ...question }: RunOptions & { readonly choice: ChoiceQuestion },
): Comparison {
  const draws = drawsOf(lossModelOf(world), { years, seed })
  const sideOf = (one: DamageWorld, own: LossDraws) => damageSideOf(one, runLoss(own, changesOf(one.damageScenarios)))
  const bestOf = (one: ChoiceLists) => planOf(one, { ...question.choice, seed, draws: 0 })
  let [side, best]: [DamageSide | undefined, FacilityPlan | undefined] = [undefined, undefined]
  return {
    loss: (after) => {
      // NOTE: the first run fills the draws of which all others are made.
      side ??= sideOf(world, draws)
      return { before: side, after: after === world ? side : sideOf(after, drawsOf(lossModelOf(after), { years, seed }, draws)) }
    },
    plan: (after) => {
      best ??= bestOf(world)
      return { before: best, after: after === world ? best : bestOf(after) }
    },
  }
}

/** What another world makes of the best choice; undefined where one of the two has none under the budget. */
export interface PlanShift {
  readonly adds: readonly string[]
  readonly drops: readonly string[]
  /** At the highest prices. */
  readonly costYen: BeforeAfter<number>
  readonly lossYen: BeforeAfter<number>
}

export function planShift({ before, after }: BeforeAfter<FacilityPlan>): PlanShift | undefined {
  if (before.kind !== 'plan' || after.kind !== 'plan') return undefined
  const [was, is] = [before.plan, after.plan]
  const [old, next] = [was, is].map(({ chosen }) => chosen.map(({ measure }) => measure))
  return {
    adds: (next ?? []).filter((id) => !old?.includes(id)),
    drops: (old ?? []).filter((id) => !next?.includes(id)),
    costYen: { before: was.costYen, after: is.costYen },
    lossYen: { before: was.remainingLossYen, after: is.remainingLossYen },
  }
}
