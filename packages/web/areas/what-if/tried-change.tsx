import { type DamageView, type MoneyWorld, routes } from '@mimamori/contract'
import { type Change, shiftsBetween } from '@mimamori/domain'
import { exactYear, lossModelOf, plannedChanges } from '@mimamori/money'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, mayPass } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { plannedIn } from '../money/index.ts'
import { LossBlock } from './loss-block.tsx'
import { MatrixBlock } from './matrix-block.tsx'
import { PlanBlock } from './plan-block.tsx'
import { useComparison } from './use-comparison.ts'

/** What changes that are tried out would make of matrix, loss and plan. The server derives the world that would be; the browser reckons with it. */
export function TriedChange({ changes }: { changes: readonly Change[] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const risks = useView(routes.risks, facility).data
  const now = useView(routes.damage, facility).data
  const isTried = changes.length > 0
  const asked = useQuery({
    queryKey: [facility, routes.damageTry.id, changes],
    queryFn: () => ask(routes.damageTry, { params: { facility }, body: { changes: [...changes] } }),
    enabled: isTried,
    retry: (count, error) => mayPass(error) && count < 2,
  })
  const then = asked.data
  // NOTE: until the server has answered, the years of the world as it is are drawn already.
  const { loss, plan } = useComparison(now?.world, isTried ? (then?.world ?? now?.world) : now?.world)
  // NOTE: what the server refuses is told in the band over the map.
  if (!isTried || asked.isError) return null
  if (!now || !risks || !then) return <p role="status">{t('whatIf.reckoning')}</p>
  return (
    <>
      <MatrixBlock shifts={shiftsBetween(risks.riskStates, then.riskStates)} view={risks} />
      <LossBlock loss={loss} planned={plannedMeans(now, then)} />
      <PlanBlock plan={plan} world={now.world} />
      <p className="small">
        <Link to="/f/$facility/money" params={{ facility }}>
          {t('money.tried.more')}
        </Link>
      </p>
    </>
  )
}

function plannedMeans(now: DamageView, then: DamageView) {
  const planned = plannedIn(now, now.planChoices)
  return planned.length === 0 ? undefined : { before: meanOf(now.world, planned), after: meanOf(then.world, planned) }
}

function meanOf(world: MoneyWorld, planned: readonly string[]): number {
  return exactYear(lossModelOf(world), plannedChanges(world, planned)).meanYen
}
