import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { carriedOver } from './carried-over.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('a proposal from last year is named until somebody has checked it', () => {
  const proposal = a.answer({ answer: 'yes', carriedFrom: ids.answer('a:last') })
  expectFindings(check(carriedOver, { ...own, answers: [proposal] }), [{ subjects: ['r7:2-06', 'sh:own'], because: ['proposal'] }])
  expectFindings(check(carriedOver, { ...own, answers: [{ ...proposal, checkedOn: date('2026-11-20') }] }), [])
})
