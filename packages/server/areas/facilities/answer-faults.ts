import { type Answer, byId, having, type Reference, type Slices } from '@mimamori/domain'

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
      (one) => one.id !== answer.id && placeOf(one) === placeOf(answer) && (!came.has(one.id) || one.id < answer.id),
    )
  return [
    ...sheets
      .filter((sheet) => !editions.some((edition) => edition.id === sheet.edition))
      .map(({ id }): AnswerFault => ({ slice: 'sheets', id, why: 'unknown-edition' })),
    ...answers.flatMap((answer): AnswerFault[] => {
      const item = items.find((one) => one.id === answer.item)
      const sheet = byId(after.sheets, answer.sheet)
      if (!item || (sheet && item.edition !== sheet.edition)) return [{ slice: 'answers', id: answer.id, why: 'unknown-item' }]
      return isSecond(answer) ? [{ slice: 'answers', id: answer.id, why: 'double-answer' }] : []
    }),
  ]
}

function isMoved(old: Answer | undefined, now: Answer): boolean {
  return old !== now && (!old || placeOf(old) !== placeOf(now))
}

function placeOf(answer: Answer): string {
  return `${answer.sheet} ${answer.item} ${answer.part ?? ''}`
}
