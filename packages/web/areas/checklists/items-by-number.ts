import type { ChecklistItemView } from '@mimamori/contract'
import { plainNumber } from '../../ui/item-number.ts'

/** The items whose number begins with what was typed; all of them, in their order, where nothing was. */
export function itemsByNumber<I extends Pick<ChecklistItemView, 'number'>>(items: readonly I[], typed: string): readonly I[] {
  const wanted = plainNumber(typed)
  if (wanted === '') return items
  const exact = items.filter((item) => plainNumber(item.number) === wanted)
  return exact.length > 0 ? exact : items.filter((item) => plainNumber(item.number).startsWith(wanted))
}
