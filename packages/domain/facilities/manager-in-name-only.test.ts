import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { managerInNameOnly } from './manager-in-name-only.ts'

const facility = [a.facility({ usesSystems: 'yes' })]
const bare = a.person({ roles: ['safety-manager'] })
const able = { ...bare, securityHoursPerWeek: 4, securityAuthority: 'yes', securityTrainedOn: date('2026-06-01') } as const

const found = (person: typeof bare) => check(managerInNameOnly, { facility, people: [person] })

test('a manager with hours, authority and training is one in more than name', () => {
  expectFindings(found(able), [])
})

test('one finding names all that is missing', () => {
  const none = { ...bare, securityHoursPerWeek: 0, securityAuthority: 'no', securityTrainedOn: 'none' } as const
  expectFindings(found(none), [
    { subjects: ['p:1'], because: ['no-hours', 'no-authority', 'no-training'], parties: ['facility'], severity: 'medium' },
  ])
})

test('what nobody has said is asked with a low severity, and adds nothing to what is missing', () => {
  expectFindings(found(bare), [
    { subjects: ['p:1'], because: ['hours-not-said', 'authority-not-said', 'training-not-said'], severity: 'low' },
  ])
  const mixed = found({ ...able, securityAuthority: 'no', securityTrainedOn: 'not-applicable' })
  expectFindings(mixed, [{ subjects: ['p:1'], because: ['no-authority', 'training-not-said'], severity: 'medium' }])
  expect(mixed[0]?.because.map(({ aside }) => aside)).toEqual([undefined, true])
})

test('a training counts for a year', () => {
  expectFindings(found({ ...able, securityTrainedOn: date('2025-11-20') }), [])
  expectFindings(found({ ...able, securityTrainedOn: date('2025-11-19') }), [{ subjects: ['p:1'], because: ['no-training'] }])
})

test('nobody else is asked: one who has left, one who has not begun, one of another post, one of a house without systems', () => {
  expectFindings(found({ ...bare, until: date('2026-03-31') }), [])
  expectFindings(found({ ...bare, from: date('2027-04-01') }), [])
  expectFindings(found({ ...bare, roles: ['system'] }), [])
  expectFindings(check(managerInNameOnly, { facility: [a.facility({ usesSystems: 'no' })], people: [bare] }), [])
})

test('each of two managers is asked for their own', () => {
  const deputy = { ...bare, id: ids.person('p:2') }
  expectFindings(check(managerInNameOnly, { facility, people: [{ ...able, securityAuthority: 'no' }, deputy] }), [
    { subjects: ['p:1'], because: ['no-authority'] },
    { subjects: ['p:2'], because: ['hours-not-said', 'authority-not-said', 'training-not-said'] },
  ])
})
