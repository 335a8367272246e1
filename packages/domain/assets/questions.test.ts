import { a, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { questionsOf } from './questions.ts'

const candidates = [ids.asset('d:1'), ids.asset('d:2')]

function waiting(id: string, some: object) {
  const { asset: _, ...claim } = a.claim({ id: ids.claim(id), candidates, ips: ['10.0.0.1'], ...some })
  return claim
}

test('three scans of one address between the same devices are one question, with every sighting and the latest first', () => {
  const claims = [
    waiting('cl:1', { seenAt: '2026-09-01' }),
    waiting('cl:2', { seenAt: '2026-11-01T00:00:00Z' }),
    waiting('cl:3', { seenAt: '2026-10-01', candidates: candidates.toReversed() }),
  ]
  expect(questionsOf(claims).map((one) => one.claims.map(({ id }) => id))).toEqual([['cl:2', 'cl:3', 'cl:1']])
})

test('another address, another mark and other candidates are questions of their own, the oldest first', () => {
  const claims = [
    waiting('cl:1', { seenAt: '2026-11-01' }),
    waiting('cl:2', { seenAt: '2026-09-01', ips: ['10.0.0.2'] }),
    waiting('cl:3', { seenAt: '2026-10-01', candidates: candidates.slice(1) }),
    waiting('cl:4', { seenAt: '2026-10-02', names: ['pc-1'] }),
    a.claim({ id: ids.claim('cl:5'), ips: ['10.0.0.1'] }),
  ]
  expect(questionsOf(claims).map((one) => one.claims.map(({ id }) => id))).toEqual([['cl:2'], ['cl:3'], ['cl:4'], ['cl:1']])
})
