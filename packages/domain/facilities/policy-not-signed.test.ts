import { a, check, expectFindings, facilityId, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { policyNotSigned } from './policy-not-signed.ts'
import { policyStanding } from './security-policy.ts'

const facility = [a.facility({ usesSystems: 'yes', fiscalYear: 2026 })]
const head = a.person({ id: ids.person('p:head'), roles: ['head'], from: date('2023-04-01') })
const clerk = a.person({ id: ids.person('p:clerk'), roles: ['clerk'] })
const signed = a.securityPolicy({ signedBy: head.id, signedOn: date('2026-04-10') })
const asOf = date('2026-11-20')

const found = (some: Partial<typeof signed>, people = [head, clerk]) =>
  check(policyNotSigned, { facility, people, securityPolicies: [{ ...signed, ...some }] })

describe('the policy of the fiscal year', () => {
  test('that its head has signed is nothing to say', () => {
    expectFindings(found({}), [])
  })

  test('is asked for where none was ever entered, and not blamed', () => {
    expectFindings(check(policyNotSigned, { facility, people: [head] }), [
      { subjects: [facilityId], because: ['not-entered'], parties: ['facility'], severity: 'low' },
    ])
  })

  test('is asked of nobody who uses no system, or has not said so', () => {
    expectFindings(check(policyNotSigned, { facility: [a.facility({ usesSystems: 'no' })] }), [])
    expectFindings(check(policyNotSigned, { facility: [a.facility()] }), [])
  })

  test.each([
    ['earlier', { fiscalYear: 2025, signedOn: date('2025-04-10') }],
    ['ended', { until: date('2026-10-31') }],
    ['not-by-head', { signedBy: clerk.id }],
    ['unsigned', { signedOn: date('2026-12-01') }],
  ] as const)('stands as %s', (say, some) => {
    expectFindings(found(some), [{ subjects: [facilityId], because: [say], severity: 'medium' }])
  })

  test('that nobody has signed yet is not signed', () => {
    const { signedBy: _, signedOn: __, ...draft } = signed
    expectFindings(check(policyNotSigned, { facility, people: [head], securityPolicies: [draft] }), [
      { subjects: [facilityId], because: ['unsigned'] },
    ])
  })

  test('stays signed when the head who signed it leaves later, and is not by the head who had left before', () => {
    expectFindings(found({}, [{ ...head, until: date('2026-09-30') }]), [])
    expectFindings(found({}, [{ ...head, until: date('2026-03-31') }]), [{ subjects: [facilityId], because: ['not-by-head'] }])
  })

  test('counts before the draft of the next year and before those of earlier years', () => {
    const old = a.securityPolicy({ id: ids.securityPolicy('sp:0'), fiscalYear: 2025 })
    const next = a.securityPolicy({ id: ids.securityPolicy('sp:2'), fiscalYear: 2027 })
    const lists = { facility, people: [head], securityPolicies: [old, signed, next], asOf }
    expect(policyStanding(lists)).toEqual({ fiscalYear: 2026, state: 'signed', policy: signed })
  })

  test('is that of the day where no fiscal year is chosen', () => {
    const lists = { facility: [a.facility()], people: [head], securityPolicies: [signed] }
    expect(policyStanding({ ...lists, asOf: date('2027-03-31') }).state).toBe('signed')
    expect(policyStanding({ ...lists, asOf: date('2027-04-01') })).toMatchObject({ fiscalYear: 2027, state: 'earlier' })
  })
})
