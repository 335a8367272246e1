import type { ChecklistItemView } from '@mimamori/contract'
import { stateOfItem } from './answers.ts'

/** The item to go on with: the first that nobody has answered, confirmed or put off; else the first that waits for something. */
export function resumeItem(items: readonly ChecklistItemView[]): string | undefined {
  const first = (states: readonly string[]) => items.find((item) => states.includes(stateOfItem(item)))?.item
  return first(['unanswered', 'carried-over']) ?? first(['ask-vendor', 'later']) ?? items[0]?.item
}
