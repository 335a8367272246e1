import type { MoneyWorld } from '@mimamori/contract'
import {
  type BeforeAfter,
  type Comparison,
  comparisonWith,
  type DamageSide,
  type FacilityPlan,
  usualBudgetYen,
  usualPlanYears,
  usualRun,
} from '@mimamori/money'

/** First the world as it is, then any that it is held against. */
export type ComparisonAsked =
  | { readonly kind: 'before'; readonly world: MoneyWorld }
  | { readonly kind: 'after'; readonly ask: number; readonly world: MoneyWorld }

/** Each as soon as it is there. */
export type ComparisonTold =
  | { readonly kind: 'loss'; readonly ask: number; readonly loss: BeforeAfter<DamageSide> }
  | { readonly kind: 'plan'; readonly ask: number; readonly plan: BeforeAfter<FacilityPlan> }

const options = { ...usualRun, choice: { budgetYen: usualBudgetYen, years: usualPlanYears } }

let comparison: Comparison | undefined
let wanted = 0
let last = Promise.resolve()

/** A million years and the search run beside the page, so that nothing on it waits; of several questions only the last is answered. */
self.onmessage = ({ data }: MessageEvent<ComparisonAsked>) => {
  if (data.kind === 'before') {
    comparison = comparisonWith(data.world, options)
    return
  }
  wanted = data.ask
  last = last.then(() => answer(data))
}

async function answer({ ask, world }: Extract<ComparisonAsked, { kind: 'after' }>): Promise<void> {
  const isWanted = async () => {
    await turn()
    return ask === wanted
  }
  if (comparison && (await isWanted())) tell({ kind: 'loss', ask, loss: comparison.loss(world) })
  if (comparison && (await isWanted())) tell({ kind: 'plan', ask, plan: comparison.plan(world) })
}

/** Lets in the questions that came meanwhile. */
function turn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 0)
  })
}

function tell(told: ComparisonTold): void {
  self.postMessage(told)
}
