import type { MoneyWorld } from '@mimamori/contract'
import { byId, yenInWords } from '@mimamori/domain'
import { type BeforeAfter, type FacilityPlan, type Plan, planShift, usualBudgetYen } from '@mimamori/money'
import { type Translate, useWords } from '../../text/words.tsx'
import { BeforeAfterTable } from './before-after.tsx'

interface PlanParts {
  /** Absent while it is searched. */
  readonly plan: BeforeAfter<FacilityPlan> | undefined
  readonly world: Pick<MoneyWorld, 'planMeasures'>
}

/** The best choice for the budget, searched anew: what comes in, what drops out, what it costs and leaves, and how sure that is. */
export function PlanBlock({ plan, world }: PlanParts) {
  const { t, lang } = useWords()
  const title = t('whatIf.plan', { yen: yenInWords(usualBudgetYen, lang) })
  return (
    <section className="stack tight what-if-block" aria-label={title} aria-busy={!plan}>
      <h3>{title}</h3>
      {plan ? <Found plan={plan} world={world} /> : <p role="status">{t('whatIf.searching')}</p>}
    </section>
  )
}

function Found({ plan, world }: { plan: BeforeAfter<FacilityPlan>; world: PlanParts['world'] }) {
  const { t, lang, say } = useWords()
  const said = (yen: number) => yenInWords(yen, lang)
  const { before, after } = plan
  if (after.kind === 'budget-too-small')
    return <p>{t('money.tooSmall', { need: said(after.firstYen), missing: said(after.missingYen) })}</p>
  if (after.kind === 'mandatory-exclude-each-other') return <p>{t('money.noTwo')}</p>
  const shift = planShift(plan)
  const isSame = shift !== undefined && shift.adds.length + shift.drops.length === 0
  const was = before.kind === 'plan' ? before.plan : undefined
  const names = (ids: readonly string[]) =>
    ids
      .flatMap((id) => byId(world.planMeasures, id)?.name ?? [])
      .map((name) => say(name))
      .join(t('list.comma'))
  return (
    <>
      {shift && shift.adds.length > 0 && <p className="small">{t('whatIf.plan.adds', { names: names(shift.adds) })}</p>}
      {shift && shift.drops.length > 0 && <p className="small">{t('whatIf.plan.drops', { names: names(shift.drops) })}</p>}
      {isSame && <p className="small second">{t('whatIf.plan.same')}</p>}
      <BeforeAfterTable
        caption={t('whatIf.plan.caption')}
        figures={[
          { id: 'cost', name: t('whatIf.plan.cost'), before: was ? said(was.costYen) : t('whatIf.none'), after: said(after.plan.costYen) },
          {
            id: 'left',
            name: t('whatIf.plan.left'),
            before: was ? said(was.remainingLossYen) : t('whatIf.none'),
            after: said(after.plan.remainingLossYen),
          },
        ]}
      />
      <p className="small second">{proofWords(t, after.plan)}</p>
    </>
  )
}

/** NOTE: rounded up, so that a gap is never told as none. */
function proofWords(t: Translate, { proof }: Plan): string {
  return proof.isProven ? t('whatIf.plan.proven') : t('money.bestGap', { percent: Math.ceil(proof.gap * 1000) / 10 })
}
