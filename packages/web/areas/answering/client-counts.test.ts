import type { VendorClientLine } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { countsOf } from './client-counts.ts'

function line(values: Partial<VendorClientLine>): VendorClientLine {
  return {
    relation: 'r',
    facility: '病院',
    sheet: 's',
    items: 13,
    left: 13,
    perClientLeft: 3,
    state: 'untouched',
    asked: [],
    onPaper: false,
    ...values,
  }
}

test('what was handed in is counted once, and never as due', () => {
  const lines = [
    line({ dueOn: '2026-11-24' }),
    line({ dueOn: '2026-11-24', state: 'submitted', left: 0, perClientLeft: 0 }),
    line({ dueOn: '2026-12-24', left: 3, state: 'writing' }),
    line({ state: 'checking', left: 0, perClientLeft: 0 }),
  ]
  expect(countsOf(lines, date('2026-11-27'))).toEqual({ week: 1, perClient: 1, checking: 1, submitted: 1 })
})
