import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import type { AnswerView } from './answers.ts'

/** What the parts of an answer need to know. */
export interface AnswerBlockProps {
  readonly view: ChecklistView
  readonly item: ChecklistItemView
  readonly answer: AnswerView
  readonly readOnly: boolean
  readonly keys: boolean
}
