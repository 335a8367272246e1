import { dateInWords, fiscalYearName, wholeYen, wholeYenRange } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, heading, type Paper, paragraph, row, sayPlain, type Table, table } from '../paper/index.ts'
import { sealsBlock } from '../paper/seals.ts'
import type { PlanFacts, PlannedMeasure } from './facts.ts'
import { needInWords, priceInWords, quoteCells, quoteColumns } from './prices.ts'
import { schemesInWords, sideInWords, supportBlocks, supportTable } from './support.ts'

/** 予算要求の資料: one line for each measure, with three columns for quotes. Lies on its side, and is a workbook of its own. */
export function budgetRequestPaper(input: PaperInput, plan: PlanFacts): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.plan
  const title = sayPlain(words.requestHeading, { year: fiscalYearName(plan.fiscalYear, at.lang) })
  const wanted = requestTable(at, plan)
  return {
    kind: 'budget-request',
    lang: at.lang,
    copy: 'on-site',
    title: words.requestTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    sheet: 'a4',
    blocks: [
      { kind: 'title', text: title, side: 'left' },
      plan.measures.length === 0 ? paragraph(words.committeePlanNone) : wanted,
      ...supportBlocks(at, plan),
    ],
    worksheets: [
      { file: 'budget-request', name: words.requestTitle, heading: title, lines: [], table: wanted, notes: [] },
      {
        ...{ file: 'support', name: words.support, heading: words.support, lines: [], table: supportTable(at, plan) },
        notes: [sayPlain(words.supportLead, { on: dateInWords(at.asOf, at.lang) })],
      },
    ],
  }
}

function requestTable(at: Context, { measures, fiscalYear }: PlanFacts): Table {
  const words = at.t.plan
  const columns = [
    { title: words.item, width: 34, names: true },
    { title: words.need, width: 'rest' },
    { title: words.price, width: 38 },
    ...Array.from({ length: quoteColumns }, (_, n) => ({ title: sayPlain(words.quote, { n: n + 1 }), width: 33 })),
    { title: words.effect, width: 36 },
    { title: words.fiscalYear, width: 23, align: 'center' },
  ] as const
  const year = fiscalYearName(fiscalYear, at.lang)
  const rows = measures.map((one) => row(one.name, needInWords(at, one), priceInWords(at, one), ...quoteCells(at, one), one.without, year))
  const total = row(words.total, '', totalInWords(at, measures), ...Array.from({ length: quoteColumns + 2 }, () => ''))
  return table(words.requestTitle, columns, measures.length === 0 ? [] : [...rows, total])
}

function totalInWords({ t, lang }: Context, measures: readonly PlannedMeasure[]): string {
  const sum = (end: 'low' | 'high') => measures.reduce((all, { price }) => all + price[end], 0)
  return sayPlain(t.plan.priceRange, { range: wholeYenRange({ low: sum('low'), high: sum('high') }, lang) })
}

/** 稟議書の添付資料: the same, measure by measure, to be put behind a request for approval. */
export function budgetAttachmentPaper(input: PaperInput, plan: PlanFacts): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.plan
  const year = fiscalYearName(plan.fiscalYear, at.lang)
  return {
    kind: 'budget-attachment',
    lang: at.lang,
    copy: 'on-site',
    title: words.attachmentTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      { kind: 'title', text: sayPlain(words.attachmentHeading, { year }), side: 'left' },
      ...(plan.measures.length === 0 ? [paragraph(words.committeePlanNone)] : plan.measures.flatMap((one) => measureBlocks(at, plan, one))),
      ...(plan.measures.length === 0
        ? []
        : [
            facts([
              [words.total, totalInWords(at, plan.measures)],
              [words.supportOwn, ownInWords(at, plan)],
            ]),
          ]),
      { kind: 'fill' },
      sealsBlock(at),
    ],
  }
}

/** Own money of the whole plan: once, and each year. */
function ownInWords({ t, lang }: Context, { support: { oneOff, perYear } }: PlanFacts): string {
  return sayPlain(t.plan.supportSum, { once: wholeYen(oneOff.ownYen, lang), yearly: wholeYen(perYear.ownYen, lang) })
}

function measureBlocks(at: Context, plan: PlanFacts, one: PlannedMeasure): readonly Block[] {
  const words = at.t.plan
  const line = plan.support.lines.find(({ id }) => id === one.id)
  const quotes = quoteCells(at, one)
  const columns = quotes.map((_, n) => ({ title: sayPlain(words.quote, { n: n + 1 }), width: 'rest' as const }))
  return [
    heading(2, one.name),
    facts([
      [words.item, one.name],
      [words.need, needInWords(at, one)],
      [words.price, priceInWords(at, one)],
      [words.effect, one.without],
      [words.fiscalYear, fiscalYearName(plan.fiscalYear, at.lang)],
      ...(line
        ? ([
            [words.supportOnce, sideInWords(at, line.oneOff)],
            [words.supportYearly, sideInWords(at, line.perYear)],
            [words.supportWhich, schemesInWords(at, line.schemes)],
          ] as const)
        : []),
    ]),
    table(words.quotes, columns, [row(...quotes)]),
  ]
}
