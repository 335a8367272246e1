import { a, check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { evidenceExpired } from './evidence-expired.ts'

test.each([
  [{ validUntil: date('2026-11-19') }, 'expired'],
  [{ validUntil: date('2026-11-20') }, undefined],
  [{ obtainedOn: date('2025-11-01') }, 'old'],
  [{ obtainedOn: date('2025-12-01') }, undefined],
  [{ obtainedOn: date('2020-01-01'), validUntil: 'none' as const }, undefined],
  [{}, undefined],
])('evidence of %o: %s', (some, say) => {
  expectFindings(check(evidenceExpired, { evidence: [a.evidence(some)] }), say ? [{ subjects: ['e:1'], because: [say] }] : [])
})
