import { wholeYenRange, yenInWords } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, list, type Paper, paragraph, row, table } from '../paper/index.ts'
import type { PlanFacts } from './facts.ts'
import { numberCards } from './numbers.ts'

/** 委員会の資料: where the facility stands, the proposed plan, and room for the minutes. */
export function committeePaper(input: PaperInput, plan: PlanFacts): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.plan
  return {
    kind: 'committee',
    lang: at.lang,
    copy: 'on-site',
    title: words.committeeTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      { kind: 'title', text: words.committeeHeading, side: 'left' },
      heading(2, words.committeeAgenda),
      list('numbers', words.committeeAgendaItems),
      heading(2, words.committeeNow),
      { kind: 'numbers', cards: numberCards(at, plan) },
      heading(2, words.committeePlan),
      planBlock(at, plan),
      { kind: 'page' },
      ...minutesBlocks(at),
    ],
  }
}

function planBlock({ t, lang }: Context, { measures }: PlanFacts): Block {
  const words = t.plan
  if (measures.length === 0) return paragraph(words.committeePlanNone)
  const columns = [
    { title: words.committeeMeasure, width: 'rest', names: true },
    { title: words.price, width: 48, align: 'right' },
    { title: words.committeeTakes, width: 36, align: 'right' },
  ] as const
  const rows = measures.map(({ name, price, takesYen }) => row(name, wholeYenRange(price, lang), yenInWords(takesYen, lang)))
  return table(words.committeePlan, columns, rows)
}

function minutesBlocks({ t }: Context): readonly Block[] {
  const words = t.plan
  return [
    heading(2, words.minutes),
    { kind: 'writing', label: words.minutesDate, heightMm: 14 },
    { kind: 'writing', label: words.minutesPresent, heightMm: 24 },
    { kind: 'writing', label: words.minutesSaid, heightMm: 88 },
    { kind: 'writing', label: words.minutesDecided, heightMm: 50 },
    { kind: 'writing', label: words.minutesNext, heightMm: 14 },
    { kind: 'signatures', labels: [words.minutesSigned, words.minutesChecked], columns: 2 },
  ]
}
