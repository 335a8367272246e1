import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { noTargetDate } from './no-target-date.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('a no without a target date is named, with one it is not', () => {
  expectFindings(check(noTargetDate, { ...own, answers: [a.answer({ answer: 'no' })] }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['no-date'] },
  ])
  expectFindings(check(noTargetDate, { ...own, answers: [a.answer({ answer: 'no', targetOn: date('2027-01-29') })] }), [])
})

test('a vendor may leave the date out', () => {
  const answers = [a.answer({ sheet: ids.sheet('sh:v1'), answer: 'no' })]
  expectFindings(check(noTargetDate, { ...own, sheets: [a.sheet()], answers }), [])
})
