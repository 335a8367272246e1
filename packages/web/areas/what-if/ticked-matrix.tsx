import { type DamageView, routes } from '@mimamori/contract'
import { shiftsBetween } from '@mimamori/domain'
import { worldIf } from '@mimamori/money'
import { useMemo } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { isShifted, MatrixShifts } from './matrix-block.tsx'
import { whatIfWorld } from './world.ts'

/** What the ticked measures would make of the matrix: one line, which opens to the risks that stand otherwise. */
export function TickedMatrix({ view, planned }: { view: DamageView; planned: readonly string[] }) {
  const { t } = useWords()
  const risks = useView(routes.risks, useFacilityId()).data
  const world = useMemo(() => risks && whatIfWorld(risks, view.world), [risks, view.world])
  const key = planned.join(' ')
  const shifts = useMemo(
    () => world && shiftsBetween(world.riskStates, worldIf(world, { measures: key === '' ? [] : key.split(' ') }).riskStates),
    [world, key],
  )
  if (!risks || !shifts) return null
  const { open, unknown } = shifts.counts
  const isChanged = isShifted(shifts)
  return (
    <details className="card what-if-strip">
      <summary>
        <span>{isChanged ? t('whatIf.strip.open', open) : t('whatIf.strip.now', { count: open.before })}</span>
        {isChanged && <span className="small second">{t('try.unknownCounts', unknown)}</span>}
      </summary>
      <div className="stack tight">
        <MatrixShifts shifts={shifts} view={risks} />
      </div>
    </details>
  )
}
