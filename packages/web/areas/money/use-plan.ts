import type { MoneyWorld } from '@mimamori/contract'
import { type FacilityPlan, usualDraws, usualPlanYears, usualRun } from '@mimamori/money'
import { useEffect, useState } from 'react'
import type { PlanAsked, PlanTold } from './plan-worker.ts'

export interface Planned {
  readonly budgetYen: number
  readonly answer: FacilityPlan
}

/** NOTE: so long a slider stands still before its budget is searched for. */
const settleMs = 150

/**
 * The best choice under a budget, searched beside the page: first without its steadiness, then with it. A search that is no longer wanted is
 * ended; the last answer stays until the next is there.
 */
export function usePlan(world: MoneyWorld, budgetYen: number): Planned | undefined {
  const [planned, setPlanned] = useState<Planned>()
  useEffect(() => {
    let worker: Worker | undefined
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<PlanTold>) => setPlanned((last) => ({ budgetYen, answer: steadied(data, last?.answer) }))
      for (const draws of [0, usualDraws]) worker.postMessage(asked(world, budgetYen, draws))
    }, settleMs)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [world, budgetYen])
  return planned
}

/** Until its own steadiness is known, an answer keeps that of the one before. */
function steadied(answer: FacilityPlan, last: FacilityPlan | undefined): FacilityPlan {
  if (answer.kind !== 'plan' || answer.stability.draws > 0 || last?.kind !== 'plan') return answer
  return { ...answer, stability: last.stability }
}

function asked({ measuresHere, planMeasures, damageScenarios, lossAssumptions }: MoneyWorld, budgetYen: number, draws: number): PlanAsked {
  return {
    lists: { measuresHere, planMeasures, damageScenarios, lossAssumptions },
    options: { budgetYen, years: usualPlanYears, seed: usualRun.seed, draws },
  }
}
