import { spreadInWords } from '@mimamori/money'
import type { Context } from '../paper/context.ts'
import { row, sayPlain, type Table, table } from '../paper/index.ts'
import type { PlanFacts, ReasonFacts } from './facts.ts'
import { numberOfNote, rangesInWords } from './notes.ts'

/** 対策の効き目: what each control that stands or is planned takes away, of which scenarios, and which figures were made of it. */
export function effectTable(at: Context, { reasons }: PlanFacts): Table {
  const words = at.t.plan
  const columns = [
    { title: words.effectControl, width: 40, names: true },
    { title: words.effectState, width: 28 },
    { title: words.effectTakes, width: 'rest' },
    { title: words.noteColumn, width: 18, align: 'center' },
  ] as const
  const rows = (reasons?.effects ?? []).map((one) =>
    row(one.control, stateInWords(at, one), takesInWords(at, one), rangesInWords(at, one.figures.map(numberOfNote))),
  )
  return table(words.effects, columns, rows)
}

type Effect = ReasonFacts['effects'][number]

function stateInWords({ t }: Context, { state, isPlanned }: Effect): string {
  if (isPlanned) return t.plan.effectPlanned
  return state === 'partly' ? t.plan.effectPartly : t.plan.effectInPlace
}

function takesInWords({ t, lang }: Context, { on, share, scenarios }: Effect): string {
  const says = { frequency: t.plan.effectFrequency, days: t.plan.effectDays, cost: t.plan.effectCost }[on]
  return sayPlain(says, { share: spreadInWords(share, 'share', lang), scenarios: scenarios.join(t.comma) })
}
