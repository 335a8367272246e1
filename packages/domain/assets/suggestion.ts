import type { SuggestedAnswer, SuggestionFact } from './types.ts'

export type Suggestion = Omit<SuggestedAnswer, 'id'>
type Because = Suggestion['because'][number]

export const shownFacts = 5

/** One reason about these records: how many they are, and the first of them to look at. */
export function counted(say: string, slice: SuggestionFact['slice'], records: readonly { readonly id: string }[], field?: string): Because {
  const facts = records.slice(0, shownFacts).map(({ id }) => ({ slice, id, ...(field !== undefined && { field }) }))
  return { say, with: { count: records.length }, facts }
}

/** The same reason where there is something to tell. */
export function some(
  say: string,
  slice: SuggestionFact['slice'],
  records: readonly { readonly id: string }[],
  field?: string,
): readonly Because[] {
  return records.length > 0 ? [counted(say, slice, records, field)] : []
}
