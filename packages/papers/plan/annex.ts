import { yenRangeInWords } from '@mimamori/domain'
import { publishedInWords } from '@mimamori/money'
import { type Context, contextOf, markOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, type Paper, paragraph, row, sayPlain, small, type Table, table } from '../paper/index.ts'
import { noteBlocks } from './annex-notes.ts'
import { effectTable } from './effects.ts'
import type { PlanFacts } from './facts.ts'
import { citationsOf, numberOfNote, rangesInWords } from './notes.ts'
import { numberCards } from './numbers.ts'
import { supportBlocks, supportTable } from './support.ts'

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
      { kind: 'numbers', cards: numberCards(at, facts, { isNoted: true }) },
      ...noteBlocks(at, facts),
      heading(2, words.annexHeading),
      small(words.annexHeadingLead, { withNext: true }),
      assumptions,
      ...effectBlocks(at, facts),
      ...supportBlocks(at, facts),
      heading(2, words.annexTests),
      ...testBlocks(at, facts, tests),
    ],
    worksheets: [
      { file: 'assumptions', name: words.annexHeading, heading: words.annexTitle, lines: [], table: assumptions, notes: [] },
      { file: 'effects', name: words.effects, heading: words.effects, lines: [], table: effectTable(at, facts), notes: [] },
      { file: 'support', name: words.support, heading: words.support, lines: [], table: supportTable(at, facts), notes: [] },
      { file: 'back-tests', name: words.annexTests, heading: words.annexTests, lines: [], table: tests, notes: [words.annexTestsLead] },
    ],
  }
}

function effectBlocks(at: Context, facts: PlanFacts): readonly Block[] {
  if ((facts.reasons?.effects ?? []).length === 0) return []
  return [heading(2, at.t.plan.effects), small(at.t.plan.effectsLead, { withNext: true }), effectTable(at, facts)]
}

function assumptionTable(at: Context, { assumptions }: PlanFacts): Table {
  const { t, lang } = at
  const words = t.plan
  const columns = [
    { title: words.annexNumber, width: 12, align: 'center' },
    { title: words.annexInput, width: 38, names: true },
    { title: words.annexValue, width: 34 },
    { title: words.annexFrom, width: 24 },
    { title: words.annexWhy, width: 'rest' },
    { title: words.noteColumn, width: 17, align: 'center' },
  ] as const
  const rows = assumptions.map(({ name, value, by, why, dated, confidence, sources, figures }, n) =>
    row(
      String(n + 1),
      name[lang],
      value,
      by === 'picture' || by === 'stated'
        ? words.annexBy[by]
        : sayPlain(words.annexDated, { by: words.annexBy[by], dated: publishedInWords(dated, lang) }),
      whyOf(at, { by, why, confidence, sources }),
      figures.length === 0 ? words.noteUnused : rangesInWords(at, figures.map(numberOfNote)),
    ),
  )
  return table(words.annexHeading, columns, rows)
}

/** Behind the reasoning, on a line of its own. */
function citedIn(at: Context, sources: readonly string[]): string {
  const cited = citationsOf(at, sources)
  return cited.length === 0 ? '' : `\n${cited.join(at.t.comma)}`
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

function whyOf(
  at: Context,
  { by, why, confidence, sources }: Pick<PlanFacts['assumptions'][number], 'by' | 'why' | 'confidence' | 'sources'>,
) {
  if (by === 'stated') return ''
  if (by === 'picture') return at.t.plan.annexOwn
  return `${why[at.lang]}${markOf(confidence, at.t)}${confidence === 'ours' ? '' : citedIn(at, sources)}`
}
