import { yenInWords } from '@mimamori/domain'
import { smallPercent, yearsInWords } from '@mimamori/money'
import { type Context, contextOf, markOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, line, type Paper, paragraph, type Rich, say, sayPlain, small } from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { sealsBlock } from '../paper/seals.ts'
import { curveDrawing } from './curve.ts'
import { decisionBlocks } from './decisions.ts'
import type { PlanFacts } from './facts.ts'
import { noted } from './notes.ts'
import { numberCards } from './numbers.ts'
import { sentencesWithin } from './sentences.ts'

const curveMm = { widthMm: 76, heightMm: 54 }
const monthsPerYear = 12

/** 費用と計画の1枚: three numbers, three decisions, what waiting costs, a like case, how large the cost is. One A4 page, in black. */
export function planBoardPaper(input: PaperInput, facts: PlanFacts): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.plan
  const author = line(dayWithYear(inTokyo(at.madeAt).day, at.lang), at.madeBy === undefined ? '' : ` ${at.madeBy}`)
  const basis = { years: yearsInWords(facts.simulatedYears, at.lang), n: facts.assumptions.length }
  return {
    kind: 'plan-board',
    lang: at.lang,
    copy: 'on-site',
    title: words.boardTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      {
        kind: 'title',
        above: say(words.audience, { head: at.head }),
        text: words.heading,
        below: leadOf(at, facts),
        beside: author,
        side: 'left',
      },
      { kind: 'numbers', cards: numberCards(at, facts, { isNoted: true }) },
      ...decisionBlocks(at, facts),
      { kind: 'beside', left: reasonsOf(at, facts), right: curveOf(at, facts), rightMm: 84 },
      { kind: 'fill' },
      small(say(words.basis, basis)),
      sealsBlock(at),
    ],
  }
}

function leadOf(at: Context, { damage, costYen }: PlanFacts): Rich {
  const { t, lang } = at
  if (!damage) return t.plan.leadUnknown
  if (damage.mean.planned === undefined) return t.plan.leadNone
  const said = (yen: number) => yenInWords(yen, lang)
  const cost = noted(at, said(costYen), 'cost')
  return say(t.plan.lead, { cost, planned: noted(at, said(damage.mean.planned), 'mean'), now: said(damage.mean.now) })
}

function reasonsOf(at: Context, facts: PlanFacts): readonly Block[] {
  const words = at.t.plan
  return [
    heading(3, facts.damage?.mean.planned === undefined ? words.waiting : noted(at, words.waiting, 'waiting')),
    paragraph(waitingOf(at, facts)),
    heading(3, facts.likeCase ? noted(at, words.like, 'like') : words.like),
    paragraph(likeOf(at, facts)),
    heading(3, facts.measures.length === 0 ? words.size : noted(at, words.size, 'size')),
    paragraph(sizeOf(at, facts)),
  ]
}

/** So much of a case stands on the page; the rest of it is in the annex's list. */
const likeWidth = 80
const nameWidth = 44

function likeOf(at: Context, { likeCase }: PlanFacts): Rich {
  if (!likeCase) return at.t.plan.likeNone
  const { name, tells, confidence } = likeCase
  return say(at.t.plan.likeSays, {
    name: sentencesWithin(name[at.lang], nameWidth),
    tells: sentencesWithin(tells[at.lang], likeWidth),
    mark: markOf(confidence, at.t),
  })
}

function waitingOf({ t, lang }: Context, { damage }: PlanFacts): Rich {
  if (damage?.mean.planned === undefined) return t.plan.waitingNone
  const year = damage.mean.now - damage.mean.planned
  return say(t.plan.waitingSays, { month: yenInWords(year / monthsPerYear, lang), year: yenInWords(year, lang) })
}

function sizeOf({ t, lang }: Context, { costYen, beds, revenueYen, measures }: PlanFacts): Rich {
  const words = t.plan
  if (measures.length === 0) return words.sizeNone
  const cost = yenInWords(costYen, lang)
  const parts = [
    ...(beds === undefined || beds === 0 ? [] : [sayPlain(words.sizeBeds, { yen: yenInWords(costYen / beds, lang) })]),
    ...(revenueYen === undefined || revenueYen === 0
      ? []
      : [sayPlain(words.sizeShare, { revenue: yenInWords(revenueYen, lang), percent: smallPercent(costYen / revenueYen) })]),
  ]
  if (parts.length === 0) return say(words.sizeUnknown, { cost })
  return say(words.sizeSays, { cost, parts: parts.join(t.comma) })
}

function curveOf(at: Context, facts: PlanFacts): readonly Block[] {
  const drawing = curveDrawing(at, facts, curveMm)
  return drawing ? [{ kind: 'frame', title: noted(at, at.t.plan.curveTitle, 'worst'), blocks: [drawing] }] : []
}
