import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { contactsUnconfirmed } from './contacts-unconfirmed.ts'

test('contacts confirmed before the fiscal year are asked for again, those of this year are not', () => {
  const facility = [a.facility({ fiscalYear: 2026 })]
  expectFindings(check(contactsUnconfirmed, { facility, vendors: [a.vendor({ confirmedOn: date('2026-03-31') })] }), [
    { subjects: ['f:mimamori'], because: ['before-year'] },
  ])
  expectFindings(check(contactsUnconfirmed, { facility, vendors: [a.vendor({ confirmedOn: date('2026-04-01') })] }), [])
})
