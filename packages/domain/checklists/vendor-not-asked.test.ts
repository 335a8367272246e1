import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { vendorNotAsked } from './vendor-not-asked.ts'

test('a sheet that lies ready and was not sent is named', () => {
  expectFindings(check(vendorNotAsked, { sheets: [a.sheet()] }), [
    { subjects: ['sh:v1', 'v:1'], because: ['not-sent'], parties: ['facility'] },
  ])
  expectFindings(check(vendorNotAsked, { sheets: [a.sheet({ sentOn: date('2026-10-01') })] }), [])
  expectFindings(check(vendorNotAsked, { sheets: [a.sheet({ returnedOn: date('2026-10-01') })] }), [])
})
