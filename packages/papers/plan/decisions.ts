import { dateInWords, fiscalYearName, yenInWords } from '@mimamori/domain'
import { decisionGroups } from '@mimamori/money'
import { type OpenFinding, openFindings } from '../pack/plans.ts'
import type { Context } from '../paper/context.ts'
import { type Block, heading, line, type Rich, row, say, sayPlain, small, table } from '../paper/index.ts'
import type { PlanFacts, PlannedMeasure } from './facts.ts'
import { noted } from './notes.ts'
import { sentencesWithin } from './sentences.ts'

const decisionsShown = 3
/** Of the reason of a decision, so that three of them stay on the page. */
const whyWidth = 66

/**
 * What the head is asked: what the law asks for, what takes away most, the rest of the plan; then what the law asks for and the plan leaves
 * out; then the most urgent finding that costs nothing.
 */
export function decisionBlocks(at: Context, facts: PlanFacts): readonly Block[] {
  const groups = decisionGroups(facts.measures).map((group) => textOfGroup(at, facts, group))
  const leftOut = asksForLeftOut(facts) ? [textOfLeftOut(at, facts)] : []
  const asked = [...groups, ...leftOut, ...findingsOfBoard(at, facts).map((one) => textOfFinding(at, one))]
  const words = at.t.plan
  if (asked.length === 0) return [heading(2, words.noDecisions), ...approvedBlocks(at, facts)]
  const title = sayPlain(words.decisions, { n: asked.length })
  const columns = [
    { title: '', width: 8, align: 'center', names: true },
    { title: '', width: 'rest' },
    { title: '', width: 40 },
  ] as const
  const rows = asked.map((text, n) => row(String(n + 1), text, `${at.t.board.choices}\n${at.t.board.choicesMore}`))
  return [heading(2, title), { ...table(title, columns, rows), size: 'body' }, ...approvedBlocks(at, facts)]
}

/** What the head said yes to before: settled, and part of the plan. */
function approvedBlocks(at: Context, { measures }: PlanFacts): readonly Block[] {
  const approved = measures.filter(({ isApproved }) => isApproved)
  if (approved.length === 0) return []
  const yen = approved.reduce((sum, { price }) => sum + price.high, 0)
  return [small(say(at.t.plan.approved, { names: namesOf(at, approved), cost: noted(at, yenInWords(yen, at.lang), 'cost') }))]
}

function textOfGroup(at: Context, { fiscalYear }: PlanFacts, group: readonly PlannedMeasure[]): Rich {
  const words = at.t.plan
  const yen = group.reduce((sum, { price }) => sum + price.high, 0)
  const why = group.every(({ isMandatory }) => isMandatory) ? words.decisionMandatory : sentencesWithin(group[0]?.without ?? '', whyWidth)
  const values = { cost: noted(at, yenInWords(yen, at.lang), 'cost'), year: fiscalYearName(fiscalYear, at.lang), why }
  return line([{ bold: namesOf(at, group) }], '\n', yen === 0 ? say(words.decisionFree, { why }) : say(words.decisionCost, values))
}

const namesShown = 2
const nameWidth = 38

function namesOf({ t }: Context, group: readonly PlannedMeasure[]): string {
  const names = group.slice(0, namesShown).map(({ name }) => sentencesWithin(name, nameWidth))
  if (group.length <= namesShown) return names.join(t.comma)
  return sayPlain(t.plan.decisionRest, { name: names.join(t.comma), n: group.length - namesShown })
}

/** Only where a choice of measures leaves it out: without one the whole plan is still to be made. */
function asksForLeftOut({ measures, leftOut }: PlanFacts): boolean {
  return leftOut.length > 0 && measures.length > 0 && decisionGroups(measures).length < decisionsShown
}

function textOfLeftOut(at: Context, { leftOut }: PlanFacts): Rich {
  const [first = '', ...others] = leftOut
  const name = sentencesWithin(first, nameWidth)
  const names = others.length === 0 ? name : sayPlain(at.t.plan.decisionRest, { name, n: others.length })
  return line([{ bold: names }], '\n', sayPlain(at.t.plan.decisionLeftOut, { n: leftOut.length }))
}

/** What is asked beside the groups of the plan: one finding per rule, as on the other page for the head, as many as have room. */
export function findingsOfBoard(at: Context, facts: PlanFacts): readonly OpenFinding[] {
  const open = openFindings(at).filter(({ tracked }) => tracked.state === 'open')
  const firsts = [...Map.groupBy(open, ({ tracked }) => tracked.row.rule).values()].flatMap(([first]) => (first ? [first] : []))
  return firsts.slice(0, decisionsShown - decisionGroups(facts.measures).length - Number(asksForLeftOut(facts)))
}

function textOfFinding(at: Context, { words, tracked }: OpenFinding): Rich {
  const due =
    tracked.dueOn === undefined ? undefined : noted(at, sayPlain(at.t.board.due, { on: dateInWords(tracked.dueOn, at.lang) }), 'due')
  const short = (text: string) => sentencesWithin(text, whyWidth)
  return line([{ bold: short(words.title) }], '\n', short(words.step), ...(due === undefined ? [] : [' ', due]))
}
