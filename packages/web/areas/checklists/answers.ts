import type { ChecklistItemView } from '@mimamori/contract'
import { type Answer, type AnswerId, addMonths, type CalendarDate, entityId, type PrintedRow } from '@mimamori/domain'
import { addRecord, type NewValues, removeRecord, setFields, type Versioned, type Wanted } from '../../data/changes.ts'
import type { StateName } from '../../ui/state-chip.tsx'

export type AnswerView = Versioned<Answer>

/** What a person may say of an item on the facility's own sheet. */
export type Said = 'yes' | 'no' | 'ask-vendor' | 'later' | 'not-applicable'

/**
 * The fields that an answer sets. It is dated today, because the person checks as they answer; the same answer again keeps
 * its day. What was only put off or asked has no date. Target and second check stay: they count beside a 「いいえ」 alone.
 */
export function answerValues(said: Said, answer: Answer, today: CalendarDate): NewValues<'answers'> {
  if (said === 'ask-vendor' || said === 'later')
    return {
      answer: undefined,
      pending: said,
      pendingOn: (answer.pending === said && answer.pendingOn) || today,
      checkedOn: undefined,
      reason: undefined,
    }
  return {
    answer: said,
    pending: undefined,
    pendingOn: undefined,
    checkedOn: answer.answer === said ? (answer.checkedOn ?? today) : today,
    ...(said !== 'not-applicable' && { reason: undefined }),
  }
}

/** Whether a 「はい」 of today may be the second check of the 「いいえ」 that stood there before. */
export function offersSecondCheck(now: Answer, before: Answer | undefined, today: CalendarDate): before is Answer {
  if (now.answer !== 'yes' || before?.answer !== 'no' || before.checkedOn === undefined || before.recheckedOn !== undefined) return false
  return before.checkedOn < today || before.targetOn !== undefined
}

/** The 「いいえ」 as it was, seen a second time today and found mended. */
export function secondCheckValues(before: Answer, today: CalendarDate): NewValues<'answers'> {
  const { checkedOn, targetOn } = before
  return { answer: 'no', checkedOn, targetOn, recheckedOn: today, recheckAnswer: 'yes' }
}

/** An answer of last year that nobody has confirmed: shown, but it does not count. */
export function isProposal({ answer, carriedFrom, checkedOn }: Answer): boolean {
  return answer !== undefined && carriedFrom !== undefined && checkedOn === undefined
}

/** The one word that stands for an answer. */
export function stateOf(answer: Answer | undefined): StateName {
  if (!answer) return 'unanswered'
  if (isProposal(answer)) return 'carried-over'
  if (answer.answer !== undefined) return answer.answer
  return answer.pending ?? 'unanswered'
}

/** The answer to the whole item, and those to its single rows. */
export function answersOf(item: Pick<ChecklistItemView, 'answers'>): { whole: AnswerView | undefined; parts: readonly AnswerView[] } {
  return {
    whole: item.answers.find(({ record }) => record.part === undefined),
    parts: item.answers.filter(({ record }) => record.part !== undefined),
  }
}

/** The state of an item: of its parts where it is answered apart, a 「いいえ」 first. */
export function stateOfItem(item: Pick<ChecklistItemView, 'answers'>): StateName {
  const { whole, parts } = answersOf(item)
  if (parts.length === 0) return stateOf(whole?.record)
  const states = parts.map(({ record }) => stateOf(record))
  return states.find((state) => state === 'no') ?? states.find((state) => state !== 'yes') ?? 'yes'
}

/** One answer for each printed row, each beginning with what the whole item said. */
export function splitAnswer(whole: AnswerView, rows: readonly string[]): readonly Wanted[] {
  const { id, part: _, ...said } = whole.record
  return rows.map((row) => addRecord('answers', { ...said, id: entityId<AnswerId>(`${id}.${row}`.slice(-80)), part: row as PrintedRow })) // rows of an item are printed rows
}

/** Back to one answer for all rows. */
export function joinAnswers(parts: readonly AnswerView[]): readonly Wanted[] {
  return parts.map((part) => removeRecord('answers', part))
}

export function answerChange(answer: AnswerView, said: Said, today: CalendarDate): Wanted {
  return setFields('answers', answer, answerValues(said, answer.record, today))
}

/** The days offered after 「いいえ」: none of them may lie outside the fiscal year. */
export function targetChoices(
  today: CalendarDate,
  yearEnd: CalendarDate,
): readonly { name: 'one-month' | 'three-months' | 'year-end'; on: CalendarDate }[] {
  const all = [
    { name: 'one-month', on: addMonths(today, 1) },
    { name: 'three-months', on: addMonths(today, 3) },
    { name: 'year-end', on: yearEnd },
  ] as const
  return all.filter(({ name, on }) => (name === 'year-end' ? today <= yearEnd : on < yearEnd))
}

/** Counts for the head of the list. */
export function countAnswers(items: readonly Pick<ChecklistItemView, 'answers'>[]): {
  answered: number
  yes: number
  no: number
  empty: number
} {
  const states = items.map(stateOfItem)
  const count = (wanted: StateName) => states.filter((state) => state === wanted).length
  const aside = count('not-applicable') + count('other-party')
  const [yes, no] = [count('yes'), count('no')]
  return { answered: yes + no + aside, yes, no, empty: items.length - yes - no - aside }
}
