import { type DamageView, type MoneyWorld, routes } from '@mimamori/contract'
import { type Change, yenInWords } from '@mimamori/domain'
import { exactYear, lossModelOf, plannedChanges } from '@mimamori/money'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { plannedIn } from './ticks.ts'

/** What changes that are tried out would make of the expected damage of a year, the plan as it is ticked left aside and with it. */
export function TriedDamage({ changes }: { changes: readonly Change[] }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const now = useView(routes.damage, facility)
  const then = useQuery({
    queryKey: [facility, routes.damageTry.id, changes],
    queryFn: () => ask(routes.damageTry, { params: { facility }, body: { changes: [...changes] } }),
    enabled: changes.length > 0,
  })
  if (!now.data || (changes.length > 0 && !then.data)) return null
  const [before, after] = [meansOf(now.data), meansOf(then.data ?? now.data)]
  const said = (yen: number) => yenInWords(yen, lang)
  return (
    <section aria-label={t('money.tried')}>
      <h3>{t('money.tried')}</h3>
      <p>{t('money.tried.now', { before: said(before.now), after: said(after.now) })}</p>
      {before.isPlanned && <p>{t('money.tried.planned', { before: said(before.planned), after: said(after.planned) })}</p>}
      <p className="small">
        <Link to="/f/$facility/money" params={{ facility }}>
          {t('money.tried.more')}
        </Link>
      </p>
    </section>
  )
}

function meansOf(view: DamageView): { readonly now: number; readonly planned: number; readonly isPlanned: boolean } {
  const planned = plannedIn(view, view.planChoices)
  return { now: meanOf(view.world, []), planned: meanOf(view.world, planned), isPlanned: planned.length > 0 }
}

function meanOf(world: MoneyWorld, planned: readonly string[]): number {
  return exactYear(lossModelOf(world), plannedChanges(world, planned)).meanYen
}
