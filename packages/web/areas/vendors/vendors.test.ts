import type { VendorSheetLine } from '@mimamori/contract'
import { type Answer, date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { byWork } from './order.ts'
import { countTyped, paperValues } from './paper-answers.ts'

const answer = (fields: Partial<Answer> = {}) => ({ id: 'a', sheet: 's', item: 'i', ...fields }) as Answer

test('a line typed in from paper takes the date on the paper, and keeps one that was read before', () => {
  expect(paperValues('yes', answer(), date('2026-11-10'))).toMatchObject({ answer: 'yes', checkedOn: '2026-11-10' })
  expect(paperValues('yes', answer({ checkedOn: date('2026-10-01') }), undefined)).toMatchObject({ checkedOn: '2026-10-01' })
})

test('a reason goes with the answer that it was given for', () => {
  expect(paperValues('yes', answer({ answer: 'not-applicable', reason: 'x' }), undefined)).toHaveProperty('reason', undefined)
  expect(paperValues('not-applicable', answer({ answer: 'not-applicable', reason: 'x' }), undefined)).not.toHaveProperty('reason')
})

test('a proposal of last year is not counted as typed in', () => {
  const items = [
    { answers: [{ record: answer({ answer: 'yes' }) }] },
    { answers: [{ record: answer({ answer: 'yes', carriedFrom: 'old' as Answer['id'] }) }] },
    { answers: [{ record: answer() }] },
  ]
  expect(countTyped(items)).toEqual({ typed: 1, of: 3 })
})

test('vendors that are waited for stand first, the longest silence at the top', () => {
  const line = (sheet: string, state: VendorSheetLine['state'], days?: number) =>
    ({ sheet, state, ...(days !== undefined && { days }) }) as VendorSheetLine
  const lines = [
    line('back', 'returned'),
    line('new', 'not-sent'),
    line('short', 'waiting', 3),
    line('long', 'waiting', 21),
    line('part', 'partial'),
  ]
  expect(byWork(lines).map(({ sheet }) => sheet)).toEqual(['long', 'short', 'part', 'new', 'back'])
})
