import { itemsOfSheet } from './effective.ts'
import type { ChecklistItem, ChecklistReference, Edition, FormAudience } from './types.ts'

/** The newest edition that asks this audience anything: one without items never stops the work. */
export function latestEditionWith(
  { editions, items }: Pick<ChecklistReference, 'editions' | 'items'>,
  audience: FormAudience,
  notAfter = Number.POSITIVE_INFINITY,
): Edition | undefined {
  const usable = editions.filter(
    (edition) =>
      edition.fiscalYear !== undefined &&
      edition.fiscalYear <= notAfter &&
      itemsOfSheet(items, { edition: edition.id, audience }).length > 0,
  )
  return usable.toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))[0]
}

/** The ids of the editions whose questions are there. */
export function editionsWithItems(items: readonly ChecklistItem[]): readonly string[] {
  return [...new Set(items.map((item) => item.edition))]
}
