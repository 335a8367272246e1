import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { targetOutsideYear } from './target-outside-year.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test.each([
  ['2026-03-31', true],
  ['2026-04-01', false],
  ['2027-03-31', false],
  ['2027-04-01', true],
])('a target date of %s outside fiscal 2026: %s', (target, outside) => {
  const answers = [a.answer({ answer: 'no', targetOn: date(target) })]
  expectFindings(check(targetOutsideYear, { ...own, answers }), outside ? [{ subjects: ['r7:2-06', 'sh:own'], because: ['outside'] }] : [])
})
