import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { targetOverdue } from './target-overdue.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const no = a.answer({ answer: 'no', targetOn: date('2026-11-19') })

test('the day after its target date a no without a second check is named', () => {
  expectFindings(check(targetOverdue, { ...own, answers: [no] }, date('2026-11-20')), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['passed'], dueOn: '2026-11-19' },
  ])
  expectFindings(check(targetOverdue, { ...own, answers: [no] }, date('2026-11-19')), [])
})

test('a second check, whatever it says, ends it', () => {
  expectFindings(check(targetOverdue, { ...own, answers: [{ ...no, recheckedOn: date('2026-11-19'), recheckAnswer: 'no' }] }), [])
})
