import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { notApplicableWithoutReason } from './not-applicable-without-reason.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test.each([
  [{ answer: 'not-applicable' as const }, 'not-applicable'],
  [{ answer: 'other-party' as const }, 'other-party'],
  [{ answer: 'not-applicable' as const, reason: '無線LANの装置がない' }, undefined],
  [{ answer: 'yes' as const }, undefined],
])('%o lacks a reason: %s', (some, say) => {
  expectFindings(
    check(notApplicableWithoutReason, { ...own, answers: [a.answer(some)] }),
    say ? [{ subjects: ['r7:2-06', 'sh:own'], because: [say] }] : [],
  )
})
