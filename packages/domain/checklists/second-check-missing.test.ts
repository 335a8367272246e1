import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { secondCheckMissing } from './second-check-missing.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const no = a.answer({ answer: 'no', targetOn: date('2027-03-15') })

test('towards the end of the fiscal year a no without a second check is named', () => {
  expectFindings(check(secondCheckMissing, { ...own, answers: [no] }, date('2027-02-01')), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['year-ends'], dueOn: '2027-03-31' },
  ])
  expectFindings(check(secondCheckMissing, { ...own, answers: [no] }, date('2027-01-31')), [])
})

test('a second check without its result is named at any time', () => {
  const half = { ...no, recheckedOn: date('2026-11-01') }
  expectFindings(check(secondCheckMissing, { ...own, answers: [half] }), [{ subjects: ['r7:2-06', 'sh:own'], because: ['no-result'] }])
})
