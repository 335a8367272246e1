import { dateInWords, monthInWords } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import {
  type Block,
  heading,
  line,
  list,
  type NumberCard,
  type Paper,
  page,
  paragraph,
  plainOf,
  say,
  sayPlain,
  small,
  type Worksheet,
} from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { sealsBlock } from '../paper/seals.ts'
import { factsOf, type MonthFacts } from './facts.ts'
import { aheadLines, closedLines, foundLines, leftLines, unknownLines } from './lines.ts'
import { monthOf } from './month.ts'
import { feedTable, foundTable, responseTable, waitsBlock } from './tables.ts'

export interface MonthlyReportOptions {
  /** 2026-11; the month of today where absent. */
  readonly month?: string
}

const linesShown = 3

/** 月次報告: what came, what was closed and how it is proven, what waits and for whom, on one page; the whole list behind it. */
export function monthlyReportPaper(input: PaperInput, options: MonthlyReportOptions = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const month = monthOf(options.month, at.asOf)
  const words = at.t.monthly
  const told = month && factsOf(at, month)
  return {
    kind: 'monthly-report',
    lang: at.lang,
    copy: 'on-site',
    title: words.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: told ? [...firstPage(at, told), ...rest(at, told)] : [],
    worksheets: told ? sheets(at, told) : [],
  }
}

function firstPage(at: Context, told: MonthFacts): readonly Block[] {
  const words = at.t.monthly
  const author = line(dayWithYear(inTokyo(at.madeAt).day, at.lang), at.madeBy === undefined ? '' : ` ${at.madeBy}`)
  const title = sayPlain(words.heading, { month: monthInWords(told.month.from, at.lang) })
  return [
    { kind: 'title', above: say(words.audience, { head: at.head }), text: title, below: spanOf(at, told), beside: author, side: 'left' },
    { kind: 'numbers', cards: cardsOf(at, told) },
    ...section(at, words.came, foundLines(at, told), words.cameNone),
    ...section(at, words.closed, closedLines(at, told), words.closedNone),
    heading(2, sayPlain(words.waits, { n: told.waiting })),
    waitsBlock(at, told),
    ...section(at, words.leftHeading, leftLines(at, told), words.leftNone),
    ...section(at, words.ahead, aheadLines(at, told), words.aheadNone),
    heading(2, words.notKnown),
    small(unknownLines(at, told).join(at.lang === 'ja' ? '' : ' ')),
    { kind: 'fill' },
    sealsBlock(at),
  ]
}

function spanOf(at: Context, { month }: MonthFacts): string {
  const words = at.t.monthly
  return sayPlain(month.isRunning ? words.spanRunning : words.span, {
    from: dateInWords(month.from, at.lang),
    to: dateInWords(month.to, at.lang),
  })
}

/** The first lines, and beside the name of the section how many more there are. */
function section(at: Context, title: string, lines: readonly string[], none: string): readonly Block[] {
  const more = lines.length > linesShown ? { beside: sayPlain(at.t.monthly.more, { n: lines.length - linesShown }) } : {}
  return [heading(2, title, more), lines.length === 0 ? paragraph(none) : list('dots', lines.slice(0, linesShown))]
}

function cardsOf(at: Context, told: MonthFacts): readonly NumberCard[] {
  const words = at.t.monthly
  const { medianDays, longestDays } = told
  return [
    {
      label: words.cardFound,
      value: sayPlain(words.count, { n: told.foundCount }),
      notes: [say(words.cardFoundNote, { products: told.found.length, devices: told.foundDevices })],
    },
    {
      label: words.cardClosed,
      value: sayPlain(words.count, { n: told.closed.length }),
      notes: [say(words.cardClosedNote, { n: told.closed.filter(({ held }) => held.state.proof === 'read-again').length })],
    },
    medianDays === undefined || longestDays === undefined
      ? { label: words.cardDays, value: words.noNumber, notes: [words.cardDaysNone] }
      : { label: words.cardDays, value: sayPlain(words.days, { n: medianDays }), notes: [say(words.cardDaysNote, { n: longestDays })] },
    {
      label: words.cardWaits,
      value: sayPlain(words.count, { n: told.waiting }),
      notes: [say(words.cardWaitsNote, { n: told.late })],
    },
  ]
}

function rest(at: Context, told: MonthFacts): readonly Block[] {
  const words = at.t.monthly
  const [found, feeds] = [foundTable(at, told), feedTable(at)]
  if (told.responses.length === 0 && !found && !feeds) return []
  return [
    page(),
    heading(2, words.list),
    ...(told.responses.length === 0 ? [paragraph(words.listNone)] : [responseTable(at, told)]),
    ...(found ? [heading(2, words.foundList), found] : []),
    ...(feeds ? [heading(2, words.feeds), feeds] : []),
    small(words.goneLater),
    small(say(words.disclaimer, { on: dateInWords(at.asOf, at.lang) })),
  ]
}

function sheets(at: Context, told: MonthFacts): readonly Worksheet[] {
  const words = at.t.monthly
  const [found, feeds] = [foundTable(at, told), feedTable(at)]
  const heads = [[at.t.checklist.facility, at.facilityName] as const, [words.month, monthInWords(told.month.from, at.lang)] as const]
  const counts = cardsOf(at, told).map(({ label, value, notes }) => [plainOf(label), [value, ...notes.map(plainOf)].join(' ')] as const)
  return [
    { file: 'responses', name: words.list, heading: words.title, lines: [...heads, ...counts], table: responseTable(at, told), notes: [] },
    ...(found ? [{ file: 'found', name: words.foundList, heading: words.foundList, lines: heads, table: found, notes: [] }] : []),
    ...(feeds ? [{ file: 'feeds', name: words.feeds, heading: words.feeds, lines: heads, table: feeds, notes: [] }] : []),
  ]
}
