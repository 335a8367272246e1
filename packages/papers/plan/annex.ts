import { yenRangeInWords } from '@mimamori/domain'
import { publishedInWords } from '@mimamori/money'
import { type Context, contextOf, markOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, type Paper, paragraph, row, sayPlain, small, type Table, table } from '../paper/index.ts'
import type { PlanFacts } from './facts.ts'
import { numberCards } from './numbers.ts'

/** 前提の別紙: every assumption behind the board page, and how the values of the class did on real cases. A paper of its own. */
export function planAnnexPaper(input: PaperInput, facts: PlanFacts): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.plan
  const [assumptions, tests] = [assumptionTable(at, facts), testTable(at, facts)]
  return {
    kind: 'plan-annex',
    lang: at.lang,
    copy: 'on-site',
    title: words.annexTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      { kind: 'title', text: words.annexTitle, below: words.annexLead, side: 'left' },
      heading(2, words.annexNumbers),
      { kind: 'numbers', cards: numberCards(at, facts) },
      heading(2, words.annexHeading),
      assumptions,
      heading(2, words.annexTests),
      ...testBlocks(at, facts, tests),
    ],
    worksheets: [
      { file: 'assumptions', name: words.annexHeading, heading: words.annexTitle, lines: [], table: assumptions, notes: [] },
      { file: 'back-tests', name: words.annexTests, heading: words.annexTests, lines: [], table: tests, notes: [words.annexTestsLead] },
    ],
  }
}

function assumptionTable({ t, lang }: Context, { assumptions }: PlanFacts): Table {
  const words = t.plan
  const columns = [
    { title: words.annexInput, width: 46, names: true },
    { title: words.annexValue, width: 36 },
    { title: words.annexFrom, width: 28 },
    { title: words.annexWhy, width: 'rest' },
  ] as const
  const rows = assumptions.map(({ name, value, by, why, dated, confidence }) =>
    row(
      name[lang],
      value,
      by === 'picture' || by === 'stated'
        ? words.annexBy[by]
        : sayPlain(words.annexDated, { by: words.annexBy[by], dated: publishedInWords(dated, lang) }),
      by === 'stated' ? '' : by === 'picture' ? words.annexOwn : `${why[lang]}${markOf(confidence, t)}`,
    ),
  )
  return table(words.annexHeading, columns, rows)
}

function testTable({ t, lang }: Context, { backTests }: PlanFacts): Table {
  const words = t.plan
  const columns = [
    { title: words.testCase, width: 'rest', names: true },
    { title: words.testObserved, width: 40 },
    { title: words.testRange, width: 46 },
    { title: words.testInside, width: 20, align: 'center' },
  ] as const
  const result = (isInside: boolean) => (isInside ? words.testInsideYes : ({ text: words.testInsideNo, framed: true } as const))
  const inDays = (days: number) => sayPlain(words.dayCount, { days })
  const rows = backTests.flatMap(({ name, observed, reckoned, isInside, days }) => [
    row(name[lang], yenRangeInWords(observed, lang), yenRangeInWords(reckoned, lang), result(isInside)),
    ...(days ? [row('', inDays(days.observed), sayPlain(words.testDays, { low: days.low, high: days.high }), result(days.isInside))] : []),
  ])
  return table(words.annexTests, columns, rows)
}

function testBlocks({ t }: Context, { backTests }: PlanFacts, tests: Table): readonly Block[] {
  if (backTests.length === 0) return [paragraph(t.plan.testsNone)]
  return [small(t.plan.annexTestsLead, { withNext: true }), tests]
}
