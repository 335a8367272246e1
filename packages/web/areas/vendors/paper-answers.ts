import type { Answer, CalendarDate } from '@mimamori/domain'
import type { NewValues } from '../../data/changes.ts'

export type PaperAnswer = 'yes' | 'no' | 'not-applicable' | 'other-party'

/** What a line of the paper sets: the answer, and the day that the paper names. A day that was read before stays. */
export function paperValues(said: PaperAnswer, answer: Answer, checkedOn: CalendarDate | undefined): NewValues<'answers'> {
  const keepsReason = said === 'no' || answer.answer === said
  return { answer: said, checkedOn: checkedOn ?? answer.checkedOn, ...(!keepsReason && { reason: undefined }) }
}

/** How much of the paper has been typed in. */
export function countTyped(items: readonly { readonly answers: readonly { readonly record: Answer }[] }[]): { typed: number; of: number } {
  return {
    typed: items.filter((item) =>
      item.answers.some(
        ({ record }) => record.answer !== undefined && (record.carriedFrom === undefined || record.checkedOn !== undefined),
      ),
    ).length,
    of: items.length,
  }
}
