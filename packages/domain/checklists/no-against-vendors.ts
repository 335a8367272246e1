import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'
import { saidBy } from './said-by.ts'

/** The facility alone says no where vendors say yes: one finding for the item, with every such sheet as a reason. */
export const noAgainstVendors = defineRule({
  id: 'checklists/no-against-vendors',
  area: 'checklists',
  reads: ['joinedRows', 'items'],
  each: 'joinedRows',
  evaluate({ items }, row) {
    if (row.state !== 'differs' || row.facility?.state !== 'no') return
    const against = row.vendors.filter((cell) => cell.state === 'yes')
    const vendors = [...new Set(against.flatMap((cell) => cell.vendor ?? []))]
    return {
      subjects: [row.id, row.facility.sheet],
      parties: ['facility', ...vendors.map((vendor) => `vendor:${vendor}` as const)],
      because: [saidBy('facility', row.facility), ...against.map((cell) => saidBy('vendor', cell))],
      refs: clausesOf(items, row.id),
    }
  },
})
