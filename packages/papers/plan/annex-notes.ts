import { wholeYen, yenInWords } from '@mimamori/domain'
import { type ScenarioSums, smallPercent, valueInWords, yearsInWords } from '@mimamori/money'
import { type Context, markOf } from '../paper/context.ts'
import { type Block, heading, line, list, paragraph, type Rich, row, sayPlain, small, table } from '../paper/index.ts'
import { findingsOfBoard } from './decisions.ts'
import type { PlanFacts, ReasonFacts } from './facts.ts'
import { addressOf, citationsOf, type NotedFigure, numberOfNote, rangesInWords } from './notes.ts'

type Damage = NonNullable<PlanFacts['damage']>
type Known = Omit<PlanFacts, 'damage' | 'reasons'> & { readonly damage: Damage; readonly reasons: ReasonFacts }

/** 注1 …: for each figure of the page how it was made, the lines that made it, and the numbers of the assumptions that went in. */
export function noteBlocks(at: Context, plan: PlanFacts): readonly Block[] {
  const { damage, reasons } = plan
  if (!damage || !reasons) return []
  const known: Known = { ...plan, damage, reasons }
  const words = at.t.plan
  return [
    ...note(at, plan, 'mean', { name: words.mean, says: meanSays(at, known), more: [scenarioTable(at, known)] }),
    ...note(at, plan, 'worst', { name: words.worst, says: worstSays(at, known), more: [oneInTable(at, known)] }),
    ...(damage.days ? note(at, plan, 'days', { name: words.days, says: words.noteDays, more: [daysTable(at, known)] }) : []),
    ...(plan.measures.length > 0 ? planNotes(at, known) : []),
    ...likeNote(at, plan),
    ...(plan.measures.length > 0 ? note(at, plan, 'size', { name: words.size, says: sizeSays(at, known) }) : []),
    ...dueNote(at, plan),
  ]
}

interface Told {
  readonly name: string
  readonly says: Rich
  readonly more?: readonly Block[]
}

function note(at: Context, { assumptions }: PlanFacts, figure: NotedFigure, { name, says, more = [] }: Told): readonly Block[] {
  const words = at.t.plan
  const n = numberOfNote(figure)
  const used = assumptions.flatMap(({ figures }, place) => (figure !== 'due' && figures.includes(figure) ? [place + 1] : []))
  const from = used.length === 0 ? '' : sayPlain(words.noteAssumptions, { numbers: rangesInWords(at, used) })
  return [
    heading(3, sayPlain(words.noteHeading, { n, name }), { anchor: `note-${n}` }),
    paragraph(says),
    ...more,
    small(line(from, sayPlain(words.noteAddress, { address: addressOf(at, figure) }))),
  ]
}

function meanSays({ t, lang }: Context, { damage: { mean }, reasons: { widest } }: Known): string {
  const said = { now: yenInWords(mean.now, lang), planned: yenInWords(mean.planned ?? mean.now, lang) }
  const range = widest === undefined ? '' : sayPlain(t.plan.noteRange, { widest })
  return `${sayPlain(mean.planned === undefined ? t.plan.noteMeanNow : t.plan.noteMean, said)}${range}`
}

function scenarioTable(at: Context, { damage, reasons: { scenarios } }: Known): Block {
  const words = at.t.plan
  const isPlanned = damage.mean.planned !== undefined
  const columns = [
    { title: words.noteScenario, width: 'rest', names: true },
    { title: words.noteNow, width: 58 },
    ...(isPlanned ? ([{ title: words.notePlanned, width: 58 }] as const) : []),
  ] as const
  const rows = scenarios.map(({ name, now, planned }) => row(name, sumsInWords(at, now), ...(isPlanned ? [sumsInWords(at, planned)] : [])))
  const sum = (yen: number) => yenInWords(yen, at.lang)
  const total = row(words.total, sum(damage.mean.now), ...(damage.mean.planned === undefined ? [] : [sum(damage.mean.planned)]))
  return table(words.noteScenario, columns, [...rows, total])
}

/** 110年に1回×2.8億円=252万円. */
function sumsInWords({ t, lang }: Context, { eventsPerYear, perEventYen, perYearYen }: ScenarioSums): string {
  const yen = (amount: number) => yenInWords(amount, lang)
  return sayPlain(t.plan.noteProduct, {
    often: valueInWords(eventsPerYear, 'eventsPerYear', lang),
    each: yen(perEventYen),
    year: yen(perYearYen),
  })
}

function worstSays({ t, lang }: Context, { simulatedYears, reasons: { seed, formulaVersion } }: Known): string {
  return sayPlain(t.plan.noteWorst, { years: yearsInWords(simulatedYears, lang), seed, version: formulaVersion })
}

function oneInTable({ t, lang }: Context, { reasons: { oneIn }, damage }: Known): Block {
  const words = t.plan
  const isPlanned = damage.worst.planned !== undefined
  const columns = [
    { title: words.noteOften, width: 'rest', names: true },
    { title: words.noteNow, width: 40, align: 'right' },
    ...(isPlanned ? ([{ title: words.notePlanned, width: 40, align: 'right' }] as const) : []),
  ] as const
  const rows = oneIn
    .filter(({ years }) => years >= 10)
    .map(({ years, now, planned }) =>
      row(
        sayPlain(words.curveOnce, { years }),
        yenInWords(now, lang),
        ...(isPlanned ? [planned === undefined ? '' : yenInWords(planned, lang)] : []),
      ),
    )
  return table(words.noteOften, columns, rows)
}

function daysTable({ t, lang }: Context, { reasons: { scenarios }, damage }: Known): Block {
  const words = t.plan
  const isPlanned = damage.days?.planned !== undefined
  const columns = [
    { title: words.noteScenario, width: 'rest', names: true },
    { title: words.noteNow, width: 46 },
    ...(isPlanned ? ([{ title: words.notePlanned, width: 46 }] as const) : []),
  ] as const
  const said = ({ eventsPerYear, days = 0 }: ScenarioSums) =>
    sayPlain(words.noteDaysOf, { often: valueInWords(eventsPerYear, 'eventsPerYear', lang), days: Math.round(days) })
  const rows = scenarios
    .filter(({ stopsChart }) => stopsChart)
    .map(({ name, now, planned }) => row(name, said(now), ...(isPlanned ? [said(planned)] : [])))
  return table(words.days, columns, rows)
}

/** Cost and waiting: only where something is chosen. */
function planNotes(at: Context, plan: Known): readonly Block[] {
  const words = at.t.plan
  const { mean } = plan.damage
  const yen = (amount: number) => yenInWords(amount, at.lang)
  const year = mean.now - (mean.planned ?? mean.now)
  const waiting = { now: yen(mean.now), planned: yen(mean.planned ?? mean.now), year: yen(year), month: yen(year / 12) }
  return [
    ...note(at, plan, 'cost', { name: words.noteCostName, says: words.noteCost, more: [costTable(at, plan)] }),
    ...note(at, plan, 'waiting', { name: words.waiting, says: sayPlain(words.noteWaiting, waiting) }),
  ]
}

function costTable({ t, lang }: Context, { measures, costYen }: Known): Block {
  const words = t.plan
  const columns = [
    { title: words.item, width: 'rest', names: true },
    { title: words.supportOnce, width: 32, align: 'right' },
    { title: words.supportYearly, width: 32, align: 'right' },
    { title: words.annexFrom, width: 44 },
    { title: words.committeeTakes, width: 26, align: 'right' },
  ] as const
  const rows = measures.map(({ name, onceYen, perYearYen, quotes: [quote], takesYen }) =>
    row(name, wholeYen(onceYen, lang), wholeYen(perYearYen, lang), quote?.from ?? words.usual, yenInWords(takesYen, lang)),
  )
  const sum = (of: 'onceYen' | 'perYearYen') => measures.reduce((all, one) => all + one[of], 0)
  const total = row(
    sayPlain(words.noteCostTotal, { cost: wholeYen(costYen, lang) }),
    wholeYen(sum('onceYen'), lang),
    wholeYen(sum('perYearYen'), lang),
    '',
    '',
  )
  return table(words.noteCostName, columns, [...rows, total])
}

function sizeSays({ t, lang }: Context, { costYen, beds, revenueYen }: Known): string {
  const words = t.plan
  const cost = wholeYen(costYen, lang)
  const parts = [
    ...(beds === undefined || beds === 0 ? [] : [sayPlain(words.noteSizeBeds, { cost, beds, each: wholeYen(costYen / beds, lang) })]),
    ...(revenueYen === undefined || revenueYen === 0
      ? []
      : [sayPlain(words.noteSizeShare, { cost, revenue: wholeYen(revenueYen, lang), percent: smallPercent(costYen / revenueYen) })]),
  ]
  return parts.length === 0 ? words.noteSizeUnknown : parts.join('\n')
}

function likeNote(at: Context, plan: PlanFacts): readonly Block[] {
  const { likeCase } = plan
  if (!likeCase) return []
  const cited = citationsOf(at, likeCase.sources)
  const sources = cited.length === 0 ? '' : sayPlain(at.t.plan.noteSources, { sources: cited.join(at.t.comma) })
  const says = `${likeCase.name[at.lang]} ${likeCase.tells[at.lang]}${markOf(likeCase.confidence, at.t)}${sources}`
  return note(at, plan, 'like', { name: at.t.plan.like, says })
}

function dueNote(at: Context, plan: PlanFacts): readonly Block[] {
  const found = findingsOfBoard(at, plan).filter(({ tracked }) => tracked.dueOn !== undefined)
  if (found.length === 0) return []
  const reasons = found.map(({ words }) => line([{ bold: words.title }], ' ', words.reasons.map(({ text }) => text).join(' ')))
  return note(at, plan, 'due', { name: at.t.plan.noteDueName, says: at.t.plan.noteDue, more: [list('dots', reasons)] })
}
