import type { MoneyWorld } from '@mimamori/contract'
import {
  changesOf,
  type Damage,
  damageFrom,
  drawsOf,
  type LossDraws,
  type LossResult,
  lossModelOf,
  plannedChanges,
  runLossWithPauses,
  usualRun,
} from '@mimamori/money'
import { useEffect, useMemo, useState } from 'react'

/** A million years on draws that are kept: after a tick only what changes is drawn, so that every difference is the tick's. */
interface Kept {
  readonly draws: LossDraws
  /** NOTE: two runs must not fill the same draws at once; each waits for the one before. */
  last: Promise<unknown>
  before?: Promise<LossResult>
}

/** Damage before and after the ticked measures. The last answer stays until the next is there. */
export function useDamage(world: MoneyWorld, planned: readonly string[]): Damage | undefined {
  const [damage, setDamage] = useState<Damage>()
  const { damageScenarios, lossAssumptions } = world
  const kept = useMemo((): Kept => {
    return { draws: drawsOf(lossModelOf({ damageScenarios, lossAssumptions }), usualRun), last: Promise.resolve() }
  }, [damageScenarios, lossAssumptions])
  const key = planned.join(' ')
  useEffect(() => {
    let isWanted = true
    const measures = key === '' ? [] : key.split(' ')
    void run(kept, { world, planned: measures, isWanted: () => isWanted }).then((made) => {
      if (made && isWanted) setDamage(made)
    })
    return () => {
      isWanted = false
    }
  }, [kept, world, key])
  return damage
}

interface Asked {
  readonly world: MoneyWorld
  readonly planned: readonly string[]
  readonly isWanted: () => boolean
}

function run(kept: Kept, { world, planned, isWanted }: Asked): Promise<Damage | undefined> {
  const next = kept.last.then(async () => {
    if (!isWanted()) return undefined
    const pause = breather()
    kept.before ??= runLossWithPauses(kept.draws, changesOf(world.damageScenarios), pause)
    const before = await kept.before
    const after = planned.length === 0 ? before : await runLossWithPauses(kept.draws, plannedChanges(world, planned), pause)
    return damageFrom(world, { planned, before, after })
  })
  kept.last = next
  return next
}

const workMs = 12

/** Lets the page have its turn, but not after every crumb of work. */
function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < workMs) return
    await new Promise((done) => setTimeout(done, 0))
    since = performance.now()
  }
}
