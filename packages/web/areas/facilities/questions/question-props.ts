import type { FactsView } from '@mimamori/contract'

/** What every question is given. */
export interface QuestionProps {
  readonly facts: FactsView
  /** Goes on to the next question. */
  readonly next: () => void
}
