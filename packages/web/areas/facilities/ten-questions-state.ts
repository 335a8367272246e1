import type { FactsView } from '@mimamori/contract'
import { type QuestionState, questionNumbers, questionState as stateIn, type TenQuestionFacts } from '@mimamori/domain'

export { type QuestionState, questionNumbers }

function factsIn(facts: FactsView): TenQuestionFacts {
  const records = <R>(list: readonly { readonly record: R }[]) => list.map(({ record }) => record)
  return {
    facility: [facts.facility.record],
    services: records(facts.services),
    systems: records(facts.systems),
    backups: records(facts.backups),
    people: records(facts.people),
  }
}

/** What is known of one question. */
export function questionState(number: number, facts: FactsView): QuestionState {
  return stateIn(number, factsIn(facts))
}

/** The question to go on with, or the end. */
export function resumeAt(facts: FactsView): number | 'end' {
  return questionNumbers.find((number) => questionState(number, facts) === 'open') ?? 'end'
}

/** The question before or after one, past those that do not arise. */
export function neighbour(number: number, step: 1 | -1, facts: FactsView): number | 'end' | undefined {
  const next = questionNumbers
    .filter((each) => (step > 0 ? each > number : each < number))
    .filter((each) => questionState(each, facts) !== 'skipped')
  return (step > 0 ? next[0] : next.at(-1)) ?? (step > 0 ? 'end' : undefined)
}

/** How many of the questions are answered by facts. */
export function countKnown(facts: FactsView): number {
  return questionNumbers.filter((number) => questionState(number, facts) === 'done').length
}

/** Minutes that are left, by about one minute a question. */
export function minutesLeft(facts: FactsView): number {
  return questionNumbers.filter((number) => questionState(number, facts) === 'open').length
}
