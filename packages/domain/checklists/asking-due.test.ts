import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { askingDue } from './asking-due.ts'
import { vendorNotAsked } from './vendor-not-asked.ts'

const sheet = a.sheet({ sentOn: date('2026-11-02') })
const requests = [a.request({ on: date('2026-11-02') })]

test('the day of the next step makes it work for the facility alone', () => {
  expectFindings(check(askingDue, { sheets: [sheet], requests }), [
    { subjects: ['sh:v1', 'v:1'], because: ['chase-up'], parties: ['facility'], severity: 'medium' },
  ])
  expectFindings(check(askingDue, { sheets: [sheet], requests }, date('2026-11-10')), [])
})

test('a promise that has passed is named', () => {
  const promised = [
    ...requests,
    a.request({ id: ids.request('r:2'), kind: 'chase-up', way: 'phone', on: date('2026-11-05'), promisedOn: date('2026-11-16') }),
  ]
  expectFindings(check(askingDue, { sheets: [sheet], requests: promised }), [
    { subjects: ['sh:v1', 'v:1'], because: ['promise-passed', 'phone'] },
  ])
})

test('once the call has brought nothing, the next step weighs more', () => {
  const called = [...requests, a.request({ id: ids.request('r:2'), kind: 'chase-up', way: 'post', on: date('2026-11-05') })]
  const phoned = [...called, a.request({ id: ids.request('r:3'), kind: 'chase-up', way: 'phone', on: date('2026-11-08') })]
  expectFindings(
    check(askingDue, { vendors: [a.vendor({ secondContactName: '見本 次郎' })], sheets: [sheet], requests: phoned }, date('2026-12-20')),
    [{ subjects: ['sh:v1', 'v:1'], because: ['second-contact'], severity: 'high' }],
  )
})

test('a letter that waits for approval is nobody’s delay', () => {
  const approvals = [a.approval({ sheets: [sheet.id] })]
  expectFindings(check(askingDue, { sheets: [sheet], requests, approvals }), [])
  expectFindings(check(vendorNotAsked, { sheets: [a.sheet()], approvals }), [])
})
