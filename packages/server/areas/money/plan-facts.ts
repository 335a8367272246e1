import { setImmediate } from 'node:timers/promises'
import type { Lang } from '@mimamori/domain'
import { changesOf, type Damage, damageFrom, drawsOf, lossModelOf, plannedChanges, runLossWithPauses, usualRun } from '@mimamori/money'
import { type PlanFacts, planFactsOf, plannedMeasuresOf } from '@mimamori/papers'
import type { Kept } from '../kept.ts'
import { backTestsOf } from './back-tests.ts'
import { supportOfKept } from './view.ts'

/** NOTE: several papers are made of one plan, one after another; a million years are simulated once for all of them. */
const made = new WeakMap<Kept, Promise<Damage>>()

/** What the papers about money say of a facility as it stands. */
export async function planFactsOfKept(now: Kept, lang: Lang): Promise<PlanFacts> {
  const { world } = now.analysis
  const planned = plannedMeasuresOf(world)
  const run = made.get(now) ?? damageOfKeptRun(now, planned)
  made.set(now, run)
  const tests = backTestsOf(now).map(({ test }) => test)
  return planFactsOf({ world, lang, planned, damage: await run, backTests: tests, support: supportOfKept(now) })
}

/** The same run as the screen's, with a breath for whoever else waits. */
async function damageOfKeptRun({ analysis: { world } }: Kept, planned: readonly string[]): Promise<Damage> {
  const draws = drawsOf(lossModelOf(world), usualRun)
  const pause = () => setImmediate()
  const before = await runLossWithPauses(draws, changesOf(world.damageScenarios), pause)
  const after = planned.length === 0 ? before : await runLossWithPauses(draws, plannedChanges(world, planned), pause)
  return damageFrom(world, { planned, before, after })
}
