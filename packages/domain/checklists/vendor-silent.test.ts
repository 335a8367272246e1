import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { vendorSilent } from './vendor-silent.ts'

test('a vendor that was asked and has not returned its sheet is named', () => {
  const sheet = a.sheet({ sentOn: date('2026-05-01') })
  expectFindings(check(vendorSilent, { sheets: [sheet] }), [
    { subjects: [sheet.id, 'v:1'], because: ['asked'], dueOn: '2026-05-15', severity: 'medium' },
  ])
  expectFindings(check(vendorSilent, { sheets: [{ ...sheet, returnedOn: date('2026-05-20') }] }), [])
})

test('the day agreed with the vendor is the due date', () => {
  expectFindings(check(vendorSilent, { sheets: [a.sheet({ sentOn: date('2026-05-01'), dueOn: date('2026-06-30') })] }), [
    { subjects: ['sh:v1', 'v:1'], dueOn: '2026-06-30' },
  ])
})

test('being asked three times over makes the silence graver', () => {
  const requests = ['r:1', 'r:2', 'r:3'].map((id) => a.request({ id: ids.request(id), kind: 'chase-up', way: 'phone' }))
  expectFindings(check(vendorSilent, { sheets: [a.sheet({ sentOn: date('2026-05-01') })], requests }), [
    { subjects: ['sh:v1', 'v:1'], because: ['asked', 'chased'], severity: 'high' },
  ])
})
