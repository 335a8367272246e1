import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { dateAhead } from './date-ahead.ts'

const own = { sheets: [a.ownSheet(), a.sheet()], items: [a.item()] }

test('a check that is still to come is named; one of today is not', () => {
  const answer = a.answer({ answer: 'no', checkedOn: date('2027-01-01'), recheckedOn: date('2027-03-01') })
  expectFindings(check(dateAhead, { ...own, answers: [answer] }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['checkedOn', 'recheckedOn'] },
  ])
  expectFindings(check(dateAhead, { ...own, answers: [{ ...answer, checkedOn: date('2026-11-20'), recheckedOn: date('2026-11-20') }] }), [])
})

test("on a vendor's sheet it is for the vendor to mend", () => {
  const answers = [a.answer({ sheet: ids.sheet('sh:v1'), answer: 'yes', checkedOn: date('2027-01-01') })]
  expectFindings(check(dateAhead, { ...own, answers }), [{ subjects: ['r7:2-06', 'sh:v1'], parties: ['vendor:v:1', 'facility'] }])
})
