import {
  budgetAttachmentPaper,
  budgetRequestPaper,
  committeePaper,
  type Paper,
  type PaperInput,
  type PlanFacts,
  planAnnexPaper,
  planBoardPaper,
} from '@mimamori/papers'
import type { Kept } from '../kept.ts'
import { planFactsOfKept } from '../money/index.ts'
import type { PaperKind } from './texts.ts'

const papers = {
  'plan-board': planBoardPaper,
  'plan-annex': planAnnexPaper,
  'budget-request': budgetRequestPaper,
  'budget-attachment': budgetAttachmentPaper,
  committee: committeePaper,
} as const satisfies Record<string, (input: PaperInput, plan: PlanFacts) => Paper>

export type MoneyPaperKind = keyof typeof papers

export function isMoneyPaper(kind: PaperKind): kind is MoneyPaperKind {
  return Object.hasOwn(papers, kind)
}

/** A paper about damage and plan: the plan as it is ticked, from the run that the screen makes too. */
export async function moneyPaper(input: PaperInput, now: Kept, kind: MoneyPaperKind): Promise<Paper> {
  return papers[kind](input, await planFactsOfKept(now, input.lang))
}
