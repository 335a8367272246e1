import { dateInWords, fiscalYearName, yenInWords } from '@mimamori/domain'
import { openFindings } from '../pack/plans.ts'
import type { Context } from '../paper/context.ts'
import { type Block, heading, line, type Rich, row, say, sayPlain, table } from '../paper/index.ts'
import type { PlanFacts, PlannedMeasure } from './facts.ts'
import { sentencesWithin } from './sentences.ts'

const decisionsShown = 3
/** Of the reason of a decision, so that three of them stay on the page. */
const whyWidth = 72

/** What the head is asked: what the law asks for, what takes away most, the rest of the plan; then the most urgent finding that costs nothing. */
export function decisionBlocks(at: Context, facts: PlanFacts): readonly Block[] {
  const asked = [...groupsOf(facts).map((group) => textOfGroup(at, facts, group)), ...findingsOf(at)].slice(0, decisionsShown)
  const words = at.t.plan
  if (asked.length === 0) return [heading(2, words.noDecisions)]
  const title = sayPlain(words.decisions, { n: asked.length })
  const columns = [
    { title: '', width: 8, align: 'center', names: true },
    { title: '', width: 'rest' },
    { title: '', width: 40 },
  ] as const
  const rows = asked.map((text, n) => row(String(n + 1), text, `${at.t.board.choices}\n${at.t.board.choicesMore}`))
  return [heading(2, title), { ...table(title, columns, rows), size: 'body' }]
}

/** At most three groups, none of them empty. */
function groupsOf({ measures }: PlanFacts): readonly (readonly PlannedMeasure[])[] {
  const mandatory = measures.filter(({ isMandatory }) => isMandatory)
  const [most, ...rest] = measures.filter(({ isMandatory }) => !isMandatory)
  return [mandatory, most ? [most] : [], rest].filter((group) => group.length > 0)
}

function textOfGroup(at: Context, { fiscalYear }: PlanFacts, group: readonly PlannedMeasure[]): Rich {
  const words = at.t.plan
  const yen = group.reduce((sum, { price }) => sum + price.high, 0)
  const why = group.every(({ isMandatory }) => isMandatory) ? words.decisionMandatory : sentencesWithin(group[0]?.without ?? '', whyWidth)
  const values = { cost: yenInWords(yen, at.lang), year: fiscalYearName(fiscalYear, at.lang), why }
  return line([{ bold: namesOf(at, group) }], '\n', yen === 0 ? say(words.decisionFree, { why }) : say(words.decisionCost, values))
}

const namesShown = 2
const nameWidth = 38

function namesOf({ t }: Context, group: readonly PlannedMeasure[]): string {
  const names = group.slice(0, namesShown).map(({ name }) => sentencesWithin(name, nameWidth))
  if (group.length <= namesShown) return names.join(t.comma)
  return sayPlain(t.plan.decisionRest, { name: names.join(t.comma), n: group.length - namesShown })
}

/** One per rule, as on the other page for the head. */
function findingsOf(at: Context): readonly Rich[] {
  const open = openFindings(at).filter(({ tracked }) => tracked.state === 'open')
  const firsts = [...Map.groupBy(open, ({ tracked }) => tracked.row.rule).values()].flatMap(([first]) => (first ? [first] : []))
  return firsts.slice(0, decisionsShown).map(({ words, tracked }) => {
    const due = tracked.dueOn === undefined ? undefined : say(at.t.board.due, { on: dateInWords(tracked.dueOn, at.lang) })
    const short = (text: string) => sentencesWithin(text, whyWidth)
    return line([{ bold: short(words.title) }], '\n', short(words.step), ...(due === undefined ? [] : [' ', due]))
  })
}
