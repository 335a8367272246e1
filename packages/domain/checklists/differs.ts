import type { Draft } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'
import { saidBy } from './said-by.ts'
import type { JoinedCell } from './types.ts'

/**
 * A vendor answers no, or gives the item back, where the facility answers otherwise; often they speak of different
 * devices. One finding for each sheet: each asks another vendor, or another system. The facility's own no is
 * `no-against-vendors`.
 */
export const differs = defineRule({
  id: 'checklists/differs',
  area: 'checklists',
  reads: ['joinedRows', 'items'],
  each: 'joinedRows',
  evaluate({ items }, { id, state, facility, vendors }) {
    if (state !== 'differs' || !facility || facility.state === 'no') return
    return vendors.filter(isAgainst).map(
      (cell): Draft => ({
        subjects: [id, cell.sheet, cell.vendor],
        parties: ['facility', `vendor:${cell.vendor ?? ''}`],
        because: [saidBy('facility', facility), saidBy('vendor', cell)],
        refs: clausesOf(items, id),
      }),
    )
  },
})

function isAgainst({ state }: JoinedCell): boolean {
  return state === 'no' || state === 'other-party'
}
