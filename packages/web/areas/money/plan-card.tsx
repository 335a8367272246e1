import type { DamageView } from '@mimamori/contract'
import { byId, yenInWords } from '@mimamori/domain'
import { type Damage, exactYear, lossModelOf, type Plan, plannedChanges } from '@mimamori/money'
import type { ReactNode } from 'react'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { type Translate, useWords } from '../../text/words.tsx'
import { Budget } from './budget.tsx'
import { costOfLines, type MeasureLine, measureLines, supportOfLines, withSupport } from './lines.ts'
import { Measures } from './measures.tsx'
import { SupportTotal } from './support-of-line.tsx'
import { type Choices, ticksFor } from './ticks.ts'
import type { Planned } from './use-plan.ts'

interface PlanParts {
  readonly view: DamageView
  readonly choices: Choices
  readonly planned: readonly string[]
  readonly damage: Damage
  readonly plan: Planned | undefined
  readonly budget: { readonly yen: number; readonly mostYen: number; readonly choose: (yen: number) => void }
}

/** So many measures stand open that are neither ticked nor mandatory; the rest are folded. */
const openShown = 4

/** The money there is, the ticks, their total, and how far they are from the best choice. */
export function PlanCard({ view, choices, planned, damage, plan, budget }: PlanParts) {
  const words = useWords()
  const { t } = words
  const mayTick = useMay('facility:write')
  const undoable = useUndoable()
  const plain = measureLines(words, view, { planned, damage, answer: plan?.answer })
  const support = supportOfLines(plain, view)
  const lines = withSupport(plain, support)
  const first = lines.filter(({ isPlanned, isMandatory }) => isPlanned || isMandatory)
  const open = lines.filter(({ isPlanned, isMandatory }) => !isPlanned && !isMandatory)
  const shown = [...first, ...open.slice(0, openShown)]
  const rest = open.slice(openShown)
  const here = view.world.measuresHere.filter(({ state }) => state === 'here')
  function take(measures: readonly string[], says: string): void {
    const wanted = ticksFor(view, choices, measures)
    if (wanted.length > 0) undoable(wanted, says)
  }
  const tick = ({ id, name, isPlanned }: MeasureLine) =>
    isPlanned
      ? take(
          planned.filter((one) => one !== id),
          t('money.unticked', { name }),
        )
      : take([...planned, id], t('money.ticked', { name }))
  return (
    <section className="card stack money-plan" aria-label={t('money.measures')}>
      <Budget {...budget} />
      <Measures lines={shown} mayTick={mayTick} tick={tick} />
      {!mayTick && <p className="small">{t('money.readOnly')}</p>}
      <p className="source">{t('money.measures.steadyMeans')}</p>
      {rest.length > 0 && (
        <details>
          <summary>{t('money.measures.others', { count: rest.length })}</summary>
          <Measures lines={rest} mayTick={mayTick} tick={tick} />
        </details>
      )}
      {here.length > 0 && (
        <details className="small">
          <summary>{t('money.measures.here', { count: here.length })}</summary>
          <p>{here.flatMap(({ id }) => nameOf(view, id, words.say)).join(t('list.comma'))}</p>
        </details>
      )}
      <Total costYen={costOfLines(lines)} budgetYen={budget.yen}>
        {planned.length > 0 && <SupportTotal {...support} />}
        <Standing view={view} planned={planned} plan={plan} take={mayTick ? take : undefined} />
      </Total>
    </section>
  )
}

function nameOf(view: DamageView, id: string, say: ReturnType<typeof useWords>['say']): readonly string[] {
  const name = byId(view.world.planMeasures, id)?.name
  return name ? [say(name)] : []
}

function Total({ costYen, budgetYen, children }: { costYen: number; budgetYen: number; children: ReactNode }) {
  const { t, lang } = useWords()
  const left = budgetYen - costYen
  return (
    <div className="money-total stack">
      <p className="row between">
        <strong>{t('money.total', { yen: yenInWords(costYen, lang) })}</strong>
        <span>{left >= 0 ? t('money.left', { yen: yenInWords(left, lang) }) : t('money.over', { yen: yenInWords(-left, lang) })}</span>
      </p>
      {children}
    </div>
  )
}

interface StandingParts {
  readonly view: DamageView
  readonly planned: readonly string[]
  readonly plan: Planned | undefined
  /** Absent for a person who may only look. */
  readonly take: ((measures: readonly string[], says: string) => void) | undefined
}

/** How far the ticks are from the best choice: said only of what was proven, else with the gap. */
function Standing({ view, planned, plan, take }: StandingParts) {
  const { t, lang } = useWords()
  if (!plan) return null
  const { answer } = plan
  const said = (yen: number) => yenInWords(yen, lang)
  if (answer.kind === 'budget-too-small')
    return (
      <p className="box-note">
        {t(answer.approved.length > 0 ? 'money.tooSmall.approved' : 'money.tooSmall', {
          need: said(answer.firstYen),
          missing: said(answer.missingYen),
        })}
      </p>
    )
  if (answer.kind === 'mandatory-exclude-each-other') return <p className="box-note">{t('money.noTwo')}</p>
  const best = answer.plan.chosen.map(({ measure }) => measure).toSorted()
  const isBest = best.join(' ') === planned.join(' ')
  const worseYen = isBest ? 0 : Math.round(meanOf(view, planned)) - answer.plan.remainingLossYen
  return (
    <>
      {isBest && <p role="status">{proofWords(t, answer.plan)}</p>}
      {!isBest && worseYen > 0 && <p>{t('money.worse', { yen: said(worseYen) })}</p>}
      {!isBest && take && (
        <p>
          <button type="button" className="button filled" onClick={() => take(best, t('money.takenBest'))}>
            {t('money.takeBest')}
          </button>
        </p>
      )}
      <Next plan={answer.plan} view={view} />
    </>
  )
}

function meanOf({ world }: DamageView, planned: readonly string[]): number {
  return exactYear(lossModelOf(world), plannedChanges(world, planned)).meanYen
}

/** NOTE: rounded up, so that a gap is never told as none. */
function proofWords(t: Translate, { proof }: Plan): string {
  return proof.isProven ? t('money.best') : t('money.bestGap', { percent: Math.ceil(proof.gap * 1000) / 10 })
}

function Next({ plan: { next100k }, view }: { plan: Plan; view: DamageView }) {
  const { t, lang, say } = useWords()
  if (next100k.adds.length === 0) return <p className="small second">{t('money.next.none')}</p>
  const names = next100k.adds.flatMap((id) => nameOf(view, id, say)).join(t('list.comma'))
  return <p className="small second">{t('money.next', { names, yen: yenInWords(next100k.reducesYen, lang) })}</p>
}
