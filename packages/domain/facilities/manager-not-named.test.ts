import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { managerNotNamed } from './manager-not-named.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const item = a.item({ id: ids.item('r7:1-01'), number: '1-①', topic: 'mgr', owners: ['facility'] })
const yes = { ...own, items: [item], answers: [a.answer({ item: item.id, answer: 'yes' })] }

test('a manager who is said to exist must have a name', () => {
  expectFindings(check(managerNotNamed, yes), [{ subjects: ['r7:1-01', 'sh:own'], because: ['says-yes', 'nobody'] }])
  expectFindings(check(managerNotNamed, { ...yes, people: [a.person({ roles: ['safety-manager'] })] }), [])
})

test('a manager who has left the post is no manager', () => {
  const people = [a.person({ roles: ['safety-manager'], until: date('2026-03-31') })]
  expectFindings(check(managerNotNamed, { ...yes, people }), [{ subjects: ['r7:1-01', 'sh:own'], because: ['says-yes', 'left'] }])
})
