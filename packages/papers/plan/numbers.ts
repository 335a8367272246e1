import { yenInWords, yenRangeInWords } from '@mimamori/domain'
import type { BoardFigure } from '@mimamori/money'
import type { Context } from '../paper/context.ts'
import { type NumberCard, type Rich, say, sayPlain } from '../paper/index.ts'
import type { PlanFacts } from './facts.ts'
import { noted } from './notes.ts'

type Damage = NonNullable<PlanFacts['damage']>

/** The three numbers of the screen, in the same words: mean, the year in a hundred, days without the electronic chart. */
export function numberCards(at: Context, { damage }: PlanFacts, { isNoted = false } = {}): readonly NumberCard[] {
  const words = at.t.plan
  const label = (text: string, figure: BoardFigure) => (isNoted ? noted(at, text, figure) : text)
  if (!damage) {
    return [words.mean, words.worst, words.days].map((label) => ({ label, value: words.daysUnknown, notes: [] }))
  }
  const { mean, worst } = damage
  return [
    {
      label: label(words.mean, 'mean'),
      value: yenInWords(mean.now, at.lang),
      notes: [...after(at, mean), say(words.range, { range: yenRangeInWords(mean, at.lang) })],
    },
    { label: label(words.worst, 'worst'), value: yenInWords(worst.now, at.lang), notes: [...after(at, worst), monthsOf(at, worst)] },
    daysCard(at, damage, label(words.days, 'days')),
  ]
}

function after({ t, lang }: Context, { planned }: { readonly planned?: number }): readonly Rich[] {
  return planned === undefined ? [] : [say(t.plan.after, { value: yenInWords(planned, lang) })]
}

function monthsOf({ t }: Context, { months }: Damage['worst']): Rich {
  if (!months) return t.plan.monthsUnknown
  if (months.planned === undefined) return say(t.plan.months, { now: months.now })
  return say(t.plan.monthsBoth, { now: months.now, planned: months.planned })
}

function daysCard({ t }: Context, { days }: Damage, label: Rich): NumberCard {
  const words = t.plan
  if (!days) return { label: words.days, value: words.daysUnknown, notes: [words.daysNone] }
  const inDays = (count: number) => sayPlain(words.dayCount, { days: count })
  return {
    label,
    value: inDays(days.now),
    notes: [
      ...(days.planned === undefined ? [] : [say(words.after, { value: inDays(days.planned) })]),
      say(words.daysRange, { low: days.low, high: days.high }),
    ],
  }
}
