import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { answerOld } from './answer-old.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test.each([
  [{ checkedOn: date('2025-11-19') }, true],
  [{ checkedOn: date('2025-11-21') }, false],
  [{ checkedOn: date('2025-01-01'), recheckedOn: date('2026-06-01') }, false],
  [{}, false],
])('an answer with %o is too old: %s', (some, old) => {
  const answers = [a.answer({ answer: 'yes', ...some })]
  expectFindings(check(answerOld, { ...own, answers }), old ? [{ subjects: ['r7:2-06', 'sh:own'], because: ['last-check'] }] : [])
})
