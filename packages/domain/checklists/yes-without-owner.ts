import { fact, noneWith } from '../finding.ts'
import type { FactRef } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'

/** A yes of the facility on an item that a vendor owns too, which the vendor has not confirmed. */
export const yesWithoutOwner = defineRule({
  id: 'checklists/yes-without-owner',
  area: 'checklists',
  reads: ['joinedRows', 'items'],
  each: 'joinedRows',
  evaluate({ items }, row) {
    const cell = row.facility
    if (row.state !== 'vendor-silent' || !cell) return
    const silent = row.vendors.filter((one) => one.state === 'silent' || one.state === 'carried-over')
    const absent: FactRef[] = silent.length === 0 ? [noneWith('sheets', 'audience', 'vendor')] : []
    return {
      subjects: [row.id, cell.sheet],
      parties: ['facility', ...new Set(silent.map((one) => `vendor:${one.vendor ?? ''}` as const))],
      because: [
        { say: 'facility-yes', facts: [fact('answers', cell.answerId, 'answer')] },
        {
          say: 'no-reply',
          with: { count: silent.length },
          facts: [...silent.map((one) => fact('sheets', one.sheet, 'returnedOn')), ...absent],
        },
      ],
      refs: clausesOf(items, row.id),
    }
  },
})
