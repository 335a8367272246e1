import type { MoneyWorld } from '@mimamori/contract'
import type { BeforeAfter, DamageSide, FacilityPlan } from '@mimamori/money'
import { useEffect, useRef, useState } from 'react'
import type { ComparisonAsked, ComparisonTold } from './comparison-worker.ts'

/** What is still reckoned is absent. */
export interface Compared {
  readonly loss?: BeforeAfter<DamageSide>
  readonly plan?: BeforeAfter<FacilityPlan>
}

interface Told extends Compared {
  readonly of: MoneyWorld
  readonly with: MoneyWorld
}

const nothing: Compared = {}

/** Damage and best choice of two worlds, reckoned beside the page. What was reckoned of another pair is never shown. */
export function useComparison(before: MoneyWorld | undefined, after: MoneyWorld | undefined): Compared {
  const [told, setTold] = useState<Told>()
  const worker = useRef<Worker>(undefined)
  const asks = useRef(0)
  useEffect(() => {
    if (!before) return
    const made = new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' })
    send(made, { kind: 'before', world: before })
    worker.current = made
    return () => made.terminate()
  }, [before])
  useEffect(() => {
    const { current } = worker
    if (!current || !before || !after) return
    asks.current += 1
    const ask = asks.current
    current.onmessage = ({ data }: MessageEvent<ComparisonTold>) => {
      if (data.ask !== ask) return
      const part = data.kind === 'loss' ? { loss: data.loss } : { plan: data.plan }
      setTold((earlier) =>
        earlier?.of === before && earlier.with === after ? { ...earlier, ...part } : { of: before, with: after, ...part },
      )
    }
    send(current, { kind: 'after', ask, world: after })
  }, [before, after])
  return told && told.of === before && told.with === after ? told : nothing
}

function send(worker: Worker, asked: ComparisonAsked): void {
  worker.postMessage(asked)
}
