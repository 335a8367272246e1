import type { CalendarDate } from '@mimamori/domain'
import { type Problem, problem } from './errors.ts'
import type { Draft } from './folder/draft.ts'
import { tables } from './folder/tables.ts'

/** Days on which somebody has done something: they cannot lie ahead. One that does is told and stays unknown. */
export function withoutDaysAhead(draft: Draft, today: CalendarDate | undefined): readonly Problem[] {
  if (today === undefined) return []
  return Object.entries(tables[draft.slice]).flatMap(([key, { shape, ja }]) => {
    const day = draft.values.get(key)
    if (shape.kind !== 'date' || !shape.isPast || typeof day !== 'string' || !/^\d/.test(day) || day <= today) return []
    draft.values.delete(key)
    return [problem('value/date-ahead', draft.places.get(key) ?? draft.place, { column: ja, value: day })]
  })
}
