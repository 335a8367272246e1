import { dateInWords, wholeYen } from '@mimamori/domain'
import type { SchemeOfLine, SideOfPlan } from '@mimamori/money'
import { type Context, markOf } from '../paper/context.ts'
import { type Block, heading, row, sayPlain, small, type Table, table } from '../paper/index.ts'
import type { PlanFacts } from './facts.ts'

/** 支援と自己資金: of each line what is paid once and each year, what schemes bear of it and what is own money. */
export function supportTable(at: Context, { measures, support }: PlanFacts): Table {
  const words = at.t.plan
  const columns = [
    { title: words.item, width: 40, names: true },
    { title: words.supportOnce, width: 38 },
    { title: words.supportYearly, width: 38 },
    { title: words.supportWhich, width: 'rest' },
  ] as const
  const rows = measures.flatMap(({ id, name }) => {
    const line = support.lines.find((one) => one.id === id)
    return line ? [row(name, sideInWords(at, line.oneOff), sideInWords(at, line.perYear), schemesInWords(at, line.schemes))] : []
  })
  const total = row(words.total, sideInWords(at, support.oneOff), sideInWords(at, support.perYear), '')
  return table(words.support, columns, rows.length === 0 ? [] : [...rows, total])
}

/** The same with its heading and what it rests on; nothing without a plan. */
export function supportBlocks(at: Context, plan: PlanFacts): readonly Block[] {
  if (plan.measures.length === 0) return []
  return [
    heading(2, at.t.plan.support),
    small(sayPlain(at.t.plan.supportLead, { on: dateInWords(at.asOf, at.lang) }), { withNext: true }),
    supportTable(at, plan),
  ]
}

/** 費用 / 支援 / 自己資金 of one side. */
export function sideInWords({ t, lang }: Context, { costYen, borneYen, ownYen }: SideOfPlan): string {
  if (costYen === 0) return t.plan.supportNoCost
  return sayPlain(t.plan.supportSide, { cost: wholeYen(costYen, lang), borne: wholeYen(borneYen, lang), own: wholeYen(ownYen, lang) })
}

/** What bears, what may and what else helps, one scheme a line; what has ended or does not fit stays away. */
export function schemesInWords(at: Context, schemes: readonly SchemeOfLine[]): string {
  const said = schemes.flatMap((one) => schemeInWords(at, one) ?? [])
  return said.length === 0 ? at.t.plan.supportNone : said.join('\n')
}

function schemeInWords(at: Context, { standing: { scheme }, verdict, yen, years, deciding, open }: SchemeOfLine): string | undefined {
  const words = at.t.plan
  const named = {
    name: `${scheme.name[at.lang]}${markOf(scheme.confidence, at.t)}`,
    pays: scheme.amounts.map(({ says }) => says[at.lang]).join(at.t.comma),
  }
  switch (verdict) {
    case 'bears': {
      const papers = scheme.papers.map((paper) => paper[at.lang]).join(at.t.comma) || words.supportPapersAsk
      if (years === undefined) return sayPlain(words.supportBears, { ...named, yen: wholeYen(yen, at.lang), papers })
      return sayPlain(words.supportBearsYears, { ...named, yen: wholeYen(yen, at.lang), papers, years })
    }
    case 'may': {
      const openWords = { days: words.supportAskDays, amount: words.supportAskAmount } as const
      const asks = [...deciding.map(({ says }) => says[at.lang]), ...open.map((one) => openWords[one])]
      return sayPlain(words.supportMay, { ...named, asks: asks.join(at.t.comma) || words.supportAskOffice })
    }
    case 'other':
      return sayPlain(words.supportOther, named)
    default:
      return undefined
  }
}
