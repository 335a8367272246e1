import type { DamageView } from '@mimamori/contract'
import { yenInWords } from '@mimamori/domain'
import { type Damage, isLittleKnown, usualBudgetYen, usualRun, yearsInWords } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useRecords } from '../../data/saving.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords, type Words } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { TickedMatrix } from '../what-if/index.ts'
import { Frontier } from './frontier.tsx'
import { HeadsCard } from './heads-card.tsx'
import { Helpful } from './helpful.tsx'
import { LossCurve } from './loss-curve.tsx'
import { MorePapers } from './money-tools.tsx'
import { curvesOf, numbersOf } from './numbers.ts'
import { OpenCard } from './open-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { ThreeNumbers } from './three-numbers.tsx'
import { plannedIn } from './ticks.ts'
import { useDamage } from './use-damage.ts'
import { usePlan } from './use-plan.ts'

/** End of the slider: what all mandatory measures cost lies below it, and so does what most ask for. */
const leastSliderYen = 4_000_000

/** Everything that a tick redraws. */
export function MoneyBoard({ view }: { view: DamageView }) {
  const words = useWords()
  const { t } = words
  const choices = useRecords('planChoices', view.planChoices)
  const planned = plannedIn(view, choices)
  const [budgetYen, setBudgetYen] = useState<number>(usualBudgetYen)
  const damage = useDamage(view.world, planned)
  const plan = usePlan(view.world, budgetYen)
  useSaidChange(words, damage)
  const years = yearsInWords(usualRun.years, words.lang)
  if (!damage) return <p role="status">{t('money.running', { years })}</p>
  const isPlanned = planned.length > 0
  const mostYen = Math.max(leastSliderYen, Math.ceil(budgetYen / 1_000_000) * 1_000_000)
  return (
    <div className="stack">
      {isLittleKnown(view.world) ? (
        <Helpful damage={damage} names={view.names} parameters={view.parameters} isFirst />
      ) : (
        <ThreeNumbers numbers={numbersOf(damage, isPlanned)} widest={damage.widest} names={namesWith(view)} />
      )}
      <TickedMatrix view={view} planned={planned} />
      <div className="money-two">
        <div className="stack">
          <section className="card stack" aria-label={t('money.curve.title')}>
            <h2>{t('money.curve.title')}</h2>
            <LossCurve curves={curvesOf(damage, isPlanned)} />
            <p className="source">
              {t('money.ran', { years })} {view.backTests.length > 0 && t('money.ran.tests')}
            </p>
          </section>
          {plan?.answer.kind === 'plan' && (
            <section className="card stack" aria-label={t('money.frontier.title')}>
              <h2>{t('money.frontier.title')}</h2>
              <Frontier
                points={plan.answer.plan.frontier}
                budgetYen={plan.budgetYen}
                mostYen={mostYen}
                lossYen={plan.answer.plan.lossYen}
              />
            </section>
          )}
        </div>
        <PlanCard
          view={view}
          choices={choices}
          planned={planned}
          damage={damage}
          plan={plan}
          budget={{ yen: budgetYen, mostYen, choose: setBudgetYen }}
        />
        <div className="stack">
          <HeadsCard damage={damage} heads={view.lossHeads} isPlanned={isPlanned} />
          <OpenCard damage={damage} view={view} />
          {!isLittleKnown(view.world) && <Helpful damage={damage} names={view.names} parameters={view.parameters} />}
        </div>
      </div>
      <FootLinks />
      <MorePapers />
    </div>
  )
}

/** Inputs by their names beside those of controls and facts. */
function namesWith({ names, parameters }: DamageView): DamageView['names'] {
  return { ...names, ...Object.fromEntries(parameters.map(({ id, name }) => [id, name])) }
}

/** What a tick has changed, in words, for whoever does not see the chart. */
function useSaidChange({ t, lang }: Words, damage: Damage | undefined): void {
  const before = useRef<Damage>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = damage
    if (!damage || !last || last.after.meanYen === damage.after.meanYen) return
    const { meanYen, oneIn100Yen } = damage.after
    announce(t('money.changed', { mean: yenInWords(meanYen, lang), worst: yenInWords(oneIn100Yen, lang) }))
  }, [damage, t, lang])
}

function FootLinks() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="row no-print">
      <Link to="/f/$facility/money/board" params={{ facility }}>
        {t('money.board.title')}
      </Link>
      <Link to="/f/$facility/money/quotes" params={{ facility }}>
        {t('money.quotesLink')}
      </Link>
      <Link to="/f/$facility/money/figures" params={{ facility }}>
        {t('money.figuresLink')}
      </Link>
      <Link to="/f/$facility/money/protections" params={{ facility }}>
        {t('protection.open.page')}
      </Link>
      <span className="small second">{t('money.gross')}</span>
    </p>
  )
}
