import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { vendorPartial } from './vendor-partial.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('a returned sheet with gaps is named with their number', () => {
  const sheets = [a.sheet({ returnedOn: date('2026-10-01') })]
  const answers = [a.answer({ sheet: ids.sheet('sh:v1') })]
  expectFindings(check(vendorPartial, { ...own, sheets, answers }), [
    { subjects: ['sh:v1', 'v:1'], because: ['empty'], parties: ['vendor:v:1', 'facility'] },
  ])
  expectFindings(check(vendorPartial, { ...own, sheets, answers: answers.map((one) => ({ ...one, answer: 'yes' as const })) }), [])
})

test('a sheet that has not come back is silent, not partial', () => {
  expectFindings(check(vendorPartial, { ...own, sheets: [a.sheet({ sentOn: date('2026-10-01') })] }), [])
})
