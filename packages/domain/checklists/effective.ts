import { known } from '../record.ts'
import type { Answer, CellState, ChecklistItem, FormAudience, Sheet } from './types.ts'

/** Whether an answer is still a proposal of last year: it never counts as yes before somebody checks it. */
export function isProposal(answer: Answer): boolean {
  return answer.carriedFrom !== undefined && answer.checkedOn === undefined
}

/** The answer as it counts: a second check that says yes takes the place of the no. */
export function stateOfAnswer(answer: Answer | undefined): CellState {
  if (answer?.answer === undefined) return 'unanswered'
  if (isProposal(answer)) return 'carried-over'
  if (answer.answer === 'no' && answer.recheckAnswer === 'yes' && answer.recheckedOn !== undefined) return 'yes'
  return answer.answer
}

/** Worst first: what a row of the form says less of outweighs what another says more of. */
const weakestFirst: readonly CellState[] = ['no', 'other-party', 'unanswered', 'silent', 'carried-over', 'yes', 'not-applicable']

/**
 * The answer of one sheet to one item with its state: where an item is printed under several headings and these were
 * answered apart, the weakest counts.
 */
export function weakestAnswer(
  item: ChecklistItem,
  answers: readonly Answer[],
): { readonly answer: Answer | undefined; readonly state: CellState } {
  const whole = answers.find((answer) => answer.part === undefined)
  const parts = answers.filter((answer) => answer.part !== undefined && item.rows.includes(answer.part))
  const candidates = parts.length < item.rows.length ? [whole, ...parts] : parts
  const states = candidates.map((answer) => ({ answer, state: stateOfAnswer(answer) }))
  const weakest = weakestFirst.flatMap((state) => states.find((one) => one.state === state) ?? [])[0]
  return weakest ?? { answer: whole, state: stateOfAnswer(whole) }
}

/** The items that a sheet asks, in the official order: those of its edition that its audience owns and that can apply. */
export function itemsOfSheet(items: readonly ChecklistItem[], sheet: Pick<Sheet, 'edition' | 'audience'>): readonly ChecklistItem[] {
  return items.filter((item) => item.edition === sheet.edition && isAsked(item, sheet.audience)).toSorted((a, b) => a.order - b.order)
}

function isAsked(item: ChecklistItem, audience: FormAudience): boolean {
  if (!item.owners.includes(audience === 'vendor' ? 'vendor' : 'facility')) return false
  return !(item.variants ?? []).some((variant) => variant.for === audience && variant.omit)
}

/** True for the facility's own sheet: no vendor's form, and no vendor that could see it. */
export function isOwnSheet(sheet: Sheet): boolean {
  return sheet.audience !== 'vendor' && known(sheet.vendor) === undefined
}

/** True for a vendor's sheet; the vendor is known on every such sheet that counts. */
export function isVendorSheet(sheet: Sheet): boolean {
  return sheet.audience === 'vendor' && known(sheet.vendor) !== undefined
}
