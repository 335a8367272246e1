import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { budgetUnderNorm } from './budget-under-norm.ts'
import { lossOverReserve } from './loss-over-reserve.ts'
import { policyCondition } from './policy-condition.ts'
import { policyEnds } from './policy-ends.ts'
import { quoteExpired } from './quote-expired.ts'

const hospital = a.facility({ kind: 'hospital', beds: 180, usesSystems: 'yes' })

describe('policies', () => {
  test('one that ends within two months is named, and calmly; one that goes on is not', () => {
    const policy = a.policy({ until: date('2027-01-10') })
    expectFindings(check(policyEnds, { policies: [policy] }), [
      { subjects: ['pol:1'], because: ['near'], severity: 'low', dueOn: '2027-01-10' },
    ])
    expectFindings(check(policyEnds, { policies: [{ ...policy, until: date('2027-02-01') }] }), [])
    expectFindings(check(policyEnds, { policies: [{ ...policy, until: date('2026-11-19') }] }), [
      { subjects: ['pol:1'], because: ['ended'] },
    ])
  })

  test('one that another follows is not named', () => {
    const next = a.policy({ id: ids.policy('pol:2'), from: date('2027-01-11'), until: date('2028-01-10') })
    expectFindings(check(policyEnds, { policies: [a.policy({ until: date('2027-01-10') }), next] }), [])
  })

  test('a control that it asks for and that is not in place is named; one of which nobody knows is not', () => {
    const policies = [a.policy({ conditions: ['control:no-labels', 'control:clock'] })]
    const controls = [a.control({ state: 'no' })]
    expectFindings(check(policyCondition, { policies, controls }), [{ subjects: ['pol:1'], because: ['missing'] }])
    expectFindings(check(policyCondition, { policies }), [])
    expectFindings(check(policyCondition, { policies: policies.map((one) => ({ ...one, until: date('2026-11-01') })), controls }), [])
  })
})

describe('the plan and its prices', () => {
  const quotes = [a.quote({ validUntil: date('2026-11-01') })]

  test('a planned measure whose quote has run out is named', () => {
    const planChoices = [a.planChoice({ choice: 'planned' })]
    expectFindings(check(quoteExpired, { quotes, planChoices, facility: [hospital] }), [{ subjects: ['pc:1', 'plan:gate-updates'] }])
  })

  test('one that is put off or has a valid quote as well is not', () => {
    const planned = [a.planChoice({ choice: 'planned' })]
    const fresh = a.quote({ id: ids.quote('q:2'), validUntil: date('2027-01-01') })
    expectFindings(check(quoteExpired, { quotes, planChoices: [a.planChoice({ choice: 'postponed' })] }), [])
    expectFindings(check(quoteExpired, { quotes: [...quotes, fresh], planChoices: planned }), [])
  })
})

describe('money of a year', () => {
  test('a reserve that one kind of event passes, as it comes more than once in a hundred years, is told with how often', () => {
    const facility = [hospital]
    const small = check(lossOverReserve, { facility, finances: [a.finances({ reserveYen: 50_000_000 })] })
    expectFindings(small, [{ subjects: [hospital.id], because: ['over'] }])
    expect(small[0]?.because[0]?.with).toMatchObject({ reserve: '50,000,000' })
    expectFindings(check(lossOverReserve, { facility, finances: [a.finances({ reserveYen: 3_000_000_000 })] }), [])
    expectFindings(check(lossOverReserve, { facility, finances: [a.finances()] }), [])
  })

  test('spending on security below 2.21 % × 15 % of the own revenue is told with what is missing', () => {
    const finances = a.finances({ revenueYen: 3_420_000_000, securityYen: 4_800_000 })
    const found = check(budgetUnderNorm, { facility: [hospital], finances: [finances] })
    expectFindings(found, [{ subjects: [hospital.id], because: ['own'] }])
    expect(found[0]?.because[0]?.with).toEqual({ need: '11,337,300', short: '6,537,300' })
    expectFindings(check(budgetUnderNorm, { facility: [hospital], finances: [{ ...finances, securityYen: 11_337_300 }] }), [])
  })

  test('without its own revenue the class of beds counts; without beds, or at a clinic, nothing is said', () => {
    const finances = [a.finances({ securityYen: 1_000_000 })]
    expectFindings(check(budgetUnderNorm, { facility: [hospital], finances }), [{ subjects: [hospital.id], because: ['class'] }])
    expectFindings(check(budgetUnderNorm, { facility: [{ ...hospital, beds: 'not-applicable' }], finances }), [])
    expectFindings(check(budgetUnderNorm, { facility: [a.facility({ kind: 'clinic', beds: 'not-applicable' })], finances }), [])
  })
})
