import { type MoneyPaperKind, moneyPapers, type Paper, type PaperInput } from '@mimamori/papers'
import type { Kept } from '../kept.ts'
import { planFactsOfKept } from '../money/index.ts'

/** A paper about damage and plan: the plan as it is ticked, from the run that the screen makes too. */
export async function moneyPaper(input: PaperInput, now: Kept, kind: MoneyPaperKind): Promise<Paper> {
  return moneyPapers[kind](input, await planFactsOfKept(now, input.lang))
}
