import type { PaperInput } from '../paper/context.ts'
import type { Paper } from '../paper/index.ts'
import { planAnnexPaper } from './annex.ts'
import { planBoardPaper } from './board.ts'
import { committeePaper } from './committee.ts'
import type { PlanFacts } from './facts.ts'
import { budgetAttachmentPaper, budgetRequestPaper } from './request.ts'

/** The papers about damage and plan, by their kinds. */
export const moneyPapers = {
  'plan-board': planBoardPaper,
  'plan-annex': planAnnexPaper,
  'budget-request': budgetRequestPaper,
  'budget-attachment': budgetAttachmentPaper,
  committee: committeePaper,
} as const satisfies Record<string, (input: PaperInput, plan: PlanFacts) => Paper>

export type MoneyPaperKind = keyof typeof moneyPapers

export function isMoneyPaper(kind: string): kind is MoneyPaperKind {
  return Object.hasOwn(moneyPapers, kind)
}
