import { type RisksView, routes } from '@mimamori/contract'
import type { Otherwise } from '@mimamori/domain'
import { worldIf } from '@mimamori/money'
import { useMemo } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { LossBlock } from './loss-block.tsx'
import { PlanBlock } from './plan-block.tsx'
import { useComparison } from './use-comparison.ts'
import { whatIfWorld } from './world.ts'

/** What controls that are taken for done or for failed would make of loss and plan. */
export function TriedControls({ risks, otherwise }: { risks: RisksView; otherwise: Otherwise }) {
  const { t } = useWords()
  const money = useView(routes.damage, useFacilityId()).data
  const before = useMemo(() => money && whatIfWorld(risks, money.world), [risks, money])
  const after = useMemo(() => before && worldIf(before, otherwise), [before, otherwise])
  const { loss, plan } = useComparison(before, after)
  // NOTE: while nothing is ticked, the years are drawn already, so that the first tick is answered at once.
  if (before && before === after) return null
  if (!before || !after) return <p role="status">{t('whatIf.reckoning')}</p>
  return (
    <>
      <LossBlock loss={loss} />
      <PlanBlock plan={plan} world={before} />
    </>
  )
}
