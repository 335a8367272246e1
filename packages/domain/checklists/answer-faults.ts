import type { Reference, Slices } from '../picture.ts'
import { byId, having } from '../picture.ts'
import type { Answer, ChecklistItem } from './types.ts'

/** A sheet or an answer that no form of the catalogue has a place for. */
export interface AnswerFault {
  readonly slice: 'sheets' | 'answers'
  readonly id: string
  readonly why: 'unknown-edition' | 'unknown-item' | 'double-answer'
}

/**
 * Faults of the sheets and answers that came or took another place: an edition or item that the catalogue does not have,
 * an item of another edition than the sheet's, a second answer to one item and row. What stood before is left alone.
 */
export function answerFaults(
  before: Pick<Slices, 'sheets' | 'answers'>,
  after: Pick<Slices, 'sheets' | 'answers'>,
  { editions, items }: Pick<Reference, 'editions' | 'items'>,
): readonly AnswerFault[] {
  const sheets = after.sheets.filter((sheet) => byId(before.sheets, sheet.id)?.edition !== sheet.edition)
  const answers = after.answers.filter((answer) => isMoved(byId(before.answers, answer.id), answer))
  const came = new Set(answers.map(({ id }) => id))
  /** NOTE: of two that came together the one with the lower id is the first. */
  const isSecond = (answer: Answer) =>
    having(after.answers, 'sheet', answer.sheet).some(
      (one) => one.id !== answer.id && answerPlace(one) === answerPlace(answer) && (!came.has(one.id) || one.id < answer.id),
    )
  return [
    ...sheets
      .filter((sheet) => !editions.some((edition) => edition.id === sheet.edition))
      .map(({ id }): AnswerFault => ({ slice: 'sheets', id, why: 'unknown-edition' })),
    ...answers.flatMap((answer): AnswerFault[] => {
      if (!isAsked(items, answer.item, byId(after.sheets, answer.sheet)?.edition))
        return [{ slice: 'answers', id: answer.id, why: 'unknown-item' }]
      return isSecond(answer) ? [{ slice: 'answers', id: answer.id, why: 'double-answer' }] : []
    }),
  ]
}

function isMoved(old: Answer | undefined, now: Answer): boolean {
  return old !== now && (!old || answerPlace(old) !== answerPlace(now))
}

/** Whether the catalogue has the item, and the edition asks it; without an edition, whether any does. */
export function isAsked(items: readonly ChecklistItem[], item: string, edition: string | undefined): boolean {
  const found = items.find((one) => one.id === item)
  return found !== undefined && (edition === undefined || found.edition === edition)
}

/** The row of a form that an answer stands in: a sheet has one answer for each. */
export function answerPlace(answer: { readonly sheet: string; readonly item: string; readonly part?: string }): string {
  return `${answer.sheet} ${answer.item} ${answer.part ?? ''}`
}
